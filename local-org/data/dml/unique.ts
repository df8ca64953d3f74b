/** Unique fields: no two records of an object share a value. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import type { Table } from "../store/table.ts";
import { duplicateValue, type DmlError } from "./dml-error.ts";

/** Checks the rows of one chunk one after the other: against the store, and against each other. */
export class UniqueCheck {
  readonly #table: Table;
  readonly #fields: readonly FieldSchema[];
  readonly #taken: readonly Set<IndexKey>[];

  constructor(table: Table, fields: readonly FieldSchema[]) {
    this.#table = table;
    this.#fields = fields;
    this.#taken = fields.map(() => new Set());
  }

  /** `id`: of the row itself, null on insert. Adds to `errors`; values of a row with errors are not taken. */
  check(values: ReadonlyMap<string, ApexValue>, id: string | null, errors: DmlError[]): void {
    const before = errors.length;
    const keys = this.#fields.map((field) => indexKey(field, values.get(field.name) ?? null));
    this.#fields.forEach((field, at) => {
      const key = keys[at] ?? null;
      if (key === null) return;
      for (const row of this.#table.index(field).find(key)) {
        const existing = row.get("Id");
        if (existing !== id && typeof existing === "string") errors.push(duplicateValue(field, existing));
      }
      if (this.#taken[at]?.has(key) === true) errors.push(duplicateValue(field, null));
    });
    if (errors.length > before) return;
    keys.forEach((key, at) => {
      if (key !== null) this.#taken[at]?.add(key);
    });
  }
}
