import { parseSoql } from "../../apex/syntax/parse.ts";
import type { SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { Schema } from "../schema/schema.ts";
import { prepareQuery, type PreparedQuery, type QueryApi } from "./prepare.ts";
import { asQueryException } from "./run-query.ts";
import { malformed } from "./soql-error.ts";

/** Query strings that a program builds differ in few ways: their trees are kept. */
const MAX_KEPT = 1000;
const trees = new Map<string, SoqlQuery>();

/**
 * Prepares a query given as text; `prepared.query.binds` names the values it needs. Throws SoqlError (the REST API shows its
 * code) for text that is no query or does not fit the schema.
 */
export function prepareQueryText(text: string, schema: Schema, api: QueryApi): PreparedQuery {
  let tree = trees.get(text);
  if (tree === undefined) {
    tree = parseText(text);
    if (trees.size >= MAX_KEPT) trees.clear();
    trees.set(text, tree);
  }
  return prepareQuery(tree, schema, api);
}

/** For `Database.query` and its kin: as `prepareQueryText`, but throws System.QueryException in the platform's form. */
export function prepareDynamicQuery(text: string, schema: Schema): PreparedQuery {
  return asQueryException(text, () => prepareQueryText(text, schema, "apex"));
}

function parseText(text: string): SoqlQuery {
  const result = parseSoql(text);
  if (result.ok) return result.query;
  const [first] = result.diagnostics;
  throw malformed(first?.message ?? "unexpected end of query", first === undefined ? null : { line: first.line, column: first.column });
}
