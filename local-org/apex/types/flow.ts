/** Reachability: missing returns and unreachable statements. Works on the syntax tree alone. */
import type { Block, Expression, Statement } from "../syntax/ast.ts";
import type { MethodContext } from "./method-context.ts";

/** Reports the first statement of a block that cannot be reached. Inner blocks report for themselves. */
export function reportUnreachable(ctx: MethodContext, block: Block): void {
  for (const [i, statement] of block.statements.entries()) {
    const next = block.statements[i + 1];
    if (next === undefined || completes(statement, false)) continue;
    ctx.report(next.position, "Unreachable statement");
    return;
  }
}

/** Whether control can reach the end of a method body. */
export function canCompleteNormally(body: Block): boolean {
  return completes(body, true);
}

/** `loops`: an endless loop counts as not completing. It does for missing returns; what follows it is not refused. */
function completes(statement: Statement, loops: boolean): boolean {
  switch (statement.kind) {
    case "return":
    case "throw":
    case "break":
    case "continue":
      return false;
    case "block":
      return statement.statements.every((one) => completes(one, loops));
    case "if":
      return statement.else === null || completes(statement.then, loops) || completes(statement.else, loops);
    case "while":
    case "doWhile":
      return !loops || !isTrue(statement.condition) || hasBreak(statement.body);
    case "for":
      return !loops || (statement.condition !== null && !isTrue(statement.condition)) || hasBreak(statement.body);
    case "switch":
      return !statement.cases.some((one) => one.kind === "else") || statement.cases.some((one) => completes(one.body, loops));
    case "try":
      if (statement.finally !== null && !completes(statement.finally, loops)) return false;
      return completes(statement.body, loops) || statement.catches.some((one) => completes(one.body, loops));
    case "runAs":
      return completes(statement.body, loops);
    default:
      return true;
  }
}

function isTrue(condition: Expression): boolean {
  if (condition.kind === "parenthesized") return isTrue(condition.expression);
  return condition.kind === "literal" && condition.value === true;
}

/** A break out of this loop, not out of a loop inside it. */
function hasBreak(statement: Statement | null): boolean {
  switch (statement?.kind) {
    case "break":
      return true;
    case "block":
      return statement.statements.some(hasBreak);
    case "if":
      return hasBreak(statement.then) || hasBreak(statement.else);
    case "switch":
      return statement.cases.some((one) => hasBreak(one.body));
    case "try":
      return [statement.body, statement.finally, ...statement.catches.map((one) => one.body)].some(hasBreak);
    case "runAs":
      return hasBreak(statement.body);
    default:
      return false;
  }
}
