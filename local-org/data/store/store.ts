/**
 * The records of an org, in memory. Rows are immutable: a write replaces the row. While a mark is held every write goes
 * to an undo log, so that savepoints, failed transactions and test isolation are all "run the log back to the mark".
 *
 * The store knows no rules: required fields, triggers, stamps (CreatedDate ...), sharing and who may do what belong to DML.
 */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Schema } from "../schema/schema.ts";
import { counterOfRecordId, makeRecordId } from "./record-id.ts";
import { Table } from "./table.ts";

/** Field values by canonical API name, `Id` included (18 characters). An absent field is null. Never change one in place. */
export type Row = ReadonlyMap<string, ApexValue>;

/** A position in the undo log. Held until `commit` or `release`. */
export interface Mark {
  readonly position: number;
}

/** What a commit changed: `row` is the row as committed, null when it is gone (deleted or purged). */
export interface CommittedChange {
  readonly object: string;
  readonly id: string;
  readonly row: Row | null;
}

export type CommitListener = (changes: readonly CommittedChange[], committedAt: number) => void;

export interface StoreOptions {
  /** Characters 4 to 6 of every id. */
  readonly instance?: string;
}

interface UndoEntry {
  readonly table: Table;
  readonly id: string;
  readonly live: Row | undefined;
  readonly deleted: Row | undefined;
}

export class Store {
  readonly schema: Schema;
  readonly #instance: string;
  readonly #tables = new Map<string, Table>();
  readonly #counters = new Map<string, number>();
  readonly #log: UndoEntry[] = [];
  readonly #held: Mark[] = [];
  readonly #listeners: CommitListener[] = [];

  constructor(schema: Schema, options: StoreOptions = {}) {
    this.schema = schema;
    this.#instance = options.instance ?? "Qy0";
  }

  // -------------------------------------------------------------- reading

  /** The table of an object (name in any case). Throws when the schema has no such object. */
  table(object: string): Table {
    const known = this.#tables.get(object);
    if (known !== undefined) return known;
    const schema = this.schema.object(object);
    if (schema === undefined) throw new Error(`no object ${object} in the schema`);
    let table = this.#tables.get(schema.name);
    if (table === undefined) {
      table = new Table(schema);
      this.#tables.set(schema.name, table);
    }
    this.#tables.set(object, table);
    return table;
  }

