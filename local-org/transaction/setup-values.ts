/** What administrators set in Setup that is neither metadata nor a record: values that JSON can hold, by name. Outlives transactions. */
export class SetupValues {
  readonly #values = new Map<string, unknown>();
  readonly #listeners: (() => void)[] = [];

  /** Undefined: never set. */
  get(name: string): unknown {
    return this.#values.get(name);
  }

  set(name: string, value: unknown): void {
    this.#values.set(name, value);
    for (const listener of this.#listeners) listener();
  }

  /** All of them, for keeping. */
  toJson(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#values);
  }

  /** Calls the listener after each change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
