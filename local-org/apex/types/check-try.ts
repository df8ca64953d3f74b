/** `try`, `catch` and `throw`. */
import type { ThrowStatement, TryStatement } from "../syntax/ast.ts";
import type { BoundStatement } from "./bound-tree.ts";
import { checkExpression, resolveType } from "./check-expression.ts";
import { checkBlock, checkBlockInScope } from "./check-statement.ts";
import { implicitConversion } from "./conversions.ts";
import type { ApexType } from "./apex-type.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, platformType } from "./type-model.ts";

export function checkTry(ctx: MethodContext, statement: TryStatement): BoundStatement {
  const body = checkBlock(ctx, statement.body);
  const caught: ApexType[] = [];
  const catches = statement.catches.map((clause) => {
    const type = resolveType(ctx, clause.type);
    if (type !== ERROR && !ctx.world.isException(type)) ctx.report(clause.type.position, `Catch type must be an exception: ${type.name}`);
    else if (type !== ERROR && caught.some((earlier) => implicitConversion(type, earlier, ctx.world) !== null)) {
      ctx.report(clause.type.position, `Unreachable catch block: ${type.name} is already caught`);
    }
    caught.push(type === ERROR ? platformType("System.NoException") : type);
    ctx.enterScope();
    const local = ctx.declare(clause.variable.name, type, clause.variable.position);
    const handler = checkBlockInScope(ctx, clause.body);
    ctx.leaveScope();
    return { type, local, body: handler, position: clause.position };
  });
  return {
    kind: "try",
    body,
    catches,
    finally: statement.finally === null ? null : checkBlock(ctx, statement.finally),
    position: statement.position,
  };
}

export function checkThrow(ctx: MethodContext, statement: ThrowStatement): BoundStatement {
  const value = checkExpression(ctx, statement.value);
  if (value.type !== ERROR && !ctx.world.isException(value.type)) {
    ctx.report(statement.value.position, `Throw expression must be of type exception: ${value.type.name}`);
  }
  return { kind: "throw", value, position: statement.position };
}
