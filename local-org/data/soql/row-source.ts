/** The rows that FROM, USING SCOPE and WHERE of a query leave. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { SoqlCondition, SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import { idOf, type Row } from "../store/store.ts";
import { byId } from "../store/table.ts";
import { compileCondition, type ActiveCondition, type Condition } from "./condition.ts";
import { definitionRows, fieldsOfDefinition, isDefinition } from "./definition-objects.ts";
import { isDerived, requireRecords } from "./derived-objects.ts";
import { rowExpression } from "./expression.ts";
import type { QueryEntity } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";
import { semiJoin } from "./semi-join.ts";
import { malformed } from "./soql-error.ts";

/** The rows of one execution: of the whole table, or of those given (the children of one parent). At most `limit`, in the order of their ids. */
export type SelectRows = (limit: number, within?: readonly Row[]) => Row[];

export type RowSource = (run: QueryRun) => SelectRows;

const OWNER = "OwnerId";

/** Compiles the source of a query. `where` is the query's own condition. Throws SoqlError. */
export function compileSource(query: Pick<SoqlQuery, "where" | "scope" | "position">, entity: QueryEntity, inSemiJoin = false): RowSource {
  const condition = query.where === null ? null : compileRowCondition(query.where, entity, inSemiJoin);
  const isMine = readScope(query, entity);
  const table = entity.object.name;
  const derived = isDerived(entity.object);
  return (run) => {
    if (derived) requireRecords(run.store.table(table));
    const active = condition?.(run) ?? null;
    return (limit, within) => {
      const rows: Row[] = [];
      if (limit <= 0) return rows;
      for (const row of within ?? baseRows(entity, active, run)) {
        if (active !== null && active.test(row) !== true) continue;
        if (isMine && row.get(OWNER) !== run.context.userId) continue;
        rows.push(row);
        if (rows.length >= limit) break;
      }
      return rows;
    };
  };
}

function compileRowCondition(where: SoqlCondition, entity: QueryEntity, inSemiJoin: boolean): Condition<Row> {
  return compileCondition<Row>(where, {
    expression: (expression) => rowExpression(expression, entity),
    subquery: inSemiJoin ? null : (query, comparison, left) => semiJoin(query, comparison, left, entity),
  });
}

function baseRows({ object, schema }: QueryEntity, active: ActiveCondition<Row> | null, run: QueryRun): Iterable<Row> {
  if (isDefinition(object)) return definitionRows(object, schema);
  const table = run.store.table(object.name);
  const candidates = active?.candidates?.rows() ?? null;
  const live = candidates ?? table.rows();
  return run.allRows ? [...live, ...table.deletedRows()].sort(byId) : live;
}

/** The rows of an object that refer to the parent; with ALL ROWS those in the recycle bin too. */
export function childRows(object: ObjectSchema, foreignKey: string, parent: Row, run: QueryRun): readonly Row[] {
  if (isDefinition(object)) {
    return fieldsOfDefinition(parent, run.store.schema);
  }
  const parentId = idOf(parent);
  const table = run.store.table(object.name);
  const live = table.lookup(foreignKey, parentId);
  if (!run.allRows) return live;
  return [...live, ...[...table.deletedRows()].filter((row) => row.get(foreignKey) === parentId)].sort(byId);
}

function readScope({ scope, position }: Pick<SoqlQuery, "scope" | "position">, { object }: QueryEntity): boolean {
  if (scope === null || scope.toLowerCase() === "everything") return false;
  if (scope.toLowerCase() !== "mine") unsupported(`USING SCOPE ${scope}`);
  if (!object.fields.has(OWNER.toLowerCase())) throw malformed(`The scope mine is not supported for ${object.name}`, position);
  return true;
}
