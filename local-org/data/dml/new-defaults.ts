/** Values of a new record before anything is set: field defaults and the owner. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import type { ObjectPlan } from "./object-plan.ts";

export function newDefaults(transaction: Transaction, plan: ObjectPlan): readonly (readonly [string, ApexValue])[] {
  const { org, user } = transaction;
  const context = { now: org.clock.now(), timeZone: org.settings.timeZone };
  const values: (readonly [string, ApexValue])[] = plan.defaults.map(({ name, make }) => [name, make(context)] as const);
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

/** Settings belong to the organisation unless they say otherwise. */
function organizationId({ org: { store } }: Transaction): ApexValue {
  const [organization] = store.table("Organization").rows();
  return organization?.get("Id") ?? null;
}
