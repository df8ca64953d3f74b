/** Queries made ready to run: every name resolved against a schema, every rule of SOQL checked. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema, Schema } from "../schema/schema.ts";
import { idOf } from "../store/store.ts";
import { compileCount } from "./count-clause.ts";
import { rowExpression } from "./expression.ts";
import { QueryEntity } from "./field-path.ts";
import { isGrouped, prepareGrouped } from "./prepare-grouped.ts";
import { compileOrder } from "./order.ts";
import type { QueryRun } from "./query-context.ts";
import { compileSource } from "./row-source.ts";
import { compileSelect } from "./select-list.ts";
import { recordBuilder, type RecordPlan } from "./selection.ts";
import { sortable } from "./sortable.ts";
import { malformed, noSuchObject } from "./soql-error.ts";

/** Where the query comes from: FIELDS() has other rules in Apex than in the REST API. */
export type QueryApi = "apex" | "rest";

export interface PreparedQuery {
  readonly query: SoqlQuery;
  readonly object: ObjectSchema;
  readonly shape: "rows" | "aggregate" | "count";
  /** How records are made of rows (shape `rows`), for faces that print them. */
  readonly plan: RecordPlan | null;
  /** `WITH USER_MODE` and its kin. */
  readonly access: "user" | "system" | "securityEnforced" | null;
  readonly childQueries: number;
  /** Runs the query and counts its rows. The number is the answer of `SELECT COUNT()`. */
  readonly execute: (run: QueryRun) => SObjectRecord[] | number;
}

const prepared = new WeakMap<Schema, Record<QueryApi, WeakMap<SoqlQuery, PreparedQuery>>>();

/** Prepares a query, once per tree and schema. Throws SoqlError for what the platform refuses, UnsupportedFeatureError for what the engine does. */
export function prepareQuery(query: SoqlQuery, schema: Schema, api: QueryApi = "apex"): PreparedQuery {
  let known = prepared.get(schema);
  if (known === undefined) {
    known = { apex: new WeakMap(), rest: new WeakMap() };
    prepared.set(schema, known);
  }
  let result = known[api].get(query);
  if (result === undefined) {
    result = prepare(query, schema, api);
    known[api].set(query, result);
  }
  return result;
}

function prepare(query: SoqlQuery, schema: Schema, api: QueryApi): PreparedQuery {
  const object = topObject(query, schema);
  const entity = new QueryEntity(schema, object, query.from, query.fromAliases);
  const access = readAccess(query);
  if (query.update.length > 0) unsupported(`UPDATE ${query.update.join(", ")} in SOQL`);
  if (query.for.includes("update") && query.orderBy.length > 0) {
    throw malformed("You can't use the ORDER BY clause in a query that uses FOR UPDATE", query.position);
  }
  if (isCount(query)) return { query, object, shape: "count", plan: null, access, childQueries: 0, execute: prepareCount(query, entity) };
  if (isGrouped(query))
    return { query, object, shape: "aggregate", plan: null, access, childQueries: 0, execute: prepareGrouped(query, entity) };
  return { query, object, access, shape: "rows", ...prepareRows(query, entity, api) };
}

function topObject({ from }: SoqlQuery, schema: Schema): ObjectSchema {
  const name = from.path.join(".");
  const object = schema.object(name);
  if (object === undefined) throw noSuchObject(name, from.position);
  if (!object.queryable) throw malformed(`entity type ${object.name} does not support query`, from.position);
  return object;
}

function readAccess(query: SoqlQuery): PreparedQuery["access"] {
  switch (query.with?.kind) {
    case undefined:
      return null;
    case "userMode":
      return "user";
    case "systemMode":
      return "system";
    case "securityEnforced":
      return "securityEnforced";
    case "unsupported":
      return unsupported(`WITH ${query.with.text} in SOQL`);
  }
}

function isCount({ select }: SoqlQuery): boolean {
  const [item] = select;
  return select.length === 1 && item?.kind === "expression" && item.expression.kind === "aggregate" && item.expression.field === null;
}

function prepareCount(query: SoqlQuery, entity: QueryEntity): (run: QueryRun) => number {
  if (query.groupBy !== null) throw malformed("COUNT() cannot be used with GROUP BY", query.position);
  if (query.orderBy.length > 0) throw malformed("COUNT() cannot be used with ORDER BY", query.position);
  const source = compileSource(query, entity);
  const { limit, offset } = compileCount(query);
  return (run) => {
    const skipped = offset(run);
    const count = Math.max(0, source(run)(limit(run) + skipped).length - skipped);
    run.context.meter.rows(1);
    return count;
  };
}

function prepareRows(query: SoqlQuery, entity: QueryEntity, api: QueryApi): Pick<PreparedQuery, "plan" | "childQueries" | "execute"> {
  const plan = compileSelect(query, entity, api);
  const source = compileSource(query, entity);
  const sorter = compileOrder(query.orderBy, (expression) => sortable(rowExpression(expression, entity), expression.position));
  const { limit, offset } = compileCount(query);
  const locks = query.for.includes("update");
  return {
    plan,
    childQueries: plan.children.length,
    execute: (run) => {
      const [first, size] = [offset(run), limit(run)];
      const found = source(run)(sorter === null ? first + size : Number.POSITIVE_INFINITY);
      const rows = (sorter === null ? found : sorter(found, run)).slice(first, first + size);
      run.context.meter.rows(rows.length);
      if (locks) run.context.meter.locked(entity.object.name, rows.map(idOf));
      return rows.map(recordBuilder(plan, run));
    },
  };
}
