import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import { FieldIndex } from "./field-index.ts";
import { indexKey, type IndexKey } from "./index-key.ts";
import type { Row } from "./store.ts";

/**
 * The rows of one object. Writes go through the Store, which keeps the undo log; everybody else reads.
 * Indexes are built when a field is first looked up and follow every write from then on. Rows in the recycle bin are in no index.
 */
export class Table {
  readonly schema: ObjectSchema;
  readonly #live = new Map<string, Row>();
  readonly #deleted = new Map<string, Row>();
  readonly #indexes = new Map<string, FieldIndex>();
  #lastId = "";
  #inOrder = true;

  constructor(schema: ObjectSchema) {
    this.schema = schema;
  }

  /** The row with this 18-character id, or undefined when it is absent or in the recycle bin. */
  get(id: string): Row | undefined {
    return this.#live.get(id);
  }

  /** The row in the recycle bin with this id. */
  getDeleted(id: string): Row | undefined {
    return this.#deleted.get(id);
  }

  get size(): number {
    return this.#live.size;
  }

  /** All rows outside the recycle bin, in the order of their ids. */
  rows(): Iterable<Row> {
    if (!this.#inOrder) this.#sort();
    return this.#live.values();
  }

  /** The recycle bin. */
  deletedRows(): IterableIterator<Row> {
    return this.#deleted.values();
  }

  /** Rows whose field equals the value as SOQL's `=` has it (null finds empty fields), in the order of their ids. */
  lookup(field: FieldSchema | string, value: ApexValue): Row[] {
    const schema = typeof field === "string" ? this.#field(field) : field;
    return this.lookupKey(schema, indexKey(schema, value));
  }

  /** As `lookup`, for a key made by `indexKey`. */
  lookupKey(field: FieldSchema, key: IndexKey): Row[] {
    if (field.type === "id") {
      const row = typeof key === "string" ? this.#live.get(key) : undefined;
      return row === undefined ? [] : [row];
    }
    const found = [...this.index(field).find(key)];
    return found.length > 1 ? found.sort(byId) : found;
  }

  /** How many rows `lookup` would give; cheap. */
  countKey(field: FieldSchema, key: IndexKey): number {
    if (field.type === "id") return typeof key === "string" && this.#live.has(key) ? 1 : 0;
    return this.index(field).count(key);
  }

  /** The index of a field, built now when this is its first use. */
  index(field: FieldSchema): FieldIndex {
    let index = this.#indexes.get(field.name);
    if (index === undefined) {
      index = new FieldIndex(field, this.#live.values());
      this.#indexes.set(field.name, index);
    }
    return index;
  }

  hasIndex(field: FieldSchema): boolean {
    return this.#indexes.has(field.name);
  }

  /** For the Store only: puts the table in the given state for one id. */
  write(id: string, live: Row | undefined, deleted: Row | undefined): void {
    const before = this.#live.get(id);
    if (before !== live) {
      if (before !== undefined) for (const index of this.#indexes.values()) index.remove(before);
      if (live === undefined) this.#live.delete(id);
      else {
        if (before === undefined) this.#noteOrder(id);
        this.#live.set(id, live);
        for (const index of this.#indexes.values()) index.add(live);
      }
    }
    if (deleted === undefined) this.#deleted.delete(id);
    else this.#deleted.set(id, deleted);
  }

  #noteOrder(id: string): void {
    if (id < this.#lastId) this.#inOrder = false;
    else this.#lastId = id;
  }

  #sort(): void {
    const sorted = [...this.#live].sort(([left], [right]) => (left < right ? -1 : 1));
    this.#live.clear();
    for (const [id, row] of sorted) this.#live.set(id, row);
    this.#lastId = sorted.at(-1)?.[0] ?? "";
    this.#inOrder = true;
  }

  #field(name: string): FieldSchema {
    const field = this.schema.fields.get(name.toLowerCase());
    if (field === undefined) throw new Error(`no field ${name} on ${this.schema.name}`);
    return field;
  }
}

/** Compares two rows by Id. */
export function byId(left: Row, right: Row): number {
  const leftId = left.get("Id");
  const rightId = right.get("Id");
  return typeof leftId === "string" && typeof rightId === "string" && leftId < rightId ? -1 : 1;
}
