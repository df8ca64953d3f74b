/** Checks a static query against the schema: objects, relationships, fields and their use in each clause. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { SoqlCondition, SoqlCount, SoqlExpression, SoqlField, SoqlFrom, SoqlQuery, SoqlSelectItem } from "../syntax/soql-ast.ts";
import type { BoundBind } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import { checkComparison } from "./soql-comparison.ts";
import { checkSoqlRules } from "./soql-rules.ts";
import { SoqlScope } from "./soql-scope.ts";
import { ERROR, INTEGER, LONG } from "./type-model.ts";

/** Reports everything wrong with a query; the object it selects from, or null when that is unknown. */
export function checkSoqlNames(ctx: MethodContext, query: SoqlQuery, binds: readonly BoundBind[]): ObjectSchema | null {
  const object = objectOf(ctx, query.from);
  if (object === null) return null;
  checkQuery(ctx, query, object, binds);
  return object;
}

function objectOf(ctx: MethodContext, from: SoqlFrom): ObjectSchema | null {
  const name = from.path.at(-1) ?? "";
  const object = from.path.length === 1 ? ctx.world.schema.object(name) : undefined;
  if (object === undefined) ctx.report(from.position, `sObject type '${from.path.join(".")}' is not supported.`);
  return object ?? null;
}

function checkQuery(ctx: MethodContext, query: SoqlQuery, object: ObjectSchema, binds: readonly BoundBind[]): void {
  checkSoqlRules(ctx, query);
  const scope = new SoqlScope(ctx, object, query);
  const grouped = isGrouped(query);
  for (const item of query.select) checkSelectItem(ctx, scope, item, grouped, query, binds);
  if (query.where !== null) checkCondition(ctx, scope, query.where, "filtered", binds);
  if (query.with?.kind === "unsupported")
    ctx.report(query.with.position, `Not supported by this engine: WITH ${query.with.text}`, "unsupported");
  for (const expression of query.groupBy?.expressions ?? []) checkOperand(scope, expression, "grouped");
  if (query.having !== null) checkCondition(ctx, scope, query.having, "having", binds);
  for (const order of query.orderBy) {
    checkOperand(scope, order.expression, "sorted");
    if (grouped) requireGrouped(ctx, scope, order.expression, query);
  }
  checkCount(ctx, query.limit, binds);
  checkCount(ctx, query.offset, binds);
}

/** A bind in LIMIT or OFFSET is a whole number. */
export function checkCount(ctx: MethodContext, count: SoqlCount | null, binds: readonly BoundBind[]): void {
  if (count?.kind !== "bind") return;
  const type = binds[count.index]?.value.type;
  if (type === undefined || type === INTEGER || type === LONG || type === ERROR) return;
  ctx.report(count.position, `Invalid bind expression type of ${type.name} for LIMIT or OFFSET, expected Integer`);
}

function isGrouped(query: SoqlQuery): boolean {
  return query.groupBy !== null || query.select.some((item) => item.kind === "expression" && isAggregate(item.expression));
}

function isAggregate(expression: SoqlExpression): boolean {
  if (expression.kind === "format") return isAggregate(expression.operand);
  return expression.kind === "aggregate" || expression.kind === "grouping";
}

function checkSelectItem(
  ctx: MethodContext,
  scope: SoqlScope,
  item: SoqlSelectItem,
  grouped: boolean,
  query: SoqlQuery,
  binds: readonly BoundBind[],
): void {
  switch (item.kind) {
    case "expression":
      checkOperand(scope, item.expression, "selected");
      if (grouped) requireGrouped(ctx, scope, item.expression, query);
      return;
    case "subquery": {
      const child = scope.childObject(item.query.from);
      if (child !== null) checkQuery(ctx, item.query, child, binds);
      return;
    }
    case "typeof": {
      scope.relationship(item.field);
      for (const branch of item.when) {
        const object = ctx.world.schema.object(branch.object);
        if (object === undefined) ctx.report(branch.position, `sObject type '${branch.object}' is not supported.`);
        else for (const field of branch.fields) scope.fieldOf(object, field);
      }
      return;
    }
    case "fields":
      if (item.group !== "standard")
        ctx.report(item.position, `The SOQL FIELDS function must not be FIELDS(${item.group.toUpperCase()}) in Apex`);
      return;
  }
}

