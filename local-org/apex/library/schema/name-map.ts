import { ApexMap } from "../../runtime/collections.ts";
import type { ApexValue } from "../../runtime/values.ts";

/**
 * A map of API names as describe calls give it: keys are lower case, look-ups ignore case and accept own names with and
 * without the namespace.
 */
export class NameMap extends ApexMap {
  readonly #namespace: string;

  constructor(type: string, entries: Iterable<readonly [string, ApexValue]>, namespace: string | null) {
    super(type);
    this.#namespace = namespace === null ? "" : `${namespace.toLowerCase()}__`;
    for (const [name, value] of entries) super.set(name.toLowerCase(), value);
  }

  override has(key: ApexValue): boolean {
    return super.has(this.#find(key));
  }

  override get(key: ApexValue): ApexValue {
    return super.get(this.#find(key));
  }

  override set(key: ApexValue, value: ApexValue): void {
    super.set(this.#find(key), value);
  }

  override delete(key: ApexValue): boolean {
    return super.delete(this.#find(key));
  }

  #find(key: ApexValue): ApexValue {
    if (typeof key !== "string") return key;
    const name = key.toLowerCase();
    if (this.#namespace === "" || super.has(name)) return name;
    const prefixedName = this.#namespace + name;
    return super.has(prefixedName) ? prefixedName : name;
  }
}
