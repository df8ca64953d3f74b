/**
 * The search index of an org. It learns of records after their transaction has committed, and only `lag` later: a search
 * sees each record as it was then. A declared approximation of the platform's index; see docs/platform-differences.md.
 */
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import { idOf, type CommittedChange, type Row, type Store } from "../store/store.ts";
import { patternOf, type SearchExpression, type SearchToken } from "./search-expression.ts";
import { PHONE_FIELDS, searchGroupOf } from "./search-group.ts";
import { phoneDigits, tokenize, tokenizePhone } from "./tokenize.ts";

interface IndexedField {
  readonly group: number;
  readonly tokens: readonly string[];
}

interface PendingChange extends CommittedChange {
  readonly at: number;
}

interface SearchField {
  readonly field: FieldSchema;
  readonly group: number;
}

export class SearchIndex {
  readonly #store: Store;
  #pending: PendingChange[] = [];
  readonly #objects = new Map<string, ObjectIndex>();

  /** Attach it before the first transaction: what the store holds already counts as committed since ever. */
  constructor(store: Store) {
    this.#store = store;
    for (const table of store.tables()) {
      for (const row of table.rows()) this.#pending.push({ object: table.schema.name, id: idOf(row), row, at: Number.NEGATIVE_INFINITY });
    }
    store.onCommit((changes, at) => {
      for (const change of changes) this.#pending.push({ ...change, at });
    });
  }

  /** Ids of the object's records that match in one of the `groups` (a bit set), by what was committed until `time`. In the order of their ids. */
  find(object: ObjectSchema, expression: SearchExpression, groups: number, time: number): string[] {
    this.#learn(time);
    return [...(this.#objects.get(object.name)?.find(expression, groups) ?? [])].sort();
  }

  #learn(time: number): void {
    if (this.#pending.length === 0) return;
    const later: PendingChange[] = [];
    for (const change of this.#pending) {
      if (change.at > time) later.push(change);
      else this.#objectIndex(change.object).put(change.id, change.row);
    }
    this.#pending = later;
  }

  #objectIndex(name: string): ObjectIndex {
    let index = this.#objects.get(name);
    if (index === undefined) {
      index = new ObjectIndex(this.#store.table(name).schema);
      this.#objects.set(name, index);
    }
    return index;
  }
}

/** Token -> records that have it, for one object. */
class ObjectIndex {
  readonly #fields: readonly SearchField[];
  readonly #records = new Map<string, readonly IndexedField[]>();
  readonly #postings = new Map<string, Set<string>>();

  constructor(object: ObjectSchema) {
    this.#fields = object.searchable
      ? [...object.fields.values()].map((field) => ({ field, group: searchGroupOf(object, field) })).filter(({ group }) => group !== 0)
      : [];
  }

  put(id: string, row: Row | null): void {
    for (const { tokens } of this.#records.get(id) ?? []) for (const token of tokens) this.#postings.get(token)?.delete(id);
    this.#records.delete(id);
    if (row === null || this.#fields.length === 0) return;
    const fields = this.#fields.flatMap(({ field, group }) => indexedField(row.get(field.name), group));
    this.#records.set(id, fields);
    for (const { tokens } of fields) {
      for (const token of tokens) {
        const ids = this.#postings.get(token);
        if (ids === undefined) this.#postings.set(token, new Set([id]));
        else ids.add(id);
      }
    }
  }

  find(expression: SearchExpression, groups: number): ReadonlySet<string> {
    switch (expression.kind) {
      case "and":
        return this.find(expression.left, groups).intersection(this.find(expression.right, groups));
      case "or":
        return this.find(expression.left, groups).union(this.find(expression.right, groups));
      case "andNot":
        return this.find(expression.left, groups).difference(this.find(expression.right, groups));
      case "phrase":
        return this.#phrase(expression.tokens, expression.raw, groups);
    }
  }

  #phrase(tokens: readonly SearchToken[], raw: string, groups: number): ReadonlySet<string> {
    const tests = tokens.map(tokenTest);
    const [first] = tokens;
    const candidates = first === undefined ? new Set<string>() : this.#withToken(first);
    const found = [...candidates].filter((id) => this.#fieldsOf(id, groups).some((field) => hasRun(field.tokens, tests)));
    const digits = tokens.length > 1 && (groups & PHONE_FIELDS) !== 0 ? phoneDigits(raw) : null;
    const byDigits = digits === null ? [] : [...(this.#postings.get(digits) ?? [])];
    const phones = byDigits.filter((id) =>
      this.#fieldsOf(id, PHONE_FIELDS).some((field) => digits !== null && field.tokens.includes(digits)),
    );
    return new Set([...found, ...phones]);
  }

  #withToken(token: SearchToken): ReadonlySet<string> {
    if (!token.isPattern) return this.#postings.get(token.text) ?? new Set();
    const test = tokenTest(token);
    const ids = new Set<string>();
    for (const [text, holders] of this.#postings) if (test(text)) for (const id of holders) ids.add(id);
    return ids;
  }

  #fieldsOf(id: string, groups: number): readonly IndexedField[] {
    return (this.#records.get(id) ?? []).filter(({ group }) => (group & groups) !== 0);
  }
}

function indexedField(value: unknown, group: number): readonly IndexedField[] {
  if (typeof value !== "string" || value === "") return [];
  return [{ group, tokens: group === PHONE_FIELDS ? tokenizePhone(value) : tokenize(value) }];
}

function tokenTest(token: SearchToken): (text: string) => boolean {
  if (!token.isPattern) return (text) => text === token.text;
  const pattern = patternOf(token);
  return (text) => pattern.test(text);
}

/** True when the tests pass on tokens that follow each other. */
function hasRun(tokens: readonly string[], tests: readonly ((text: string) => boolean)[]): boolean {
  return tokens.some((_token, start) => tests.every((test, offset) => test(tokens[start + offset] ?? "")));
}
