/** Checks statements and gives them their bound form. */
import type { Block, ForEachStatement, ForStatement, LocalVariables, Statement } from "../syntax/ast.ts";
import type { BoundBlock, BoundExpression, BoundStatement } from "./bound-tree.ts";
import { checkDml, checkRunAs } from "./check-dml.ts";
import { checkAnyExpression, checkExpression, resolveType } from "./check-expression.ts";
import { checkForEach } from "./check-for-each.ts";
import { checkSwitch } from "./check-switch.ts";
import { checkThrow, checkTry } from "./check-try.ts";
import { asCondition, assignTo } from "./coerce.ts";
import { reportUnreachable } from "./flow.ts";
import type { MethodContext } from "./method-context.ts";
import { hasKeyword } from "./modifiers.ts";
import { ERROR, NULL, VOID } from "./type-model.ts";

/** A block in a scope of its own. */
export function checkBlock(ctx: MethodContext, block: Block): BoundBlock {
  ctx.enterScope();
  const bound = checkBlockInScope(ctx, block);
  ctx.leaveScope();
  return bound;
}

/** A block whose scope was already entered (parameters, caught exceptions, loop variables). */
export function checkBlockInScope(ctx: MethodContext, block: Block): BoundBlock {
  const statements = block.statements.flatMap((statement) => checkStatement(ctx, statement));
  reportUnreachable(ctx, block);
  return { kind: "block", statements, position: block.position, endLine: block.endLine };
}

/**
 * A statement; several variables of one declaration are several statements. A statement with a diagnostic of its own becomes one
 * that throws, so that a lenient run can go on with the rest of the class.
 */
export function checkStatement(ctx: MethodContext, statement: Statement): readonly BoundStatement[] {
  const { diagnostics } = ctx.world;
  const before = diagnostics.length;
  const coveredBefore = ctx.coveredDiagnostics;
  const bound = boundStatement(ctx, statement);
  const own = diagnostics.length - before - (ctx.coveredDiagnostics - coveredBefore);
  const first = diagnostics[before];
  if (own === 0 || first === undefined) return bound;
  ctx.coveredDiagnostics += own;
  return [{ kind: "unsupported", message: `${first.file}:${first.line}: ${first.message}`, position: statement.position }];
}

function boundStatement(ctx: MethodContext, statement: Statement): readonly BoundStatement[] {
  const { position } = statement;
  switch (statement.kind) {
    case "block":
      return [checkBlock(ctx, statement)];
    case "localVariables":
      return checkLocals(ctx, statement);
    case "expressionStatement":
      return [{ kind: "expression", expression: checkStatementExpression(ctx, statement.expression), position }];
    case "if": {
      const condition = asCondition(ctx, checkExpression(ctx, statement.condition));
      const then = checkBody(ctx, statement.then);
      return [{ kind: "if", condition, then, else: statement.else === null ? null : checkBody(ctx, statement.else), position }];
    }
    case "while": {
      const condition = asCondition(ctx, checkExpression(ctx, statement.condition));
      return [{ kind: "while", condition, body: checkLoopBody(ctx, statement.body, statement), position }];
    }
    case "doWhile": {
      const body = checkLoopBody(ctx, statement.body, statement);
      return [{ kind: "doWhile", condition: asCondition(ctx, checkExpression(ctx, statement.condition)), body, position }];
    }
    case "for":
      return [checkFor(ctx, statement)];
    case "forEach":
      return [checkForEachInScope(ctx, statement)];
    case "switch":
      return [checkSwitch(ctx, statement)];
    case "try":
      return [checkTry(ctx, statement)];
    case "throw":
      return [checkThrow(ctx, statement)];
    case "return":
      return [checkReturn(ctx, statement)];
    case "break":
    case "continue":
      if (ctx.loopDepth === 0) ctx.report(position, `${statement.kind} statement must be in loop`);
      return [{ kind: statement.kind, position }];
    case "dml":
      return [checkDml(ctx, statement)];
    case "runAs":
      return [checkRunAs(ctx, statement)];
  }
}

