/** How emitted code makes, reads and walks through collections. */
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { throwNullPointer, throwApex } from "./exceptions.ts";
import { SObjectRecord } from "./sobject.ts";
import { runtimeTypeName } from "./type-test.ts";
import { callBridge } from "./user-object.ts";
import type { ApexValue } from "./values.ts";

function at(list: ApexList | null, index: number | null): ApexValue {
  return list === null || index === null ? throwNullPointer() : list.get(index);
}

function putAt<T extends ApexValue>(list: ApexList | null, index: number | null, value: T): T {
  if (list === null || index === null) throwNullPointer();
  list.set(index, value);
  return value;
}

/** The elements of a List, Set or other collection, copied. */
function elementsOf(source: ApexValue): ApexValue[] {
  if (source === null) throwNullPointer();
  return [...iterate(source)];
}

function newMap(type: string, flat: readonly ApexValue[]): ApexMap {
  const map = new ApexMap(type);
  for (let index = 0; index < flat.length; index += 2) map.set(flat[index] ?? null, flat[index + 1] ?? null);
  return map;
}

/** `new Map<...>(source)`: another map, or records by their id. Throws System.ListException for records without one, or with the same. */
function mapFrom(type: string, source: ApexValue): ApexMap {
  if (source === null) throwNullPointer();
  if (source instanceof ApexMap) return new ApexMap(type, source.entries());
  const map = new ApexMap(type);
  for (const [index, row] of elementsOf(source).entries()) {
    const id = row instanceof SObjectRecord ? row.id : null;
    if (id === null) throwApex("System.ListException", `Row with null Id at index: ${index}`);
    if (map.has(id)) throwApex("System.ListException", `Row with duplicate Id at index: ${index}`);
    map.set(id, row);
  }
  return map;
}

function sizedList(type: string, size: number): ApexList {
  return new ApexList(type, new Array<ApexValue>(size).fill(null));
}

/** Walks through a list that refuses changes meanwhile. Faster than a generator. */
class ListWalk implements IterableIterator<ApexValue, undefined> {
  readonly #list: ApexList;
  #at = 0;

  constructor(list: ApexList) {
    this.#list = list;
    list.iterations++;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<ApexValue, undefined> {
    const value = this.#list.items[this.#at];
    if (value !== undefined) {
      this.#at++;
      return { done: false, value };
    }
    return this.return();
  }

  return(): IteratorResult<ApexValue, undefined> {
    if (this.#at >= 0) this.#list.iterations--;
    this.#at = -1;
    return { done: true, value: undefined };
  }
}

/** What `for (x : value)` walks through. */
function iterate(value: ApexValue): Iterable<ApexValue> {
  if (value === null) throwNullPointer();
  if (value instanceof ApexList) return new ListWalk(value);
  if (value instanceof ApexSet) return value;
  if (typeof value === "object" && isIterable(value)) return value;
  return walkIterator(callBridge(value, "iterator") ?? value);
}

function isIterable(value: object): value is Iterable<ApexValue> {
  return Symbol.iterator in value;
}

/** An Apex `Iterator`, of the project or the platform. */
function* walkIterator(iterator: ApexValue): Generator<ApexValue, void, undefined> {
  if (iterator !== null && typeof iterator === "object" && isIterable(iterator)) {
    yield* iterator;
    return;
  }
  for (;;) {
    const more = callBridge(iterator, "hasNext");
    if (more === undefined) throw new Error(`cannot iterate over ${iterator === null ? "null" : runtimeTypeName(iterator)}`);
    if (more !== true) return;
    yield callBridge(iterator, "next") ?? null;
  }
}

export const collectionAccess = {
  at,
  putAt,
  newMap,
  mapFrom,
  sizedList,
  iterate,
  newList: (type: string, items: ApexValue[]): ApexList => new ApexList(type, items),
  newSet: (type: string, items: readonly ApexValue[]): ApexSet => new ApexSet(type, items),
  listFrom: (type: string, source: ApexValue): ApexList => new ApexList(type, elementsOf(source)),
  setFrom: (type: string, source: ApexValue): ApexSet => new ApexSet(type, elementsOf(source)),
} as const;
