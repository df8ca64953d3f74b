/** Record types of an object as the user interface shows them; every object has the master one. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { Org } from "../../transaction/org.ts";
import { RestError } from "../rest-error.ts";
import type { RecordTypeInfo } from "./wire.ts";

export const MASTER_RECORD_TYPE = "012000000000000AAA";

/** Record types by id, the master one included. */
export function recordTypesOf(org: Org, object: ObjectSchema): Readonly<Record<string, RecordTypeInfo>> {
  const master = { available: true, developerName: null, master: true, name: "Master", recordTypeId: MASTER_RECORD_TYPE };
  const infos: RecordTypeInfo[] = object.recordTypes.flatMap(({ developerName, label, active, isDefault }) => {
    const id = recordTypeId(org, object, developerName);
    if (id === null) return [];
    return [
      { available: active, defaultRecordTypeMapping: isDefault && active, developerName, master: false, name: label, recordTypeId: id },
    ];
  });
  const hasDefault = infos.some(({ defaultRecordTypeMapping }) => defaultRecordTypeMapping);
  infos.push({ ...master, defaultRecordTypeMapping: !hasDefault });
  return Object.fromEntries(infos.map((info) => [info.recordTypeId, info]));
}

/** The record type that new records get. */
export function defaultRecordType(org: Org, object: ObjectSchema): RecordTypeInfo {
  const found = Object.values(recordTypesOf(org, object)).find(({ defaultRecordTypeMapping }) => defaultRecordTypeMapping);
  if (found === undefined) throw new Error(`${object.name} has no default record type`);
  return found;
}

/** The record type that a request names, or the default one. Throws RestError (400). */
export function requestedRecordType(org: Org, object: ObjectSchema, id: string | null): RecordTypeInfo {
  if (id === null || id === "") return defaultRecordType(org, object);
  const found = Object.entries(recordTypesOf(org, object)).find(([known]) => known === id || known.slice(0, 15) === id);
  if (found === undefined) throw new RestError(400, "INVALID_RECORD_TYPE", `There is no record type ${id} of ${object.name}.`);
  return found[1];
}

function recordTypeId(org: Org, object: ObjectSchema, developerName: string): string | null {
  const rows = org.store.table("RecordType").lookup("DeveloperName", developerName);
  const id = rows.find((row) => row.get("SobjectType") === object.name)?.get("Id");
  return typeof id === "string" ? id : null;
}
