/** Queries that answer with AggregateResult records. */
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { SoqlExpression, SoqlQuery, SoqlSelectItem } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { groupExpression } from "./aggregate.ts";
import { compileCondition } from "./condition.ts";
import { compileCount } from "./count-clause.ts";
import { rowExpression, type Expression } from "./expression.ts";
import type { QueryEntity } from "./field-path.ts";
import { groupRows, type Group } from "./group-rows.ts";
import { makeField, resultObject } from "./name-object.ts";
import { compileOrder } from "./order.ts";
import type { QueryRun } from "./query-context.ts";
import { compileSource } from "./row-source.ts";
import { groupable } from "./sortable.ts";
import { malformed } from "./soql-error.ts";

interface Item {
  readonly alias: string;
  readonly expression: Expression<Group>;
}

const MAX_SUBTOTALED = 3;

export function isGrouped({ groupBy, select }: SoqlQuery): boolean {
  return groupBy !== null || select.some((item) => item.kind === "expression" && isAggregate(item.expression));
}

function isAggregate(expression: SoqlExpression): boolean {
  return (
    expression.kind === "aggregate" || expression.kind === "grouping" || (expression.kind === "format" && isAggregate(expression.operand))
  );
}

/** Prepares a query with aggregates or GROUP BY. Throws SoqlError. */
export function prepareGrouped(query: SoqlQuery, entity: QueryEntity): (run: QueryRun) => SObjectRecord[] {
  const groupBy = (query.groupBy?.expressions ?? []).map((item) => groupable(rowExpression(item, entity), item.position));
  if (groupBy.length > MAX_SUBTOTALED && query.groupBy?.kind !== "plain") {
    throw malformed(`GROUP BY ROLLUP and GROUP BY CUBE take at most ${MAX_SUBTOTALED} fields`, query.position);
  }
  const resolve = (expression: SoqlExpression): Expression<Group> => groupExpression(expression, entity, groupBy);
  const items = compileItems(query.select, resolve);
  const byAlias = (expression: SoqlExpression): Expression<Group> => aliased(expression, items) ?? resolve(expression);
  const having = query.having === null ? null : compileCondition<Group>(query.having, { expression: byAlias, subquery: null });
  const sorter = compileOrder(query.orderBy, byAlias);
  if (groupBy.length === 0 && query.limit !== null) {
    throw malformed("Non-grouped query that uses overall aggregate functions cannot also use LIMIT", query.limit.position);
  }
  const source = compileSource(query, entity);
  const { limit, offset } = compileCount(query);
  const kind = query.groupBy?.kind ?? "plain";
  const schema = aggregateResult(items);
  const countsOnly = query.select.every((item) => !isCostly(item));
  return (run) => {
    const rows: readonly Row[] = source(run)(Number.POSITIVE_INFINITY);
    const all = groupRows(rows, groupBy, kind, run);
    run.context.meter.rows(countsOnly ? all.length : rows.length);
    const active = having?.(run) ?? null;
    const kept = active === null ? all : all.filter((group) => active.test(group) === true);
    const [first, size] = [offset(run), limit(run)];
    const shown = (sorter === null ? kept : sorter(kept, run)).slice(first, first + size);
    return shown.map(
      (group) =>
        new SObjectRecord(
          schema,
          items.map(({ alias, expression }) => [alias, expression.read(group, run)] as const),
        ),
    );
  };
}

/** Only COUNT is charged by the group; every other aggregate by the row. */
function isCostly(item: SoqlSelectItem): boolean {
  return item.kind === "expression" && item.expression.kind === "aggregate" && item.expression.function !== "count";
}

function compileItems(select: readonly SoqlSelectItem[], resolve: (expression: SoqlExpression) => Expression<Group>): Item[] {
  const items: Item[] = [];
  const names = new Set<string>();
  let unnamed = 0;
  for (const item of select) {
    if (item.kind !== "expression") throw malformed("Grouped queries cannot select subqueries, TYPEOF or FIELDS()", item.position);
    const expression = resolve(item.expression);
    const alias = item.alias ?? (item.expression.kind === "field" ? expression.field.name : `expr${unnamed++}`);
    if (names.has(alias.toLowerCase())) throw malformed(`duplicate alias: ${alias}`, item.position);
    names.add(alias.toLowerCase());
    items.push({ alias, expression });
  }
  return items;
}

function aliased(expression: SoqlExpression, items: readonly Item[]): Expression<Group> | null {
  if (expression.kind !== "field" || expression.path.length !== 1) return null;
  const name = expression.path[0]?.toLowerCase();
  return items.find(({ alias }) => alias.toLowerCase() === name)?.expression ?? null;
}

function aggregateResult(items: readonly Item[]): ObjectSchema {
  return resultObject(
    "AggregateResult",
    items.map(({ alias, expression: { field } }) => makeField(alias, field.type === "id" ? "reference" : field.type, field.apexType)),
  );
}