/** Only calls, assignments, `++`, `--` and `new` are statements. */
function checkStatementExpression(ctx: MethodContext, expression: Parameters<typeof checkAnyExpression>[1]): BoundExpression {
  const bound = checkAnyExpression(ctx, expression);
  const allowed = ["call", "assignment", "update", "new", "newSObject", "newCollection", "newMap", "newArray", "constructorCall"];
  const isChain = (expression.kind === "member" || expression.kind === "index") && bound.type === ERROR;
  if (!allowed.includes(expression.kind) && !isChain && bound.type !== ERROR)
    ctx.report(expression.position, "Expression cannot be a statement");
  return bound;
}

function checkLocals(ctx: MethodContext, statement: LocalVariables): readonly BoundStatement[] {
  const type = resolveType(ctx, statement.type);
  if (type === VOID) ctx.report(statement.type.position, "Invalid type: void");
  const isFinal = hasKeyword(statement.modifiers, "final");
  return statement.variables.map((variable): BoundStatement => {
    // The variable is not visible in its own initialiser.
    const value = variable.initializer === null ? null : checkExpression(ctx, variable.initializer);
    const local = ctx.declare(variable.name, type, variable.position, isFinal, value !== null);
    return {
      kind: "declare",
      local,
      value: value === null ? null : assignTo(ctx, value, type, value.position),
      position: variable.position,
    };
  });
}

/** The single statement of `if`, `else` or a loop. */
export function checkBody(ctx: MethodContext, statement: Statement): BoundStatement {
  ctx.enterScope();
  const statements = checkStatement(ctx, statement);
  ctx.leaveScope();
  const [only] = statements;
  if (only !== undefined && statements.length === 1 && only.kind !== "declare") return only;
  return { kind: "block", statements, position: statement.position, endLine: statement.position.line };
}

/** `null` body: the empty statement. */
export function checkLoopBody(ctx: MethodContext, body: Statement | null, loop: Statement): BoundStatement {
  if (body === null) return { kind: "block", statements: [], position: loop.position, endLine: loop.position.line };
  ctx.loopDepth++;
  const bound = checkBody(ctx, body);
  ctx.loopDepth--;
  return bound;
}

function checkFor(ctx: MethodContext, statement: ForStatement): BoundStatement {
  ctx.enterScope();
  const { init, position } = statement;
  const isLocals = (value: ForStatement["init"]): value is LocalVariables => !Array.isArray(value);
  const first: readonly BoundStatement[] = isLocals(init)
    ? checkLocals(ctx, init)
    : init.map((expression) => ({ kind: "expression", expression: checkAnyExpression(ctx, expression), position: expression.position }));
  const condition = statement.condition === null ? null : asCondition(ctx, checkExpression(ctx, statement.condition));
  const update = statement.update.map((expression) => checkAnyExpression(ctx, expression));
  const body = checkLoopBody(ctx, statement.body, statement);
  ctx.leaveScope();
  return { kind: "for", init: first, condition, update, body, position };
}

function checkForEachInScope(ctx: MethodContext, statement: ForEachStatement): BoundStatement {
  ctx.enterScope();
  const bound = checkForEach(ctx, statement);
  ctx.leaveScope();
  return bound;
}

function checkReturn(ctx: MethodContext, statement: Extract<Statement, { kind: "return" }>): BoundStatement {
  const { position } = statement;
  const { returns, kind } = ctx.body;
  if (kind === "initializer") ctx.report(position, "Return statement is not allowed in an initializer");
  if (statement.value === null) {
    if (returns !== VOID && returns !== ERROR) ctx.report(position, `Return value must be of type: ${returns.name}`);
    return { kind: "return", value: null, position };
  }
  const value = checkExpression(ctx, statement.value);
  if (returns === VOID) {
    if (value.type !== NULL || kind !== "trigger")
      ctx.report(position, `${kind === "constructor" ? "Constructors" : "Void methods"} must not return a value`);
    return { kind: "return", value: null, position };
  }
  return { kind: "return", value: assignTo(ctx, value, returns, value.position), position };
}
