import type { Block, CatchClause, Expression, LocalVariable, LocalVariables, Modifiers, Statement, TypeReference } from "./ast.ts";
import { parseExpression } from "./parse-expressions.ts";
import { noModifiers, parseModifiers, startsModifier } from "./parse-modifiers.ts";
import { parseSwitch } from "./parse-switch.ts";
import { parseTypeReference, scanType } from "./parse-types.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkModifiers } from "./check-modifiers.ts";
import type { Report } from "./diagnostics.ts";
import type { TokenCursor } from "./token-cursor.ts";

export function parseBlock(c: TokenCursor): Block {
  const position = c.position(c.expect("{"));
  const statements: Statement[] = [];
  while (!c.is("}")) {
    if (c.is("end")) c.fail(`Unexpected end of the source: the '{' of line ${position.line} has no '}'`);
    statements.push(parseStatement(c));
  }
  return { kind: "block", statements, position, endLine: c.next().line };
}

export function parseStatement(c: TokenCursor): Statement {
  const position = c.position();
  if (c.is("{")) return parseBlock(c);
  switch (c.token.word) {
    case "if": {
      c.next();
      const condition = parseCondition(c);
      const then = parseStatement(c);
      return { kind: "if", condition, then, else: c.acceptWord("else") ? parseStatement(c) : null, position };
    }
    case "while": {
      c.next();
      const condition = parseCondition(c);
      return { kind: "while", condition, body: parseLoopBody(c), position };
    }
    case "do": {
      c.next();
      c.loopDepth++;
      const body = parseBlock(c);
      c.loopDepth--;
      c.expectWord("while");
      const condition = parseCondition(c);
      c.expect(";");
      return { kind: "doWhile", condition, body, position };
    }
    case "for":
      return parseFor(c);
    case "switch":
      if (c.peek(1).word === "on") return parseSwitch(c);
      break;
    case "try":
      return parseTry(c);
    case "throw": {
      c.next();
      const value = parseExpression(c);
      c.expect(";");
      return { kind: "throw", value, position };
    }
    case "return": {
      c.next();
      const value = c.is(";") ? null : parseExpression(c);
      c.expect(";");
      return { kind: "return", value, position };
    }
    case "break":
    case "continue": {
      const kind = c.token.word;
      c.next();
      c.expect(";");
      if (c.loopDepth === 0) c.report(`${kind === "break" ? "Break" : "Continue"} statement must be in loop`, position);
      return { kind, position };
    }
    case "insert":
    case "update":
    case "delete":
    case "undelete":
    case "upsert":
    case "merge":
      return parseDml(c, c.token.word);
    case "system":
      if (c.peek(1).kind === "." && c.peek(2).word === "runas" && c.peek(3).kind === "(") return parseRunAs(c);
  }
  if (startsModifier(c)) {
    const variables = parseLocalVariables(c, parseLocalModifiers(c));
    c.expect(";");
    return variables;
  }
  if (startsDeclaration(c)) {
    const variables = parseLocalVariables(c, noModifiers);
    c.expect(";");
    return variables;
  }
  const expression = parseExpression(c);
  c.expect(";");
  if (!canBeStatement(expression)) c.report("Expression cannot be a statement.", position);
  return { kind: "expressionStatement", expression, position };
}

function canBeStatement(expression: Expression): boolean {
  switch (expression.kind) {
    case "parenthesized":
      return canBeStatement(expression.expression);
    case "call":
    case "constructorCall":
    case "assignment":
    case "update":
    case "new":
    case "newSObject":
    case "newCollection":
    case "newMap":
    case "newArray":
    case "soql":
    case "sosl":
      return true;
    default:
      return false;
  }
}

/** `Type name`: what no expression can start with. */
function startsDeclaration(c: TokenCursor): boolean {
  const length = scanType(c, 0);
  if (length < 0) return false;
  const after = c.peek(length);
  return after.kind === "name" && after.word !== "instanceof";
}

function parseLocalModifiers(c: TokenCursor): Modifiers {
  const modifiers = parseModifiers(c);
  const report: Report = (message, position) => c.report(message, position);
  checkModifiers(modifiers, c.isScript ? "script locals" : "locals", report);
  checkAnnotations(modifiers, "locals", report);
  return modifiers;
}

function parseLocalVariables(c: TokenCursor, modifiers: Modifiers): LocalVariables {
  const position = c.position();
  const type = parseTypeReference(c);
  return { kind: "localVariables", modifiers, type, variables: parseVariables(c, "variable"), position };
}

