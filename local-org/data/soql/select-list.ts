/** The SELECT list of a query that gives records. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { SoqlExpression, SoqlQuery, SoqlSelectItem, SoqlTypeOf } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { compileChild } from "./child-query.ts";
import { rowExpression } from "./expression.ts";
import { QueryEntity, type ParentStep } from "./field-path.ts";
import type { QueryApi } from "./prepare.ts";
import { nameField, ownField, type ReadRow } from "./read-field.ts";
import { SelectionBuilder } from "./selection-builder.ts";
import type { ParentColumn, RecordPlan } from "./selection.ts";
import { malformed, SoqlError } from "./soql-error.ts";

const FIELDS_LIMIT = 200;

/** Compiles the SELECT list. Throws SoqlError. */
export function compileSelect(query: SoqlQuery, entity: QueryEntity, api: QueryApi): RecordPlan {
  const builder = new SelectionBuilder(entity.object);
  for (const item of query.select) addItem(item, query, entity, builder, api);
  return builder.build();
}

function addItem(item: SoqlSelectItem, query: SoqlQuery, entity: QueryEntity, builder: SelectionBuilder, api: QueryApi): void {
  switch (item.kind) {
    case "expression":
      if (item.alias !== null && item.expression.kind === "field")
        throw malformed(`only aggregate expressions use field aliasing`, item.position);
      addExpression(item.expression, item.alias, entity, builder);
      return;
    case "subquery":
      builder.addChild(compileChild(item.query, entity, api), item.position);
      return;
    case "typeof":
      addTypeOf(item, entity, builder);
      return;
    case "fields":
      checkFieldsRule(item, query, api);
      for (const { name } of groupOfFields(item.group, entity)) {
        const { field, object } = entity.field([name], item.position);
        builder.add(field.name, ownField(field, object, entity.schema), item.position);
      }
  }
}

function addExpression(expression: SoqlExpression, alias: string | null, entity: QueryEntity, builder: SelectionBuilder): void {
  const { position } = expression;
  if (expression.kind === "dateFunction") throw malformed("Date functions in the SELECT list need a GROUP BY", position);
  const resolved = rowExpression(expression, entity);
  if (resolved.path !== null) {
    const { steps, field, object } = resolved.path;
    const read = steps.at(-1)?.polymorphic === true ? nameField(field) : ownField(field, object, entity.schema);
    builder.at(steps, position).add(field.name, read, position);
    return;
  }
  if (alias !== null) {
    builder.add(alias, resolved.read, position);
    return;
  }
  const [steps, name] = placeOf(expression, entity);
  if (steps.length > 0) unsupported(`${expression.kind} of a parent's field without an alias in SOQL`);
  builder.add(name, resolved.read, position);
}

/** `toLabel(Status)` without an alias stands where `Status` would. */
function placeOf(expression: SoqlExpression, entity: QueryEntity): readonly [readonly ParentStep[], string] {
  if (expression.kind === "toLabel") return placeOf(expression.field, entity);
  if (expression.kind === "format") return placeOf(expression.operand, entity);
  if (expression.kind !== "field") throw malformed("The expression needs an alias", expression.position);
  const { steps, field } = entity.field(expression.path, expression.position);
  return [steps, field.name];
}

function addTypeOf(item: SoqlTypeOf, entity: QueryEntity, builder: SelectionBuilder): void {
  const steps = entity.steps(item.field.path, item.position);
  const step = steps.at(-1);
  if (step?.polymorphic !== true) throw malformed(`TYPEOF needs a polymorphic relationship: ${item.field.path.join(".")}`, item.position);
  const plans = new Map<string, RecordPlan>();
  for (const { object: name, fields, position } of item.when) {
    const object = entity.schema.object(name);
    if (object === undefined || !step.field.referenceTo.includes(object.name)) {
      throw malformed(`${name} is not a type that ${step.relationship} can refer to`, position);
    }
    const target = new QueryEntity(entity.schema, object, { path: [object.name], alias: null, position });
    const inner = new SelectionBuilder(object);
    for (const field of fields) addExpression(field, null, target, inner);
    plans.set(object.name, inner.build());
  }
  const otherwise = elsePlan(item, step, entity);
  const column: ParentColumn = { step, planFor: (object) => plans.get(object.name) ?? otherwise };
  builder.at(steps.slice(0, -1), item.position).addTypeOf(column, item.position);
}

function elsePlan(item: SoqlTypeOf, step: ParentStep, entity: QueryEntity): RecordPlan | null {
  if (item.else.length === 0) return null;
  const inner = new SelectionBuilder(step.object, true);
  const target = new QueryEntity(entity.schema, step.object, { path: [step.object.name], alias: null, position: item.position });
  for (const { path, position } of item.else) {
    const { steps, field } = target.field(path, position);
    if (steps.length > 0) throw malformed("ELSE of TYPEOF takes fields of Name only", position);
    const read: ReadRow = nameField(field);
    inner.add(field.name, read, position);
  }
  return inner.build();
}

function groupOfFields(group: "all" | "standard" | "custom", { object }: QueryEntity): readonly FieldSchema[] {
  const fields = [...object.fields.values()];
  return group === "all" ? fields : fields.filter(({ custom }) => custom === (group === "custom"));
}

function checkFieldsRule(item: Extract<SoqlSelectItem, { kind: "fields" }>, { limit }: SoqlQuery, api: QueryApi): void {
  if (item.group === "standard") return;
  if (api === "apex") {
    throw malformed("The SOQL FIELDS function is not supported with an unbounded set of fields in this API", item.position);
  }
  if (limit?.kind !== "number" || limit.value > FIELDS_LIMIT) {
    throw new SoqlError("MALFORMED_QUERY", `The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`, item.position);
  }
}
