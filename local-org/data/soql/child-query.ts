import type { SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import { compileCount } from "./count-clause.ts";
import { rowExpression } from "./expression.ts";
import { QueryEntity } from "./field-path.ts";
import { compileOrder } from "./order.ts";
import { isGrouped } from "./prepare-grouped.ts";
import type { QueryApi } from "./prepare.ts";
import { childRows, compileSource } from "./row-source.ts";
import { compileSelect } from "./select-list.ts";
import { recordBuilder, type ChildColumn } from "./selection.ts";
import { sortable } from "./sortable.ts";
import { malformed, noSuchObject, noSuchRelationship } from "./soql-error.ts";

/** Compiles `(SELECT ... FROM Contacts)` of a SELECT list. Throws SoqlError. */
export function compileChild(query: SoqlQuery, parent: QueryEntity, api: QueryApi): ChildColumn {
  const name = query.from.path.at(-1) ?? "";
  const child = parent.object.children.find(({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase());
  const relationship = child?.relationshipName ?? null;
  if (child === undefined || relationship === null) throw noSuchRelationship(name, "FROM part of query call", query.from.position);
  const object = parent.schema.object(child.childObject);
  if (object === undefined) throw noSuchObject(child.childObject, query.from.position);
  if (isGrouped(query))
    throw malformed("Aggregate functions and GROUP BY are not allowed in a subquery of the SELECT list", query.position);
  const entity = new QueryEntity(parent.schema, object, query.from, query.fromAliases);
  const plan = compileSelect(query, entity, api);
  const source = compileSource(query, entity);
  const sorter = compileOrder(query.orderBy, (expression) => sortable(rowExpression(expression, entity), expression.position));
  const { limit, offset } = compileCount(query);
  const foreignKey = child.field;
  return {
    relationship,
    object,
    plan,
    start: (run) => {
      const select = source(run);
      const toRecord = recordBuilder(plan, run);
      const [first, size] = [offset(run), limit(run)];
      return (parent) => {
        const found = select(sorter === null ? first + size : Number.POSITIVE_INFINITY, childRows(object, foreignKey, parent, run));
        const rows = (sorter === null ? found : sorter(found, run)).slice(first, first + size);
        run.context.meter.rows(rows.length);
        return rows.map(toRecord);
      };
    },
  };
}