/** `a = 1, b, c = 2` */
export function parseVariables(c: TokenCursor, what: string): LocalVariable[] {
  const variables: LocalVariable[] = [];
  do {
    const token = c.expectNewName(what);
    variables.push({ name: c.textOf(token), initializer: c.accept("=") ? parseExpression(c) : null, position: c.position(token) });
  } while (c.accept(","));
  return variables;
}

function parseCondition(c: TokenCursor): Expression {
  c.expect("(");
  const condition = parseExpression(c);
  c.expect(")");
  return condition;
}

function parseLoopBody(c: TokenCursor): Statement | null {
  if (c.accept(";")) return null;
  c.loopDepth++;
  const body = parseStatement(c);
  c.loopDepth--;
  return body;
}

function parseFor(c: TokenCursor): Statement {
  const position = c.position(c.expectWord("for"));
  c.expect("(");
  const length = scanType(c, 0);
  if (length > 0 && c.peek(length).kind === "name" && c.peek(length + 1).kind === ":") {
    const type = parseTypeReference(c);
    const token = c.expectNewName("variable");
    c.expect(":");
    const iterable = parseExpression(c);
    c.expect(")");
    const body = parseLoopBody(c);
    if (body === null && iterable.kind === "soql") c.report("Loop with query must provide a statement", position);
    return { kind: "forEach", type, variable: { name: c.textOf(token), position: c.position(token) }, iterable, body, position };
  }
  let init: LocalVariables | readonly Expression[] = [];
  if (startsModifier(c)) init = parseLocalVariables(c, parseLocalModifiers(c));
  else if (startsDeclaration(c)) init = parseLocalVariables(c, noModifiers);
  else init = parseExpressions(c, ";");
  c.expect(";");
  const condition = c.is(";") ? null : parseExpression(c);
  c.expect(";");
  const update = parseExpressions(c, ")");
  c.expect(")");
  return { kind: "for", init, condition, update, body: parseLoopBody(c), position };
}

function parseExpressions(c: TokenCursor, end: ")" | ";"): Expression[] {
  const list: Expression[] = [];
  if (c.is(end)) return list;
  do list.push(parseExpression(c));
  while (c.accept(","));
  return list;
}

function parseTry(c: TokenCursor): Statement {
  const position = c.position(c.expectWord("try"));
  const body = parseBlock(c);
  const catches: CatchClause[] = [];
  while (c.isWord("catch")) {
    const clause = c.position(c.next());
    c.expect("(");
    checkModifiers(parseModifiers(c), "catch variables", (message, place) => c.report(message, place));
    const type: TypeReference = parseTypeReference(c);
    const token = c.expectNewName("variable");
    c.expect(")");
    catches.push({ type, variable: { name: c.textOf(token), position: c.position(token) }, body: parseBlock(c), position: clause });
  }
  const last = c.acceptWord("finally") ? parseBlock(c) : null;
  if (catches.length === 0 && last === null) c.failMissing("'catch' or 'finally'");
  return { kind: "try", body, catches, finally: last, position };
}

function parseDml(c: TokenCursor, operation: "insert" | "update" | "delete" | "undelete" | "upsert" | "merge"): Statement {
  const position = c.position(c.next());
  let access: "user" | "system" | null = null;
  if (c.isWord("as") && (c.peek(1).word === "user" || c.peek(1).word === "system")) {
    c.next();
    access = c.next().word === "user" ? "user" : "system";
  }
  const records = parseExpression(c);
  const mergeWith = operation === "merge" ? parseExpression(c) : null;
  let externalId: { path: string[]; position: { line: number; column: number } } | null = null;
  if (operation === "upsert" && c.is("name")) {
    externalId = { path: [], position: c.position() };
    do externalId.path.push(c.textOf(c.expect("name")));
    while (c.accept("."));
  }
  c.expect(";");
  return { kind: "dml", operation, access, records, externalId, mergeWith, position };
}

/** `System.runAs(user) { }`; without the block it is a call like any other (`System.runAs(version)`). */
function parseRunAs(c: TokenCursor): Statement {
  const position = c.position();
  const expression = parseExpression(c);
  if (c.is("{") && expression.kind === "call") return { kind: "runAs", arguments: expression.arguments, body: parseBlock(c), position };
  c.expect(";");
  return { kind: "expressionStatement", expression, position };
}
