/**
 * Jobs keep their objects as they were when they were enqueued: the platform serialises them. Transient fields are null
 * afterwards. Objects of the library and stubs are shared.
 */
import { isStub } from "../apex/runtime/user-object.ts";
import { ApexException, ApexList, ApexMap, ApexSet, SObjectRecord, UserObject, type ApexValue } from "../apex/runtime/values.ts";

/** A deep copy; one object that is reached twice stays one. */
export function snapshot(value: ApexValue): ApexValue {
  return copy(value, new Map());
}

function copy(value: ApexValue, seen: Map<object, ApexValue>): ApexValue {
  if (typeof value !== "object" || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof ApexList) {
    const list = new ApexList(value.type);
    seen.set(value, list);
    for (const item of value.items) list.items.push(copy(item, seen));
    return list;
  }
  if (value instanceof ApexSet) {
    const set = new ApexSet(value.type);
    seen.set(value, set);
    for (const item of value.toArray()) set.add(copy(item, seen));
    return set;
  }
  if (value instanceof ApexMap) {
    const map = new ApexMap(value.type);
    seen.set(value, map);
    for (const [key, item] of value.entries()) map.set(copy(key, seen), copy(item, seen));
    return map;
  }
  if (value instanceof SObjectRecord) return copyRecord(value, seen);
  if (value instanceof UserObject) return isStub(value) ? value : copyObject(value, seen);
  if (value instanceof ApexException) return value;
  return value;
}

function copyRecord(record: SObjectRecord, seen: Map<object, ApexValue>): SObjectRecord {
  const result = new SObjectRecord(record.schema, record.values);
  seen.set(record, result);
  result.queried = record.queried;
  result.isClone = record.isClone;
  result.cloneSource = record.cloneSource;
  for (const [name, parent] of record.parents) {
    const copied = copy(parent, seen);
    result.parents.set(name, copied instanceof SObjectRecord ? copied : null);
  }
  for (const [name, children] of record.children) {
    const copied = copy(children, seen);
    if (copied instanceof ApexList) result.children.set(name, copied);
  }
  return result;
}

function copyObject(value: UserObject, seen: Map<object, ApexValue>): UserObject {
  const result = Object.create(Object.getPrototypeOf(value) as object | null) as UserObject;
  seen.set(value, result);
  const transient = transientFields(value);
  for (const key of Object.keys(value)) {
    const own = Reflect.get(value, key) as ApexValue;
    Reflect.set(result, key, transient.has(key) ? null : copy(own, seen));
  }
  return result;
}

function transientFields(value: UserObject): ReadonlySet<string> {
  const result = new Set<string>();
  for (
    let at: object | null = Object.getPrototypeOf(value) as object | null;
    at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    if (!Object.hasOwn(at, "$meta")) continue;
    const { $meta } = at as UserObject;
    for (const field of $meta.fields) if (field.isTransient && field.storage !== null) result.add(field.storage);
  }
  return result;
}
