import { ApexList } from "../../apex/runtime/collections.ts";
import { throwApex } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import { parseSosl } from "../../apex/syntax/parse.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoslQuery } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema, Schema } from "../schema/schema.ts";
import { QueryRun, type QueryContext } from "../soql/query-context.ts";
import { describeSoqlError, malformed, SoqlError } from "../soql/soql-error.ts";
import type { Row } from "../store/store.ts";
import { prepareSearch, type PreparedReturning, type PreparedSearch } from "./prepare-search.ts";
import { parseSearch, SearchSyntaxError, type SearchExpression } from "./search-expression.ts";
import { ALL_FIELDS, EMAIL_FIELDS, NAME_FIELDS, PHONE_FIELDS } from "./search-group.ts";
import type { SearchIndex } from "./search-index.ts";

export interface SearchContext extends QueryContext {
  readonly index: SearchIndex;
  /** Milliseconds from a commit until its records are found. */
  readonly lag: number;
  /** In tests the ids given to `Test.setFixedSearchResults` (empty when none were); null: search the index. */
  readonly fixedResults: readonly string[] | null;
}

/** The records found for one object of RETURNING. */
export interface SearchResult {
  readonly object: ObjectSchema;
  readonly records: readonly SObjectRecord[];
}

const MAX_LENGTH = 10_000;
const MAX_LENGTH_WITH_OPERATORS = 4_000;
/** Records that the search engine looks at, per object. */
const WINDOW = 2_000;
const PLAIN_CAP = 250;

const GROUPS: Readonly<Record<NonNullable<SoslQuery["in"]>, number>> = {
  all: ALL_FIELDS,
  sidebar: ALL_FIELDS,
  name: NAME_FIELDS,
  email: EMAIL_FIELDS,
  phone: PHONE_FIELDS,
};

/** Prepares a search given as text. Throws SoqlError. */
export function prepareSearchText(text: string, schema: Schema): PreparedSearch {
  const result = parseSosl(text);
  if (result.ok) return prepareSearch(result.query, schema);
  const [first] = result.diagnostics;
  throw malformed(first?.message ?? "unexpected end of search", first === undefined ? null : { line: first.line, column: first.column });
}

/** For `Search.query` and its kin: as `prepareSearchText`, but throws System.SearchException. */
export function prepareDynamicSearch(text: string, schema: Schema): PreparedSearch {
  return asSearchException(() => prepareSearchText(text, schema));
}

/** For searches in the code: as `prepareSearch`, but throws System.SearchException. */
export function prepareStaticSearch(query: SoslQuery, schema: Schema): PreparedSearch {
  return asSearchException(() => prepareSearch(query, schema));
}

/** The results as Apex sees them: a list of lists. */
export function searchLists(results: readonly SearchResult[]): ApexList {
  const lists = results.map(({ object, records }) => new ApexList(`List<${object.name}>`, [...records]));
  return new ApexList("List<List<SObject>>", lists);
}

/** Runs a search; one result per object of RETURNING, in that order, or without RETURNING per object with records. Throws System.SearchException. */
export function runSearch(search: PreparedSearch, binds: readonly ApexValue[], context: SearchContext): SearchResult[] {
  return asSearchException(() => {
    const run = new QueryRun(context, binds, false);
    const expression = searchFor(search.query, run);
    let left = overallLimit(search.query, run);
    const results = search.returning.map((returning) => {
      const cap = Math.min(left, capOf(returning, search.returning.length));
      const records = returning.execute(foundRows(returning.object, expression, search.query, context), cap, run);
      left -= records.length;
      return { object: returning.object, records };
    });
    return search.query.returning.length > 0 ? results : results.filter(({ records }) => records.length > 0);
  });
}

/** Null: the text is too long to search for anything. */
function searchFor({ find, in: group }: SoslQuery, run: QueryRun): SearchExpression | null {
  const value = find.kind === "string" ? find.value : run.bind(find.index);
  const text = typeof value === "string" ? value.trim() : "";
  if (text.replace(/[*?"()\\]/g, "").length < 2)
    throwApex("System.SearchException", `search term must be longer than one character: ${text}`);
  if (text.length > MAX_LENGTH) return null;
  const expression = parseSearch(text, text.length > MAX_LENGTH_WITH_OPERATORS);
  if (expression === null) throwApex("System.SearchException", `search term must be longer than one character: ${text}`);
  return group === "sidebar" ? withAsterisk(expression) : expression;
}

/** SIDEBAR FIELDS search as if an asterisk stood at the end. */
function withAsterisk(expression: SearchExpression): SearchExpression {
  if (expression.kind !== "phrase") return { ...expression, right: withAsterisk(expression.right) };
  const last = expression.tokens.at(-1);
  const tokens = last === undefined ? [] : [...expression.tokens.slice(0, -1), { text: `${last.text}*`, isPattern: true }];
  return { ...expression, tokens };
}

function foundRows(object: ObjectSchema, expression: SearchExpression | null, query: SoslQuery, context: SearchContext): readonly Row[] {
  if (expression === null) return [];
  const table = context.store.table(object.name);
  const ids =
    fixedIds(object, context) ??
    context.index.find(object, expression, GROUPS[query.in ?? "all"], context.now - context.lag).slice(0, WINDOW);
  return [...new Set(ids)].map((id) => table.get(id)).filter((row) => row !== undefined);
}

/** In tests: the ids that were set. Files are set by the ids of their versions. */
function fixedIds({ name }: ObjectSchema, { fixedResults, store }: SearchContext): readonly string[] | null {
  if (fixedResults === null || name !== "ContentDocument") return fixedResults;
  return fixedResults.map((id) => store.get(id)?.get("ContentDocumentId")).filter((id) => typeof id === "string");
}

function capOf({ isRefined }: PreparedReturning, objects: number): number {
  if (objects === 1) return isRefined ? WINDOW : PLAIN_CAP;
  return Math.min(Math.floor(WINDOW / objects), PLAIN_CAP);
}

function overallLimit({ limit }: SoslQuery, run: QueryRun): number {
  if (limit === null) return WINDOW;
  const value = limit.kind === "number" ? limit.value : run.bind(limit.index);
  if (typeof value !== "number" || value < 0) throwApex("System.SearchException", "Invalid value for LIMIT");
  return Math.min(value, WINDOW);
}

function asSearchException<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof SoqlError) throwApex("System.SearchException", describeSoqlError(error, null));
    if (error instanceof SearchSyntaxError) throwApex("System.SearchException", error.message);
    throw error;
  }
}
