import { SObjectRecord } from "../runtime/sobject.ts";
import { ApexList } from "../runtime/collections.ts";

export interface CloneOptions {
  /** Keep the id. */
  readonly ids: boolean;
  /** Keep created and last modified, by whom and when. */
  readonly stamps: boolean;
  readonly autoNumbers: boolean;
}

const STAMPS = new Set(["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp"]);

/** A copy of a record in memory, with copies of its parents and children (`clone` with isDeepClone, `deepClone`). */
export function cloneRecord(record: SObjectRecord, options: CloneOptions): SObjectRecord {
  const copy = copyFields(record, options);
  for (const [name, parent] of record.parents) copy.parents.set(name, parent === null ? null : cloneRecord(parent, KEEP_ALL));
  for (const [name, list] of record.children) copy.children.set(name, cloneChildren(list));
  return copy;
}

const KEEP_ALL: CloneOptions = { ids: true, stamps: true, autoNumbers: true };

/** A copy of the fields; parents and children are the same objects. */
export function shallowCloneRecord(record: SObjectRecord, options: CloneOptions): SObjectRecord {
  const copy = copyFields(record, options);
  for (const [name, parent] of record.parents) copy.parents.set(name, parent);
  for (const [name, list] of record.children) copy.children.set(name, list);
  return copy;
}

function copyFields(record: SObjectRecord, { ids, stamps, autoNumbers }: CloneOptions): SObjectRecord {
  const copy = new SObjectRecord(record.schema);
  for (const [field, value] of record.values) {
    if (field === "Id" && !ids) continue;
    if (STAMPS.has(field) && !stamps) continue;
    if (!autoNumbers && record.schema.fields.get(field.toLowerCase())?.isAutoNumber === true) continue;
    copy.values.set(field, value);
  }
  copy.queried = record.queried;
  copy.isClone = true;
  copy.cloneSource = record.id;
  return copy;
}

function cloneChildren(list: ApexList): ApexList {
  return new ApexList(
    list.type,
    list.items.map((item) => (item instanceof SObjectRecord ? cloneRecord(item, KEEP_ALL) : item)),
  );
}
