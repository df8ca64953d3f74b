/** The entries of a Map or Set: insertion order, keys by Apex equality. Primitive keys go straight to a JavaScript Map. */
import { apexEquals } from "./equality.ts";
import { hashOf } from "./hash.ts";
import { throwApex } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

export class KeyedEntries {
  /** Object keys stand for themselves; `#known` finds the one that is equal. */
  readonly map = new Map<ApexValue, ApexValue>();
  /** Object keys by hash; null while there are none. */
  #buckets: Map<number, ApexValue[]> | null = null;
  /** Running `for` loops; no change is allowed meanwhile. */
  iterations = 0;

  get size(): number {
    return this.map.size;
  }

  has(key: ApexValue): boolean {
    if (typeof key !== "object" || key === null) return this.map.has(key);
    return this.#known(key) !== undefined;
  }

  get(key: ApexValue): ApexValue {
    if (typeof key !== "object" || key === null) return this.map.get(key) ?? null;
    const known = this.#known(key);
    return known === undefined ? null : (this.map.get(known) ?? null);
  }

  /** Adds or replaces; a replaced entry keeps its place. True when the key is new. */
  set(key: ApexValue, value: ApexValue): boolean {
    this.assertChangeable();
    const before = this.map.size;
    if (typeof key === "object" && key !== null) this.map.set(this.#register(key), value);
    else this.map.set(key, value);
    return this.map.size !== before;
  }

  /** True when there was such a key. */
  delete(key: ApexValue): boolean {
    this.assertChangeable();
    if (typeof key !== "object" || key === null) return this.map.delete(key);
    const known = this.#known(key);
    if (known === undefined) return false;
    this.#forget(known);
    return this.map.delete(known);
  }

  clear(): void {
    this.assertChangeable();
    this.map.clear();
    this.#buckets = null;
  }

  assertChangeable(): void {
    if (this.iterations !== 0) throwApex("System.FinalException", "Cannot modify a collection while it is being iterated.");
  }

  /** The equal key that is in the map. A key that changed since it was put in is not found, as on the platform. */
  #known(key: ApexValue): ApexValue | undefined {
    return this.#buckets?.get(hashOf(key))?.find((known) => apexEquals(known, key));
  }

  #register(key: ApexValue): ApexValue {
    this.#buckets ??= new Map();
    const hash = hashOf(key);
    const bucket = this.#buckets.get(hash);
    if (bucket === undefined) {
      this.#buckets.set(hash, [key]);
      return key;
    }
    const known = bucket.find((other) => apexEquals(other, key));
    if (known !== undefined) return known;
    bucket.push(key);
    return key;
  }

  #forget(key: ApexValue): void {
    const bucket = this.#buckets?.get(hashOf(key));
    const at = bucket?.indexOf(key) ?? -1;
    if (at >= 0) bucket?.splice(at, 1);
  }
}
