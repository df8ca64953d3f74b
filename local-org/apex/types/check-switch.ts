/** `switch on`. */
import type { SwitchStatement, WhenValue } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundBlock, BoundCase, BoundExpression, BoundStatement } from "./bound-tree.ts";
import { checkExpression, checkLiteral, resolveType } from "./check-expression.ts";
import { checkBlock, checkBlockInScope } from "./check-statement.ts";
import { applyConversion, asRow, conversionOf, failed } from "./coerce.ts";
import { canBeInstance } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, INTEGER, LONG, NULL, STRING } from "./type-model.ts";

export function checkSwitch(ctx: MethodContext, statement: SwitchStatement): BoundStatement {
  const subject = asRow(checkExpression(ctx, statement.subject));
  if (!isSwitchable(ctx, subject.type)) {
    ctx.report(statement.subject.position, `Illegal type in switch expression: ${subject.type.name}`);
  }
  const seen = new Set<string>();
  const cases: BoundCase[] = [];
  let otherwise: BoundBlock | null = null;
  for (const one of statement.cases) {
    if (otherwise !== null) ctx.report(one.position, "When else must be the last when block");
    if (one.kind === "else") otherwise = checkBlock(ctx, one.body);
    else if (one.kind === "type") {
      const type = resolveType(ctx, one.type);
      checkTypeCase(ctx, subject.type, type, one.type.position, seen);
      ctx.enterScope();
      const local = ctx.declare(one.variable.name, type, one.variable.position);
      cases.push({ kind: "type", type, local, body: checkBlockInScope(ctx, one.body), position: one.position });
      ctx.leaveScope();
    } else {
      const values = one.values.map((value) => checkValue(ctx, subject.type, value, seen));
      cases.push({ kind: "values", values, body: checkBlock(ctx, one.body), position: one.position });
    }
  }
  if (cases.length === 0) ctx.report(statement.position, "Switch must have at least one when block that is not when else");
  return { kind: "switch", subject, cases, otherwise, position: statement.position };
}

function isSwitchable(ctx: MethodContext, type: ApexType): boolean {
  return type === INTEGER || type === LONG || type === STRING || type === ERROR || type.kind === "sobject" || ctx.world.isEnum(type);
}

function checkTypeCase(
  ctx: MethodContext,
  subject: ApexType,
  type: ApexType,
  position: { line: number; column: number },
  seen: Set<string>,
): void {
  if (subject === ERROR || type === ERROR) return;
  if (subject.kind !== "sobject" || type.kind !== "sobject" || !canBeInstance(subject, type, ctx.world)) {
    ctx.report(position, `When type does not go with the switch expression: ${type.name}, ${subject.name}`);
  } else reportDuplicate(ctx, type.name, type.name, position, seen);
}

function reportDuplicate(
  ctx: MethodContext,
  key: string,
  text: string,
  position: { line: number; column: number },
  seen: Set<string>,
): void {
  if (seen.has(key)) ctx.report(position, `Duplicate when value: ${text}`);
  seen.add(key);
}

function checkValue(ctx: MethodContext, subject: ApexType, value: WhenValue, seen: Set<string>): BoundExpression {
  const { position } = value;
  if (value.kind === "enumConstant") return enumValue(ctx, subject, value, seen);
  const literal = checkLiteral(value);
  reportDuplicate(ctx, `${value.literal} ${String(value.value)}`, String(value.value), position, seen);
  if (subject === ERROR || literal.type === NULL) return literal;
  const conversion = conversionOf(ctx.world, literal, subject, "assign");
  if (conversion !== null && subject.kind === "primitive") return applyConversion(literal, conversion.conversion);
  ctx.report(position, `When value does not go with the switch expression: ${literal.type.name}, ${subject.name}`);
  return failed(position);
}

function enumValue(
  ctx: MethodContext,
  subject: ApexType,
  value: Extract<WhenValue, { kind: "enumConstant" }>,
  seen: Set<string>,
): BoundExpression {
  const { position, name } = value;
  const text = name.join(".");
  if (subject === ERROR) return failed(position);
  if (!ctx.world.isEnum(subject)) {
    ctx.report(position, `When value must be a literal: ${text}`);
    return failed(position);
  }
  const user = ctx.world.userType(subject);
  const wanted = (name[0] ?? "").toLowerCase();
  const constant =
    user !== undefined ? user.constants.get(wanted) : ctx.world.catalogClass(subject)?.values.find((one) => one.toLowerCase() === wanted);
  if (constant === undefined || name.length > 1) {
    ctx.report(position, `When value is not a constant of ${subject.name}: ${text}`);
    return failed(position);
  }
  reportDuplicate(ctx, constant.toLowerCase(), constant, position, seen);
  return { kind: "enumConstant", enum: subject, name: constant, type: subject, position };
}
