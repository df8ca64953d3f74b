import type { FieldSchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "./index-key.ts";
import type { Row } from "./store.ts";

const NONE: readonly Row[] = [];

/** Rows of one table by the value of one field; null is a value too. Kept up to date row by row. */
export class FieldIndex {
  readonly field: FieldSchema;
  /** A lone row is stored bare: most keys of most indexes have one. */
  readonly #buckets = new Map<IndexKey, Row | Set<Row>>();

  constructor(field: FieldSchema, rows: Iterable<Row>) {
    this.field = field;
    for (const row of rows) this.add(row);
  }

  keyOf(row: Row): IndexKey {
    return indexKey(this.field, row.get(this.field.name) ?? null);
  }

  add(row: Row): void {
    const key = this.keyOf(row);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, row);
    else if (bucket instanceof Set) bucket.add(row);
    else this.#buckets.set(key, new Set([bucket, row]));
  }

  remove(row: Row): void {
    const key = this.keyOf(row);
    const bucket = this.#buckets.get(key);
    if (bucket === row) this.#buckets.delete(key);
    else if (bucket instanceof Set && bucket.delete(row) && bucket.size === 0) this.#buckets.delete(key);
  }

  /** Rows with this key, in no particular order. */
  find(key: IndexKey): Iterable<Row> {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return NONE;
    return bucket instanceof Set ? bucket : [bucket];
  }

  count(key: IndexKey): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return 0;
    return bucket instanceof Set ? bucket.size : 1;
  }
}
