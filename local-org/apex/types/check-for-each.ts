/** `for (X x : y)` over collections, iterables and queries. */
import type { ForEachStatement } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, BoundStatement, Conversion } from "./bound-tree.ts";
import { checkExpression, resolveType } from "./check-expression.ts";
import { bindSoql } from "./check-soql.ts";
import { checkLoopBody } from "./check-statement.ts";
import { implicitConversion } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, SOBJECT } from "./type-model.ts";

/** The caller has entered the scope of the loop variable. */
export function checkForEach(ctx: MethodContext, statement: ForEachStatement): BoundStatement {
  const { position, variable } = statement;
  const type = resolveType(ctx, statement.type);
  if (statement.iterable.kind === "soql") {
    const query = bindSoql(ctx, statement.iterable);
    const row = query !== null && query.type.kind === "list" ? query.type.element : ERROR;
    const mode = type.kind === "list" ? "chunks" : "each";
    const wanted = type.kind === "list" ? type.element : type;
    if (query !== null && !rowFits(row, wanted)) ctx.report(variable.position, `Loop variable must be of type ${row.name}`);
    const local = ctx.declare(variable.name, type, variable.position);
    const body = checkLoopBody(ctx, statement.body, statement);
    if (query === null) return { kind: "block", statements: [], position, endLine: position.line };
    return { kind: "forQuery", mode, local, query, body, position };
  }
  const iterable = checkExpression(ctx, statement.iterable);
  const element = elementType(ctx, iterable);
  if (element === null) ctx.report(statement.iterable.position, `Loop must iterate over a collection type: ${iterable.type.name}`);
  const convert = elementConversion(ctx, element ?? ERROR, type);
  if (convert === undefined) ctx.report(variable.position, `Loop variable must be of type ${element?.name ?? ""}`);
  const local = ctx.declare(variable.name, type, variable.position);
  const body = checkLoopBody(ctx, statement.body, statement);
  return { kind: "forEach", local, iterable, convert: convert ?? null, body, position };
}

function rowFits(row: ApexType, wanted: ApexType): boolean {
  return row === wanted || wanted === SOBJECT || row === SOBJECT || row === ERROR || wanted === ERROR;
}

function elementType(ctx: MethodContext, iterable: BoundExpression): ApexType | null {
  const { type } = iterable;
  if (type === ERROR) return ERROR;
  if (type.kind === "list" || type.kind === "set") return type.element;
  const seen = new Set<ApexType>();
  const visit = (at: ApexType): ApexType | null => {
    if (at.kind === "platform" && at.name.startsWith("System.Iterable<")) return at.args[0] ?? null;
    if (seen.has(at)) return null;
    seen.add(at);
    for (const parent of ctx.world.supertypes(at)) {
      const found = visit(parent);
      if (found !== null) return found;
    }
    return null;
  };
  return visit(type);
}

/** undefined: the element does not go into the variable. */
function elementConversion(ctx: MethodContext, element: ApexType, to: ApexType): Conversion | null | undefined {
  const implicit = implicitConversion(element, to, ctx.world);
  if (implicit !== null) return implicit.conversion;
  return element === SOBJECT && to.kind === "sobject" ? { kind: "downcast", to } : undefined;
}
