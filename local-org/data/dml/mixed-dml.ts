/** Set-up objects (users, permission sets, groups ...) and other objects cannot be written in one transaction. */
import type { Transaction } from "../../transaction/context.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import type { OperationName } from "./dml-exception.ts";
import type { Item } from "./operation.ts";

/** Changing one of these makes an update of users a set-up operation; other fields mix with anything. */
const USER_SETUP_FIELDS = ["UserRoleId", "IsActive", "ForecastEnabled", "IsPortalEnabled", "Username", "ProfileId"];

/** Notes the object as written. Gives the object of the other kind that was written before, or null when they may mix. */
export function mixedDmlConflict(
  transaction: Transaction,
  operation: OperationName,
  schema: ObjectSchema,
  items: readonly Item[],
): string | null {
  const state = transaction.mixedDml;
  if (schema.kind === "platformEvent") return null;
  if (schema.isSetupObject) {
    // Groups may be inserted and updated together with other objects, not deleted.
    if (schema.name === "Group" && (operation === "Insert" || operation === "Update")) return null;
    if (schema.name === "User" && !items.some(({ given }) => isSetupChange(operation, given.values))) return null;
    if (state.other !== null) return state.other;
    state.setup ??= schema.name;
    return null;
  }
  if (state.setup !== null) return state.setup;
  state.other ??= schema.name;
  return null;
}

/** A user without a role may be inserted together with anything. */
function isSetupChange(operation: OperationName, values: ReadonlyMap<string, unknown>): boolean {
  if (operation === "Insert") return (values.get("UserRoleId") ?? null) !== null;
  return USER_SETUP_FIELDS.some((field) => values.has(field));
}
