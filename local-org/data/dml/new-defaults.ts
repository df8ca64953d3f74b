/** Values of a new record before anything is set: field defaults and the owner. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import type { DefaultContext } from "./default-value.ts";
import type { ObjectPlan } from "./object-plan.ts";

/** `needed`: whether a record lacks the field; formulas of others are not worked out. */
export function newDefaults(
  transaction: Transaction,
  plan: ObjectPlan,
  needed: (field: string) => boolean = () => true,
): readonly (readonly [string, ApexValue])[] {
  const { org, user } = transaction;
  const context = contextOf(transaction, plan);
  const values: (readonly [string, ApexValue])[] = [];
  for (const { name, isConstant, make } of plan.defaults) if (isConstant || needed(name)) values.push([name, make(context)]);
  if (plan.fields.get("OwnerId")?.schema.type === "reference") values.push(["OwnerId", user.id]);
  if (plan.schema.kind === "customSetting") values.push(["SetupOwnerId", organizationId(transaction)]);
  const recordType = plan.schema.recordTypes.find(({ isDefault, active }) => isDefault && active);
  if (recordType !== undefined) {
    const row = org.store
      .table("RecordType")
      .lookup("DeveloperName", recordType.developerName)
      .find((candidate) => candidate.get("SobjectType") === plan.schema.name);
    if (row !== undefined) values.push(["RecordTypeId", row.get("Id") ?? null]);
  }
  return values;
}

function contextOf({ org, user }: Transaction, plan: ObjectPlan): DefaultContext {
  const hasFormulas = plan.defaults.some(({ isConstant }) => !isConstant);
  const [organization] = hasFormulas && org.schema.object("Organization") !== undefined ? org.store.table("Organization").rows() : [];
  return { now: org.clock.now(), timeZone: org.settings.timeZone, user: org.store.get(user.id), organization };
}

/** Settings belong to the organisation unless they say otherwise. */
function organizationId({ org: { store } }: Transaction): ApexValue {
  const [organization] = store.table("Organization").rows();
  return organization?.get("Id") ?? null;
}
