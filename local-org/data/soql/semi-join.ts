import type { SoqlComparison, SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { ObjectSchema, Schema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import type { Row } from "../store/store.ts";
import { categoryOf } from "./category.ts";
import { rowExpression, type Expression } from "./expression.ts";
import { QueryEntity, type FieldPath } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";
import { compileSource } from "./row-source.ts";
import { malformed, noSuchObject } from "./soql-error.ts";

/** Objects that the platform does not allow inside. */
const NOT_INSIDE = new Set(["activityhistory", "attachment", "event", "eventattendee", "note", "openactivity", "task"]);

/** Compiles `field IN (SELECT reference FROM ...)`: the keys the subquery gives, nulls left out. Throws SoqlError. */
export function semiJoin<Subject>(
  query: SoqlQuery,
  comparison: SoqlComparison,
  left: Expression<Subject>,
  outer: QueryEntity,
): (run: QueryRun) => readonly IndexKey[] {
  const object = innerObject(query, outer.schema);
  const entity = new QueryEntity(outer.schema, object, query.from, query.fromAliases);
  const inner = innerField(query, entity);
  check(query, comparison, left, inner, outer);
  const source = compileSource(query, entity, true);
  const { field, read } = inner;
  return (run) => {
    const rows: readonly Row[] = source(run)(Number.POSITIVE_INFINITY);
    return [...new Set(rows.map((row) => indexKey(field, read(row, run))))].filter((key) => key !== null);
  };
}

function innerObject({ from }: SoqlQuery, schema: Schema): ObjectSchema {
  const name = from.path.join(".");
  const object = schema.object(name);
  if (object === undefined) throw noSuchObject(name, from.position);
  if (NOT_INSIDE.has(object.name.toLowerCase()))
    throw malformed(`Entity '${object.name}' is not supported for semi join inner selects`, from.position);
  return object;
}

function innerField(query: SoqlQuery, entity: QueryEntity): Expression<Row> & { readonly path: FieldPath } {
  const [item] = query.select;
  if (item === undefined || query.select.length !== 1 || item.kind !== "expression" || item.expression.kind !== "field") {
    throw malformed("A semi join sub-select must select exactly one field", query.position);
  }
  const expression = rowExpression(item.expression, entity);
  if (expression.path === null || expression.path.steps.length > 0) {
    throw malformed(
      `The inner select field '${item.expression.path.join(".")}' cannot have more than one level of relationships`,
      item.position,
    );
  }
  if (categoryOf(expression.field) !== "id")
    throw malformed(`The inner select field '${expression.field.name}' must be an id or a reference`, item.position);
  return { ...expression, path: expression.path };
}

function check<Subject>(
  query: SoqlQuery,
  comparison: SoqlComparison,
  left: Expression<Subject>,
  inner: { readonly path: FieldPath },
  outer: QueryEntity,
): void {
  const { position } = comparison;
  if (left.path === null || left.path.steps.length > 0)
    throw malformed("The left operand of a semi join cannot have more than one level of relationships", position);
  if (categoryOf(left.field) !== "id")
    throw malformed(`The left operand '${left.field.name}' of a semi join must be an id or a reference`, position);
  if (inner.path.object.name === outer.object.name)
    throw malformed("The inner and outer selects should not be on the same object type", query.position);
  if (query.orderBy.length > 0 || query.limit !== null || query.offset !== null || query.groupBy !== null || query.for.length > 0) {
    throw malformed("ORDER BY, GROUP BY, LIMIT, OFFSET and FOR are not allowed in a semi join sub-select", query.position);
  }
  const pointed = new Set(targetsOf(left.path));
  if (!targetsOf(inner.path).some((name) => pointed.has(name))) {
    throw malformed(
      `The selected field '${inner.path.field.name}' in the subquery and the left operand field in the where expression in the outer query '${left.field.name}' should point to the same object type`,
      position,
    );
  }
}

function targetsOf({ field, object }: FieldPath): readonly string[] {
  return field.type === "id" ? [object.name.toLowerCase()] : field.referenceTo.map((name) => name.toLowerCase());
}