  /** Tables that have been touched, each once. */
  tables(): Iterable<Table> {
    return new Set(this.#tables.values());
  }

  /** The table that an id belongs to by its key prefix, or undefined. */
  tableOf(id: string): Table | undefined {
    const schema = this.schema.byKeyPrefix(id.slice(0, 3));
    return schema === undefined ? undefined : this.table(schema.name);
  }

  /** The row with this 18-character id, of whatever object; undefined when it does not exist or is in the recycle bin. */
  get(id: string): Row | undefined {
    return this.tableOf(id)?.get(id);
  }

  // -------------------------------------------------------------- ids and counters

  /** The next id of an object. Ids are never given twice, not even after a rollback. */
  newId(object: string): string {
    const { name, keyPrefix } = this.table(object).schema;
    if (keyPrefix === null) throw new Error(`${name} has no key prefix, so its records have no ids`);
    return makeRecordId(keyPrefix, this.#instance, this.nextNumber(`id ${name}`));
  }

  /** Counts from 1 per key: auto-number fields, replay ids and the like. Not undone by a rollback. */
  nextNumber(key: string): number {
    const next = (this.#counters.get(key) ?? 0) + 1;
    this.#counters.set(key, next);
    return next;
  }

  /** Counters as they stand; given back to `restoreCounters` they make each test start with the same ids. */
  counters(): ReadonlyMap<string, number> {
    return new Map(this.#counters);
  }

  restoreCounters(counters: ReadonlyMap<string, number>): void {
    this.#counters.clear();
    for (const [key, value] of counters) this.#counters.set(key, value);
  }

  // -------------------------------------------------------------- writing

  /** Adds a row. Its `Id` comes from `newId` or from a seed; later ids of the object are greater. Throws when the id is taken. */
  insert(object: string, row: Row): void {
    const table = this.table(object);
    const id = idOf(row);
    if (table.get(id) !== undefined || table.getDeleted(id) !== undefined) throw new Error(`${table.schema.name} ${id} exists already`);
    this.#reserve(table, id);
    this.#write(table, id, row, undefined);
  }

  /** Replaces the row of the same id. Throws when there is none. */
  update(object: string, row: Row): void {
    const table = this.table(object);
    const id = idOf(row);
    if (table.get(id) === undefined) throw new Error(`${table.schema.name} ${id} does not exist`);
    this.#write(table, id, row, undefined);
  }

  /** Moves a row to the recycle bin with `IsDeleted` true; `stamps` are fields to set on the way. Throws when there is none. */
  delete(object: string, id: string, stamps: Row = new Map()): void {
    const table = this.table(object);
    const row = table.get(id);
    if (row === undefined) throw new Error(`${table.schema.name} ${id} does not exist`);
    this.#write(table, id, undefined, new Map([...row, ...stamps, ["IsDeleted", true]]));
  }

  /** Brings a row back from the recycle bin. Throws when it is not there. */
  undelete(object: string, id: string, stamps: Row = new Map()): void {
    const table = this.table(object);
    const row = table.getDeleted(id);
    if (row === undefined) throw new Error(`${table.schema.name} ${id} is not in the recycle bin`);
    this.#write(table, id, new Map([...row, ...stamps, ["IsDeleted", false]]), undefined);
  }

  /** Removes a row for good, from the table or the recycle bin (`Database.emptyRecycleBin`). */
  purge(object: string, id: string): void {
    this.#write(this.table(object), id, undefined, undefined);
  }

  #write(table: Table, id: string, live: Row | undefined, deleted: Row | undefined): void {
    if (this.#held.length > 0) this.#log.push({ table, id, live: table.get(id), deleted: table.getDeleted(id) });
    table.write(id, live, deleted);
    if (this.#held.length === 0) this.#notify([{ object: table.schema.name, id, row: live ?? null }], Number.NEGATIVE_INFINITY);
  }

  #reserve(table: Table, id: string): void {
    const key = `id ${table.schema.name}`;
    if (!id.startsWith(this.#instance, 3)) return;
    const counter = counterOfRecordId(id);
    if (counter > (this.#counters.get(key) ?? 0)) this.#counters.set(key, counter);
  }

  // -------------------------------------------------------------- undo

  /** Starts (or nests) logging: a transaction, a savepoint, a test. */
  mark(): Mark {
    const mark: Mark = { position: this.#log.length };
    this.#held.push(mark);
    return mark;
  }

  isHeld(mark: Mark): boolean {
    return this.#held.includes(mark);
  }

  /** Undoes everything written since the mark. The mark stays held, marks made after it are gone. */
  rollbackTo(mark: Mark): void {
    const at = this.#indexOf(mark);
    while (this.#log.length > mark.position) {
      const entry = this.#log.pop();
      if (entry !== undefined) entry.table.write(entry.id, entry.live, entry.deleted);
    }
    this.#held.length = at + 1;
  }

  /** Gives up the mark, and those made after it, without undoing anything. Savepoints end so. */
  release(mark: Mark): void {
    this.#held.length = this.#indexOf(mark);
    if (this.#held.length === 0) this.#log.length = 0;
  }

  /**
   * Ends a transaction: releases the mark and, when no outer mark is held, tells the listeners what has changed for good.
   * `committedAt`: the org's clock, milliseconds.
   */
  commit(mark: Mark, committedAt: number): void {
    if (this.#indexOf(mark) === 0) this.#notify(this.changesSince(mark), committedAt);
    this.release(mark);
  }

  /** The rows written since the mark, each once, as they are now. */
  changesSince(mark: Mark): CommittedChange[] {
    this.#indexOf(mark);
    const changes = new Map<string, CommittedChange>();
    for (let at = mark.position; at < this.#log.length; at++) {
      const entry = this.#log[at];
      if (entry === undefined || changes.has(entry.id)) continue;
      changes.set(entry.id, { object: entry.table.schema.name, id: entry.id, row: entry.table.get(entry.id) ?? null });
    }
    return [...changes.values()];
  }

  /** Called after each outermost commit, and for each write outside any mark (a seed: committed since ever). */
  onCommit(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  #notify(changes: readonly CommittedChange[], committedAt: number): void {
    if (changes.length === 0) return;
    for (const listener of this.#listeners) listener(changes, committedAt);
  }

  #indexOf(mark: Mark): number {
    const at = this.#held.indexOf(mark);
    if (at < 0) throw new Error("the mark is not held any more");
    return at;
  }
}

/** The 18-character id of a row. */
export function idOf(row: Row): string {
  const id = row.get("Id");
  if (typeof id !== "string" || id.length !== 18) throw new Error("a row needs an Id of 18 characters");
  return id;
}
