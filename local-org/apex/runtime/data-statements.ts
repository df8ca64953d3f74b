/** Queries, DML statements and `System.runAs` of emitted code. */
import { deleteRecords, undeleteRecords } from "../../data/dml/delete-undelete.ts";
import { insertRecords, updateRecords, upsertRecords } from "../../data/dml/insert-update.ts";
import { mergeRecords } from "../../data/dml/merge.ts";
import { prepareQuery } from "../../data/soql/prepare.ts";
import { asQueryException, runQuery } from "../../data/soql/run-query.ts";
import { prepareStaticSearch, searchLists } from "../../data/sosl/run-search.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { queryContextOf } from "../../transaction/query-context.ts";
import { searchRecords } from "../../transaction/search-context.ts";
import type { SoqlQuery, SoslQuery } from "../syntax/soql-ast.ts";
import type { AccessMode, DmlOperation } from "../types/bound-tree.ts";
import { ApexList } from "./collections.ts";
import { throwApex, throwNullPointer, unsupported } from "./exceptions.ts";
import { SObjectRecord } from "./sobject.ts";
import type { ApexValue } from "./values.ts";

type Access = Exclude<AccessMode, "default">;

/** Rows that one turn of a `for (List<Account> chunk : [...])` gets. */
const LOOP_CHUNK = 200;

function run(query: SoqlQuery, binds: readonly ApexValue[]): SObjectRecord[] | number {
  const transaction = currentTransaction();
  const prepared = asQueryException(null, () => prepareQuery(query, transaction.org.schema));
  return runQuery(prepared, binds, queryContextOf(transaction));
}

function rows(query: SoqlQuery, binds: readonly ApexValue[]): SObjectRecord[] {
  const result = run(query, binds);
  if (typeof result === "number") throw new Error("a query for rows gave a number");
  return result;
}

/** `listType`: canonical name of the list to make. */
function soql(query: SoqlQuery, binds: readonly ApexValue[], _access: Access, listType: string): ApexList {
  return new ApexList(listType, rows(query, binds));
}

function soqlCount(query: SoqlQuery, binds: readonly ApexValue[]): number {
  const result = run(query, binds);
  return typeof result === "number" ? result : result.length;
}

/** `[FIND ...]`: a list per object of RETURNING. */
function sosl(query: SoslQuery, binds: readonly ApexValue[]): ApexList {
  const transaction = currentTransaction();
  return searchLists(searchRecords(prepareStaticSearch(query, transaction.org.schema), binds, transaction));
}

function* queryChunks(query: SoqlQuery, binds: readonly ApexValue[], _access: Access, listType: string): Generator<ApexList> {
  const found = rows(query, binds);
  for (let at = 0; at < found.length; at += LOOP_CHUNK) yield new ApexList(listType, found.slice(at, at + LOOP_CHUNK));
}

/** `target`: external id field of an upsert. `duplicates`: what a merge merges into `records`. */
function dml(
  operation: DmlOperation,
  access: Access,
  records: ApexValue,
  target: string | null = null,
  duplicates: ApexValue = null,
): void {
  const list = recordsOf(records);
  const options = { allOrNone: true, access } as const;
  switch (operation) {
    case "insert":
      insertRecords(list, options);
      return;
    case "update":
      updateRecords(list, options);
      return;
    case "upsert":
      upsertWith(list, target, access);
      return;
    case "delete":
      deleteRecords(list, options);
      return;
    case "undelete":
      undeleteRecords(list, options);
      return;
    case "merge":
      mergeRecords(list[0] ?? throwNullPointer(), mergedRecords(list[0] ?? throwNullPointer(), duplicates), true);
  }
}

function upsertWith(list: readonly SObjectRecord[], target: string | null, access: Access): void {
  const externalId = target === null || target === "Id" ? undefined : list[0]?.schema.fields.get(target.toLowerCase());
  upsertRecords(list, { allOrNone: true, access, ...(externalId === undefined ? {} : { externalId }) });
}

function recordsOf(value: ApexValue): SObjectRecord[] {
  if (value === null) throwNullPointer();
  if (value instanceof SObjectRecord) return [value];
  if (!(value instanceof ApexList)) throw new Error("DML takes a record or a list of records");
  return value.items.map((item) => (item instanceof SObjectRecord ? item : throwNullPointer()));
}

/** The second operand of `merge`: records or ids, one or several. */
function mergedRecords(master: SObjectRecord, value: ApexValue): SObjectRecord[] {
  const items = value instanceof ApexList ? value.items : [value];
  return items.map((item) => {
    if (item instanceof SObjectRecord) return item;
    if (typeof item !== "string") throwNullPointer();
    return new SObjectRecord(master.schema, [["Id", item]]);
  });
}

interface RunAs {
  readonly user: ReturnType<typeof currentTransaction>["user"];
  readonly mixedDml: ReturnType<typeof currentTransaction>["mixedDml"];
}

/** `System.runAs(user) {`: gives what `endRunAs` puts back. */
function startRunAs(user: ApexValue): RunAs {
  const transaction = currentTransaction();
  if (transaction.test === null) throwApex("System.TypeException", "System.runAs is only allowed in test methods");
  const before: RunAs = { user: transaction.user, mixedDml: transaction.mixedDml };
  if (!(user instanceof SObjectRecord)) unsupported("System.runAs with a package version");
  transaction.limits.count("dmlStatements");
  transaction.mixedDml = { setup: null, other: null };
  // A user that was not inserted is inserted now.
  if (user.id === null) insertRecords([user], { allOrNone: true });
  const id = user.id ?? "";
  const type = transaction.org.store.get(id)?.get("UserType");
  transaction.user = { id, kind: type === "Guest" ? "guest" : type === "AutomatedProcess" ? "automatedProcess" : "standard" };
  return before;
}

function endRunAs(before: RunAs): void {
  const transaction = currentTransaction();
  transaction.user = before.user;
  transaction.mixedDml = before.mixedDml;
}

export const dataStatements = {
  soql,
  soqlCount,
  sosl,
  queryRows: rows,
  queryChunks,
  dml,
  startRunAs,
  endRunAs,
} as const;
