/** List, Set and Map. `type` is the canonical name with arguments (`Map<Id,List<Account>>`). */
import { throwApex } from "./exceptions.ts";
import { KeyedEntries } from "./keyed-entries.ts";
import type { ApexValue } from "./values.ts";

export class ApexList {
  readonly type: string;
  readonly items: ApexValue[];
  /** Running `for` loops; adding and removing is refused meanwhile. */
  iterations = 0;

  /** Takes the array over. */
  constructor(type: string, items: ApexValue[] = []) {
    this.type = type;
    this.items = items;
  }

  get size(): number {
    return this.items.length;
  }

  /** Throws System.ListException when the index is out of bounds. */
  get(index: number): ApexValue {
    const item = this.items[index];
    if (item === undefined) throwOutOfBounds(index);
    return item;
  }

  /** Throws System.ListException when the index is out of bounds. */
  set(index: number, item: ApexValue): void {
    if (index < 0 || index >= this.items.length) throwOutOfBounds(index);
    this.items[index] = item;
  }

  add(item: ApexValue): void {
    if (this.iterations !== 0) this.assertChangeable();
    this.items.push(item);
  }

  assertChangeable(): void {
    if (this.iterations !== 0) throwApex("System.FinalException", "Cannot modify a collection while it is being iterated.");
  }

  /** For `for` loops: the list refuses changes until the iterator ends. */
  *[Symbol.iterator](): Generator<ApexValue, void, undefined> {
    this.iterations++;
    try {
      yield* this.items;
    } finally {
      this.iterations--;
    }
  }
}

function throwOutOfBounds(index: number): never {
  throwApex("System.ListException", `List index out of bounds: ${index}`);
}

export class ApexSet {
  readonly type: string;
  readonly store: KeyedEntries;

  /** `store`: of the map whose key set this is. */
  constructor(type: string, items: Iterable<ApexValue> = [], store = new KeyedEntries()) {
    this.type = type;
    this.store = store;
    for (const item of items) store.set(item, null);
  }

  get size(): number {
    return this.store.size;
  }

  has(item: ApexValue): boolean {
    return this.store.has(item);
  }

  /** True when it was not there yet. */
  add(item: ApexValue): boolean {
    if (!this.store.has(item)) return this.store.set(item, null);
    this.store.assertChangeable();
    return false;
  }

  delete(item: ApexValue): boolean {
    return this.store.delete(item);
  }

  /** The elements in the order they were added, as a new array. */
  toArray(): ApexValue[] {
    return [...this.store.map.keys()];
  }

  /** For `for` loops: the set refuses changes until the iterator ends. */
  *[Symbol.iterator](): Generator<ApexValue, void, undefined> {
    this.store.iterations++;
    try {
      yield* this.store.map.keys();
    } finally {
      this.store.iterations--;
    }
  }
}

export class ApexMap {
  readonly type: string;
  readonly store = new KeyedEntries();

  constructor(type: string, entries: Iterable<readonly [ApexValue, ApexValue]> = []) {
    this.type = type;
    for (const [key, value] of entries) this.store.set(key, value);
  }

  get size(): number {
    return this.store.size;
  }

  has(key: ApexValue): boolean {
    return this.store.has(key);
  }

  /** Null when there is no such key. */
  get(key: ApexValue): ApexValue {
    return this.store.get(key);
  }

  set(key: ApexValue, value: ApexValue): void {
    this.store.set(key, value);
  }

  delete(key: ApexValue): boolean {
    return this.store.delete(key);
  }

  keys(): Iterable<ApexValue> {
    return this.store.map.keys();
  }

  values(): Iterable<ApexValue> {
    return this.store.map.values();
  }

  entries(): Iterable<readonly [ApexValue, ApexValue]> {
    return this.store.map.entries();
  }

  /** The keys as a set that stays connected: removing from it removes from the map. */
  keySet(type: string): ApexSet {
    return new ApexSet(type, [], this.store);
  }
}
