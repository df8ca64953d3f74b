/** Bound statements as JavaScript. Every statement is marked with its line, for stack traces, coverage and breakpoints. */
import type { BoundBlock, BoundCase, BoundExpression, BoundLocal, BoundStatement } from "../types/bound-tree.ts";
import { emitAssign, emitUpdate } from "./emit-place.ts";
import { accessMode, emitExpression, emitPresent, emitQuery, quote } from "./emit-expression.ts";
import { emitEqualityOf } from "./emit-operator.ts";
import { emitConversionOf } from "./emit-conversion.ts";
import type { CodeScope } from "./code-scope.ts";
import { atLine, statementAt } from "./line-alignment.ts";
import { localVariable } from "./names.ts";

type Of<Kind extends BoundStatement["kind"]> = Extract<BoundStatement, { kind: Kind }>;

/** Statements of a block without its braces. */
export function emitStatements(block: BoundBlock, scope: CodeScope): string {
  return block.statements.map((statement) => emitStatement(statement, scope)).join("");
}

export function emitBlock(block: BoundBlock, scope: CodeScope): string {
  return `{${emitStatements(block, scope)}${atLine(block.endLine)}}`;
}

function emitBody(statement: BoundStatement, scope: CodeScope): string {
  return statement.kind === "block" ? emitBlock(statement, scope) : `{${emitStatement(statement, scope)}}`;
}

export function emitStatement(statement: BoundStatement, scope: CodeScope): string {
  if (statement.kind === "block") return emitBlock(statement, scope);
  if (statement.kind === "declare" && statement.value === null)
    return `${atLine(statement.position.line)}${emitDeclaration(statement, scope)};`;
  if (statement.kind === "try") return `${atLine(statement.position.line)}${emitTry(statement, scope)}`;
  return statementAt(statement.position.line) + emitUnmarked(statement, scope);
}

function emitUnmarked(statement: Exclude<BoundStatement, BoundBlock>, scope: CodeScope): string {
  switch (statement.kind) {
    case "expression":
      return `${emitDiscarded(statement.expression, scope)};`;
    case "declare":
      return `${emitDeclaration(statement, scope)};`;
    case "if": {
      const otherwise = statement.else === null ? "" : `else${emitElse(statement.else, scope)}`;
      return `if(${emitPresent(statement.condition, scope)})${emitBody(statement.then, scope)}${otherwise}`;
    }
    case "while":
      return `while(${emitPresent(statement.condition, scope)})${emitBody(statement.body, scope)}`;
    case "doWhile":
      return `do${emitBody(statement.body, scope)}while(${emitPresent(statement.condition, scope)});`;
    case "for":
      return emitFor(statement, scope);
    case "forEach": {
      const element = statement.convert === null ? "$e" : emitConversionOf(statement.convert, "$e", scope);
      return emitLoop(`$rt.iterate(${emitExpression(statement.iterable, scope)})`, statement.local, element, statement.body, scope);
    }
    case "forQuery": {
      const query = emitQuery(statement.query, scope);
      const source =
        statement.mode === "each" ? `$rt.queryRows(${query})` : `$rt.queryChunks(${query},${quote(statement.local.type.name)})`;
      return emitLoop(source, statement.local, "$e", statement.body, scope);
    }
    case "switch":
      return emitSwitch(statement, scope);
    case "try":
      return emitTry(statement, scope);
    case "throw":
      return `throw(${emitPresent(statement.value, scope)});`;
    case "return":
      if (scope.function.isConstructor) return "return this;";
      return statement.value === null ? "return;" : `return(${emitExpression(statement.value, scope)});`;
    case "break":
      return "break;";
    case "continue":
      return "continue;";
    case "dml":
      return emitDml(statement, scope);
    case "runAs":
      return `{const $r=$rt.startRunAs(${emitPresent(statement.user, scope)});try${emitBlock(statement.body, scope)}finally{$rt.endRunAs($r)}}`;
    case "unsupported":
      return `$rt.unsupported(${quote(statement.message)});`;
  }
}

function emitElse(statement: BoundStatement, scope: CodeScope): string {
  return statement.kind === "if" ? ` ${emitStatement(statement, scope)}` : emitBody(statement, scope);
}

/** An expression whose result nobody reads. */
function emitDiscarded(expression: BoundExpression, scope: CodeScope): string {
  if (expression.kind === "assign") return emitAssign(expression, scope);
  if (expression.kind === "update") return emitUpdate(expression, scope, false);
  return emitExpression(expression, scope);
}