function requireGrouped(ctx: MethodContext, scope: SoqlScope, expression: SoqlExpression, query: SoqlQuery): void {
  if (isAggregate(expression) || expression.kind === "distance") return;
  const text = expressionKey(expression);
  const known = (query.groupBy?.expressions ?? []).map(expressionKey);
  if (known.includes(text) || (expression.kind === "field" && scope.isAlias(expression))) return;
  ctx.report(expression.position, `Field must be grouped or aggregated: ${text}`);
}

function expressionKey(expression: SoqlExpression): string {
  switch (expression.kind) {
    case "field":
      return expression.path.join(".").toLowerCase();
    case "aggregate":
      return `${expression.function}(${expression.field?.path.join(".").toLowerCase() ?? ""})`;
    case "dateFunction":
      return `${expression.function}(${expression.field.path.join(".").toLowerCase()})`;
    case "format":
      return expressionKey(expression.operand);
    case "distance":
      return "distance";
    default:
      return expression.field.path.join(".").toLowerCase();
  }
}

export type Usage = "selected" | "filtered" | "having" | "grouped" | "sorted";

/** Checks the fields of an expression and whether they may be used like that. */
function checkOperand(scope: SoqlScope, expression: SoqlExpression, usage: Usage): void {
  switch (expression.kind) {
    case "field":
      return checkField(scope, expression, usage);
    case "aggregate":
      if (expression.field !== null) scope.aggregated(expression.field, expression.function);
      return;
    case "dateFunction":
      return scope.dateField(expression.field);
    case "format":
      return checkOperand(scope, expression.operand, "selected");
    case "distance":
      for (const place of [expression.from, expression.to]) if (place.kind === "field") scope.field(place, "selected");
      return;
    default:
      scope.field(expression.field, "selected");
  }
}

function checkField(scope: SoqlScope, field: SoqlField, usage: Usage): void {
  if ((usage === "having" || usage === "sorted") && scope.isAlias(field)) return;
  scope.field(field, usage);
}

function checkCondition(ctx: MethodContext, scope: SoqlScope, condition: SoqlCondition, usage: Usage, binds: readonly BoundBind[]): void {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const operand of condition.operands) checkCondition(ctx, scope, operand, usage, binds);
      return;
    case "not":
      return checkCondition(ctx, scope, condition.operand, usage, binds);
    case "comparison": {
      checkOperand(scope, condition.left, usage);
      const { value } = condition;
      if (value.kind === "subquery") checkSemiJoin(ctx, value.query, binds);
      const field = condition.left.kind === "field" ? scope.known(condition.left) : undefined;
      if (field !== undefined) checkComparison(ctx, field, condition, binds);
    }
  }
}

/** `Id IN (SELECT AccountId FROM Contact)`: one column, and one that holds Ids. */
function checkSemiJoin(ctx: MethodContext, query: SoqlQuery, binds: readonly BoundBind[]): void {
  const object = checkSoqlNames(ctx, query, binds);
  const [item, second] = query.select;
  if (object === null || item === undefined) return;
  if (second !== undefined) {
    ctx.report(second.position, "Semi join sub-selects can only select one field");
    return;
  }
  const field = item.kind === "expression" && item.expression.kind === "field" ? item.expression : null;
  const known = field === null ? undefined : new SoqlScope(ctx, object, query).known(field);
  if (field !== null && known !== undefined && known.type !== "id" && known.type !== "reference") {
    ctx.report(item.position, `The inner select field '${field.path.join(".")}' of a semi join must be an ID or a reference field`);
  }
}

/** For the WHERE and ORDER BY of a SOSL RETURNING clause. */
export function checkClauses(
  ctx: MethodContext,
  object: ObjectSchema,
  clauses: Pick<SoqlQuery, "where" | "orderBy"> & { readonly expressions: readonly SoqlExpression[] },
  binds: readonly BoundBind[],
): void {
  const scope = new SoqlScope(ctx, object, null);
  for (const expression of clauses.expressions) checkOperand(scope, expression, "selected");
  if (clauses.where !== null) checkCondition(ctx, scope, clauses.where, "filtered", binds);
  for (const order of clauses.orderBy) checkOperand(scope, order.expression, "sorted");
}
