/** Reads the bodies of `/local/*` and of the screens' own requests; what is wrong is said to whoever sent it. */
import { toE164 } from "../company/phone-number.ts";

/** Answered as 400 with its message. */
export class RequestError extends Error {
  override readonly name = "RequestError";
}

export class RequestFields {
  readonly #fields: ReadonlyMap<string, unknown>;

  /**
   * @param known the keys that may be there
   * @throws RequestError when `value` is no object or has another key
   */
  constructor(value: unknown, known: readonly string[]) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new RequestError("the body must be a JSON object");
    this.#fields = new Map(Object.entries(value));
    for (const key of this.#fields.keys()) {
      if (!known.includes(key)) throw new RequestError(`"${key}" is not known; known are ${known.join(", ")}`);
    }
  }

  has(key: string): boolean {
    return (this.#fields.get(key) ?? null) !== null;
  }

  raw(key: string): unknown {
    return this.#fields.get(key);
  }

  /** undefined when absent or null. */
  text(key: string): string | undefined {
    const value = this.#fields.get(key) ?? undefined;
    if (value !== undefined && typeof value !== "string") throw new RequestError(`"${key}" must be a text`);
    return value;
  }

  /** A number of at least `minimum`; undefined when absent or null. */
  number(key: string, minimum = 0, maximum = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.#fields.get(key) ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== "number" || !(value >= minimum && value <= maximum)) {
      throw new RequestError(`"${key}" must be a number of at least ${minimum}${maximum < 1e9 ? ` and at most ${maximum}` : ""}`);
    }
    return value;
  }

  flag(key: string): boolean | undefined {
    const value = this.#fields.get(key) ?? undefined;
    if (value !== undefined && typeof value !== "boolean") throw new RequestError(`"${key}" must be true or false`);
    return value;
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = values.find((allowed) => allowed === value);
    if (found === undefined) throw new RequestError(`"${key}" must be one of ${values.join(", ")}`);
    return found;
  }

  /** A list of texts or numbers; one of them alone counts as a list. Empty when absent. */
  list(key: string): readonly (string | number)[] {
    const value = this.#fields.get(key) ?? [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => {
      if (typeof item !== "string" && typeof item !== "number") throw new RequestError(`"${key}" must be a list of texts or ids`);
      return item;
    });
  }

  /** A telephone number as E.164; undefined when absent. */
  phone(key: string): string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const number = toE164(text);
    if (number === null) throw new RequestError(`"${key}" must be an international number such as +447700900456`);
    return number;
  }
}
