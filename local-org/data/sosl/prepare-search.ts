/** Searches made ready to run: objects and fields resolved, what the engine does not do refused. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { SoqlQuery, SoslQuery, SoslReturning } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema, Schema } from "../schema/schema.ts";
import { compileCount } from "../soql/count-clause.ts";
import { isDerived } from "../soql/derived-objects.ts";
import { rowExpression } from "../soql/expression.ts";
import { QueryEntity } from "../soql/field-path.ts";
import { compileOrder } from "../soql/order.ts";
import type { QueryRun } from "../soql/query-context.ts";
import { compileSource } from "../soql/row-source.ts";
import { compileSelect } from "../soql/select-list.ts";
import { recordBuilder, type RecordPlan } from "../soql/selection.ts";
import { sortable } from "../soql/sortable.ts";
import { noSuchObject } from "../soql/soql-error.ts";
import type { Row } from "../store/store.ts";

/** One object of RETURNING. */
export interface PreparedReturning {
  readonly object: ObjectSchema;
  readonly plan: RecordPlan;
  /** A WHERE or ORDER BY lifts the row cap of a search in one object. */
  readonly isRefined: boolean;
  /** Filters, sorts and cuts the rows that were found and makes records of them. */
  readonly execute: (found: readonly Row[], cap: number, run: QueryRun) => SObjectRecord[];
}

export interface PreparedSearch {
  readonly query: SoslQuery;
  readonly returning: readonly PreparedReturning[];
  readonly access: "user" | "system" | null;
}

const prepared = new WeakMap<Schema, WeakMap<SoslQuery, PreparedSearch>>();

/** Prepares a search, once per tree and schema. Throws SoqlError for what the platform refuses, UnsupportedFeatureError for what the engine does. */
export function prepareSearch(query: SoslQuery, schema: Schema): PreparedSearch {
  let known = prepared.get(schema);
  if (known === undefined) {
    known = new WeakMap();
    prepared.set(schema, known);
  }
  let result = known.get(query);
  if (result === undefined) {
    result = prepare(query, schema);
    known.set(query, result);
  }
  return result;
}

function prepare(query: SoslQuery, schema: Schema): PreparedSearch {
  if (query.update.length > 0) unsupported(`UPDATE ${query.update.join(", ")} in SOSL`);
  const returning = query.returning.length > 0 ? query.returning : everySearchable(query, schema);
  return { query, access: readAccess(query), returning: returning.map((item) => prepareReturning(item, query, schema)) };
}

function everySearchable({ position }: SoslQuery, schema: Schema): SoslReturning[] {
  const objects = [...schema.objects()].filter((object) => object.searchable && object.queryable && !isDerived(object));
  return objects.map(({ name }) => ({
    object: name,
    fields: [],
    where: null,
    listView: null,
    orderBy: [],
    limit: null,
    offset: null,
    position,
  }));
}

function readAccess(query: SoslQuery): PreparedSearch["access"] {
  let access: PreparedSearch["access"] = null;
  for (const clause of query.with) {
    if (clause.kind === "userMode") access = "user";
    else if (clause.kind === "systemMode") access = "system";
    else unsupported(`WITH ${clause.kind} in SOSL`);
  }
  return access;
}

function prepareReturning(item: SoslReturning, search: SoslQuery, schema: Schema): PreparedReturning {
  const object = schema.object(item.object);
  if (object === undefined) throw noSuchObject(item.object, item.position);
  if (item.listView !== null) unsupported("USING ListView in SOSL");
  const query = asQuery(item, object, search);
  const entity = new QueryEntity(schema, object, query.from);
  const plan = compileSelect(query, entity, "apex");
  const source = compileSource(query, entity);
  const sorter = compileOrder(item.orderBy, (expression) => sortable(rowExpression(expression, entity), expression.position));
  const { limit, offset } = compileCount(item);
  return {
    object,
    plan,
    isRefined: item.where !== null || item.orderBy.length > 0,
    execute: (found, cap, run) => {
      const kept = source(run)(Number.POSITIVE_INFINITY, found);
      const first = offset(run);
      const rows = (sorter === null ? kept : sorter(kept, run)).slice(first, first + Math.min(cap, limit(run)));
      return rows.map(recordBuilder(plan, run));
    },
  };
}

function asQuery(
  { fields, where, orderBy, limit, offset, position }: SoslReturning,
  { name }: ObjectSchema,
  { binds }: SoslQuery,
): SoqlQuery {
  const id = { kind: "expression", expression: { kind: "field", path: ["Id"], position }, alias: null, position } as const;
  return {
    kind: "soql",
    position,
    select: fields.length === 0 ? [id] : fields.map((field) => ({ kind: "expression", ...field })),
    from: { path: [name], alias: null, position },
    fromAliases: [],
    scope: null,
    where,
    with: null,
    groupBy: null,
    having: null,
    orderBy,
    limit,
    offset,
    allRows: false,
    for: [],
    update: [],
    binds,
  };
}
