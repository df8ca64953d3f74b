/** Reads a JSON value strictly: every access names its place, every surprise is an error that says where. */

/** What a person wrote into the world's file cannot be used; `path` is the place, `users[2].email`. */
export class WorldError extends Error {
  override readonly name = "WorldError";
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path === "" ? "the world" : path}: ${problem}`);
    this.path = path;
  }
}

/** One JSON object being read; `finish` refuses keys that nobody asked for. */
export class JsonReader {
  readonly path: string;
  readonly #fields: ReadonlyMap<string, unknown>;
  readonly #read = new Set<string>();

  /** Throws WorldError when `value` is no object. */
  constructor(value: unknown, path = "") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new WorldError(path, "an object is expected");
    this.path = path;
    this.#fields = new Map(Object.entries(value));
  }

  text(key: string): string {
    const value = this.#take(key);
    if (typeof value !== "string" || value.trim() === "") throw this.error(key, "a text is expected");
    return value;
  }

  textOrNull(key: string): string | null {
    return (this.#take(key) ?? null) === null ? null : this.text(key);
  }

  /** A text in the given form; `form` completes "must be". */
  matching(key: string, pattern: RegExp, form: string): string {
    const value = this.text(key);
    if (!pattern.test(value)) throw this.error(key, `must be ${form}, not ${JSON.stringify(value)}`);
    return value;
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T {
    const value = this.text(key);
    const found = values.find((allowed) => allowed === value);
    if (found === undefined) throw this.error(key, `must be one of ${values.join(", ")}, not ${JSON.stringify(value)}`);
    return found;
  }

  /** A whole number of at least `minimum`. */
  whole(key: string, minimum = 1): number {
    const value = this.#take(key);
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < minimum)
      throw this.error(key, `a whole number of at least ${minimum} is expected`);
    return value;
  }

  wholeOrNull(key: string): number | null {
    return (this.#take(key) ?? null) === null ? null : this.whole(key);
  }

  flag(key: string): boolean {
    const value = this.#take(key);
    if (typeof value !== "boolean") throw this.error(key, "true or false is expected");
    return value;
  }

  object(key: string): JsonReader {
    return new JsonReader(this.#take(key), this.#pathOf(key));
  }

  list<T>(key: string, read: (item: JsonReader) => T): T[] {
    return this.#items(key).map((item, index) => {
      const reader = new JsonReader(item, `${this.#pathOf(key)}[${index}]`);
      const result = read(reader);
      reader.finish();
      return result;
    });
  }

  wholes(key: string): number[] {
    return this.#items(key).map((item) => {
      if (typeof item !== "number" || !Number.isSafeInteger(item)) throw this.error(key, "a list of whole numbers is expected");
      return item;
    });
  }

  texts(key: string): string[] {
    return this.#items(key).map((item) => {
      if (typeof item !== "string") throw this.error(key, "a list of texts is expected");
      return item;
    });
  }

  error(key: string, problem: string): WorldError {
    return new WorldError(this.#pathOf(key), problem);
  }

  /** Throws WorldError for a key that was not read. */
  finish(): void {
    for (const key of this.#fields.keys()) {
      if (!this.#read.has(key)) throw this.error(key, `is not known; known here: ${[...this.#read].join(", ")}`);
    }
  }

  #items(key: string): readonly unknown[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) throw this.error(key, "a list is expected");
    return value;
  }

  #take(key: string): unknown {
    this.#read.add(key);
    return this.#fields.get(key);
  }

  #pathOf(key: string): string {
    return this.path === "" ? key : `${this.path}.${key}`;
  }
}
