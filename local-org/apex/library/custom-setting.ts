/**
 * Static methods of custom settings, `Setting__c.getInstance()`. Reading settings is free: it is no query. Hierarchy settings
 * merge field by field: the user's row, then the profile's, then the organisation's.
 */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { Row } from "../../data/store/store.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { ApexMap } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import type { ApexValue } from "../runtime/values.ts";
import type { ObjectToken } from "./schema/tokens.ts";
import { toText } from "../runtime/to-string.ts";

definePlatformClass("CustomSetting", {
  statics: {
    "getInstance(Schema.SObjectType)": ({ object }: ObjectToken) => merged(object, currentTransaction().user.id),
    "getInstance(Schema.SObjectType,Object)": ({ object }: ObjectToken, key: ApexValue) =>
      object.customSettingType === "List" ? named(object, key) : merged(object, ownerKey(key)),
    "getOrgDefaults(Schema.SObjectType)": ({ object }: ObjectToken) =>
      exact(object, organizationId()) ?? new SObjectRecord(object, [["SetupOwnerId", organizationId()]]),
    "getValues(Schema.SObjectType,Object)": ({ object }: ObjectToken, key: ApexValue) =>
      object.customSettingType === "List" ? named(object, key) : exact(object, ownerKey(key)),
    "getAll(Schema.SObjectType)": ({ object }: ObjectToken) => all(object),
  },
});

/** Fields that belong to a row and are not inherited. */
const STAMPS = new Set(["IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp"]);
const ROW_FIELDS = new Set(["Id", "Name", "SetupOwnerId", ...STAMPS]);

function rows(object: ObjectSchema): Row[] {
  return [...currentTransaction().org.store.table(object.name).rows()];
}

function ownerKey(key: ApexValue): string {
  return typeof key === "string" ? key : throwApex("System.NullPointerException", "Argument 1 cannot be null");
}

function organizationId(): string | null {
  const [organization] = [...currentTransaction().org.store.table("Organization").rows()];
  const id = organization?.get("Id");
  return typeof id === "string" ? id : null;
}

/** The row of a list setting with that name, or null. */
function named(object: ObjectSchema, name: ApexValue): SObjectRecord | null {
  const wanted = typeof name === "string" ? name.toLowerCase() : null;
  const row = rows(object).find((candidate) => toText(candidate.get("Name") ?? null).toLowerCase() === wanted);
  return row === undefined ? null : asRecord(object, row);
}

function exact(object: ObjectSchema, owner: string | null): SObjectRecord | null {
  const row = owner === null ? undefined : rows(object).find((candidate) => candidate.get("SetupOwnerId") === owner);
  return row === undefined ? null : asRecord(object, row);
}

/** What holds for a user or a profile. Without a row of their own it is a new record for them, with the fields of the levels above. */
function merged(object: ObjectSchema, owner: string): SObjectRecord {
  const profile = currentTransaction().org.store.get(owner)?.get("ProfileId");
  const result = exact(object, owner) ?? new SObjectRecord(object, [["SetupOwnerId", owner]]);
  for (const level of [typeof profile === "string" ? profile : null, organizationId()]) {
    for (const [field, value] of exact(object, level)?.values ?? []) {
      if (!ROW_FIELDS.has(field) && (result.values.get(field) ?? null) === null) result.values.set(field, value);
    }
  }
  return result;
}

function all(object: ObjectSchema): ApexMap {
  const entries = rows(object).map((row): [ApexValue, ApexValue] => [row.get("Name") ?? null, asRecord(object, row)]);
  return new ApexMap(`Map<String,${object.name}>`, entries);
}

/** Without the stamps of who and when: a copy of the record can be inserted. */
export function asRecord(object: ObjectSchema, row: Row): SObjectRecord {
  const record = new SObjectRecord(object);
  for (const [field, value] of row) if (value !== null && !STAMPS.has(field)) record.values.set(field, value);
  return record;
}
