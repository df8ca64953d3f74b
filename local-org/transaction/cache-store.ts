/** Values of the platform cache until they expire. Not part of any transaction: nothing is rolled back. */
import type { ApexValue } from "../apex/runtime/values.ts";

export class CacheStore {
  readonly #values = new Map<string, { readonly value: ApexValue; readonly expires: number }>();

  /** Null when there is none or it has expired. */
  get(path: string, now: number): ApexValue {
    const entry = this.#values.get(path);
    return entry === undefined || entry.expires <= now ? null : entry.value;
  }

  put(path: string, value: ApexValue, expires: number): void {
    this.#values.set(path, { value, expires });
  }

  remove(path: string): boolean {
    return this.#values.delete(path);
  }

  /** What follows the prefix in the paths that are alive. */
  keys(prefix: string, now: number): string[] {
    return [...this.#values]
      .filter(([path, { expires }]) => path.startsWith(prefix) && expires > now)
      .map(([path]) => path.slice(prefix.length));
  }

  clear(): void {
    this.#values.clear();
  }
}
