/** Database.query and its kin: queries given as text. */
import { prepareDynamicQuery } from "../../data/soql/query-text.ts";
import { runQuery } from "../../data/soql/run-query.ts";
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { queryContextOf } from "../../transaction/query-context.ts";
import { currentBinds } from "../runtime/bind-scope.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexList, ApexMap, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { cursorMembers } from "./cursor.ts";
import { QueryLocator } from "./query-locator.ts";

type Text = string | null;
/** Gives the value of a bind by its name; undefined when there is none. */
type Lookup = (name: string) => ApexValue | undefined;

function variablesInScope(): Lookup {
  const scope = currentBinds();
  return (name) => scope?.[name.toLowerCase()]?.();
}

function given(binds: ApexMap): Lookup {
  const byName = new Map<string, ApexValue>();
  for (const [name, value] of binds.entries()) if (typeof name === "string") byName.set(name.toLowerCase(), value);
  return (name) => byName.get(name.toLowerCase());
}

/** Counts rows of a locator against their own limit. */
function locatorContext(transaction: Transaction): ReturnType<typeof queryContextOf> {
  const context = queryContextOf(transaction);
  const rows = (count: number): void => transaction.limits.count("queryLocatorRows", count);
  // The start method of a batch may read up to 50 million rows.
  const unlimited = transaction.attachments.get("batch phase") === "start";
  return { ...context, meter: { ...context.meter, rows: unlimited ? (): void => undefined : rows } };
}

function prepared(text: Text): ReturnType<typeof prepareDynamicQuery> {
  return prepareDynamicQuery(requireArgument(text), currentTransaction().org.schema);
}

function run(text: Text, lookup: Lookup, context: ReturnType<typeof queryContextOf>): SObjectRecord[] | number {
  return runPrepared(prepared(text), lookup, context);
}

function runPrepared(
  prepared: ReturnType<typeof prepareDynamicQuery>,
  lookup: Lookup,
  context: ReturnType<typeof queryContextOf>,
): SObjectRecord[] | number {
  const values = prepared.query.binds.map(({ text: name }) => {
    const value = lookup(name);
    return value === undefined ? throwApex("System.QueryException", `Variable does not exist: ${name}`) : value;
  });
  return runQuery(prepared, values, context);
}

function rows(text: Text, lookup: Lookup): ApexValue {
  const query = prepared(text);
  const result = runPrepared(query, lookup, queryContextOf(currentTransaction()));
  // As on the platform: `SELECT COUNT()` through Database.query is an error, countQuery is for that.
  if (typeof result === "number") throwApex("System.QueryException", "Invalid query: SELECT COUNT() needs Database.countQuery");
  return new ApexList(`List<${query.shape === "aggregate" ? "AggregateResult" : query.object.name}>`, result);
}

function count(text: Text, lookup: Lookup): ApexValue {
  const result = run(text, lookup, queryContextOf(currentTransaction()));
  return typeof result === "number" ? result : result.length;
}

function locator(text: Text, lookup: Lookup): QueryLocator {
  const result = run(text, lookup, locatorContext(currentTransaction()));
  if (typeof result === "number") throwApex("System.QueryException", "COUNT() is not allowed in a query locator");
  return new QueryLocator(requireArgument(text), result);
}

function locatorOf(list: ApexValue): QueryLocator {
  const records = list instanceof ApexList ? list.items.filter((item) => item instanceof SObjectRecord) : [];
  return new QueryLocator("", records);
}

/** Rows of a cursor count when they are fetched. */
function cursorRows(hasBinds: boolean, [text = null, binds = null]: readonly ApexValue[]): readonly SObjectRecord[] {
  const context = queryContextOf(currentTransaction());
  const lookup = hasBinds ? given(requireArgument(binds instanceof ApexMap ? binds : null)) : variablesInScope();
  const rows = (count: number): void => currentTransaction().limits.count("apexCursorRows", count);
  const uncounted = { ...context, meter: { ...context.meter, rows } };
  const result = run(typeof text === "string" ? text : null, lookup, uncounted);
  return typeof result === "number" ? throwApex("System.QueryException", "COUNT() is not allowed in a cursor") : result;
}

definePlatformClass("System.Database", {
  statics: {
    ...cursorMembers(cursorRows),
    "query(String)": (text: Text) => rows(text, variablesInScope()),
    "query(String,System.AccessLevel)": (text: Text) => rows(text, variablesInScope()),
    "queryWithBinds(String,Map<String,Object>,System.AccessLevel)": (text: Text, binds: ApexMap | null) =>
      rows(text, given(requireArgument(binds))),
    "countQuery(String)": (text: Text) => count(text, variablesInScope()),
    "countQuery(String,System.AccessLevel)": (text: Text) => count(text, variablesInScope()),
    "countQueryWithBinds(String,Map<String,Object>,System.AccessLevel)": (text: Text, binds: ApexMap | null) =>
      count(text, given(requireArgument(binds))),
    "getQueryLocator(String)": (text: Text) => locator(text, variablesInScope()),
    "getQueryLocator(String,System.AccessLevel)": (text: Text) => locator(text, variablesInScope()),
    "getQueryLocatorWithBinds(String,Map<String,Object>,System.AccessLevel)": (text: Text, binds: ApexMap | null) =>
      locator(text, given(requireArgument(binds))),
    "getQueryLocator(List<SObject>)": locatorOf,
    "getQueryLocator(List<SObject>,System.AccessLevel)": locatorOf,
  },
});
