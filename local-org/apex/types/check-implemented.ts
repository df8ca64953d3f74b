/** Refuses, by name, members of the platform that this engine cannot run. */
import type { BoundExpression } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";

/** Reports a platform call whose library key has no implementation. */
export function checkImplemented(ctx: MethodContext, expression: BoundExpression): BoundExpression {
  if (expression.kind === "platformCall" || expression.kind === "platformNew" || expression.kind === "platformSuperCall") {
    checkMember(ctx, expression.member, expression);
  }
  return expression;
}

export function checkMember(ctx: MethodContext, member: string, at: BoundExpression): void {
  if (!ctx.world.isImplemented(member))
    ctx.report(at.position, `Not supported by this engine: ${member.replace(".<init>", "")}`, "unsupported");
}