function emitDeclaration({ local, value }: Of<"declare">, scope: CodeScope): string {
  return `let ${localVariable(local.jsName)}=${value === null ? "null" : emitExpression(value, scope)}`;
}

function emitFor(statement: Of<"for">, scope: CodeScope): string {
  const condition = statement.condition === null ? "" : emitPresent(statement.condition, scope);
  const update = statement.update.map((expression) => emitDiscarded(expression, scope)).join(",");
  return `for(${emitForInit(statement.init, scope)};${condition};${update})${emitBody(statement.body, scope)}`;
}

function emitForInit(init: readonly BoundStatement[], scope: CodeScope): string {
  const declarations = init.filter((one) => one.kind === "declare");
  if (declarations.length > 0) {
    return `let ${declarations.map((one) => emitDeclaration(one, scope).slice("let ".length)).join(",")}`;
  }
  return init.map((one) => (one.kind === "expression" ? emitDiscarded(one.expression, scope) : "")).join(",");
}

function emitLoop(source: string, local: BoundLocal, element: string, body: BoundStatement, scope: CodeScope): string {
  const name = localVariable(local.jsName);
  if (element === "$e") return `for(let ${name} of ${source})${emitBody(body, scope)}`;
  return `for(const $e of ${source}){let ${name}=${element};${emitBody(body, scope)}}`;
}

/** A chain of ifs: `break` inside belongs to the loop around it, as in Apex. */
function emitSwitch(statement: Of<"switch">, scope: CodeScope): string {
  const subject = scope.function.temporary();
  const branches = statement.cases.map((one) => emitCase(one, subject, statement.subject, scope));
  const otherwise = statement.otherwise === null ? "" : emitBlock(statement.otherwise, scope);
  const chain = [...branches, otherwise].filter((part) => part !== "").join("else");
  return `${subject}=${emitExpression(statement.subject, scope)};${chain}`;
}

function emitCase(one: BoundCase, subject: string, subjectExpression: BoundExpression, scope: CodeScope): string {
  if (one.kind === "type") {
    const body = `{let ${localVariable(one.local.jsName)}=${subject};${emitStatements(one.body, scope)}${atLine(one.body.endLine)}}`;
    return ` ${atLine(one.position.line)}if($rt.instanceOf(${subject},${quote(one.type.name)}))${body}`;
  }
  const tests = one.values.map((value) => emitEqualityOf(subject, subjectExpression.type, emitExpression(value, scope)));
  return ` ${atLine(one.position.line)}if(${tests.join("||")})${emitBlock(one.body, scope)}`;
}

/**
 * Catches see Apex exceptions only: `$rt.caught` turns JavaScript's own errors into Apex's and throws on what Apex cannot
 * catch. `finally` does not run for those either.
 */
function emitTry(statement: Of<"try">, scope: CodeScope): string {
  let text = emitBlock(statement.body, scope);
  if (statement.catches.length > 0) text = `try${text}catch($x){$x=$rt.caught($x);${emitCatches(statement, scope)}}`;
  if (statement.finally === null) return text;
  const inner = statement.catches.length > 0 ? `{${text}}` : text;
  const runs = scope.function.temporary();
  return `${runs}=true;try${inner}catch($x){${runs}=$rt.runsFinally($x);throw $x}finally{if(${runs})${emitBlock(statement.finally, scope)}}`;
}

function emitCatches(statement: Of<"try">, scope: CodeScope): string {
  const branches = statement.catches.map(({ type, local, body, position }) => {
    const test = type.kind === "user" ? `$x instanceof ${scope.unit.class(type.name)}` : `$rt.isException($x,${quote(type.name)})`;
    return `${atLine(position.line)}if(${test}){let ${localVariable(local.jsName)}=$x;${emitStatements(body, scope)}${atLine(body.endLine)}}`;
  });
  return `${branches.join("else ")}else throw $x`;
}

function emitDml(statement: Of<"dml">, scope: CodeScope): string {
  const args = [quote(statement.operation), quote(accessMode(statement.access, scope)), emitExpression(statement.records, scope)];
  if (statement.mergeWith !== null) args.push("null", emitExpression(statement.mergeWith, scope));
  else if (statement.externalId !== null) args.push(quote(statement.externalId));
  return `$rt.dml(${args.join(",")});`;
}

/** Parameters of a JavaScript function. */
export function emitParameters(parameters: readonly { readonly local: BoundLocal }[]): string {
  return parameters.map((parameter) => localVariable(parameter.local.jsName)).join(",");
}
