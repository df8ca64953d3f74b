import type { AssignmentOperator, BinaryOperator, Expression } from "./ast.ts";
import { parseLiteral, parseNegativeLiteral } from "./parse-literals.ts";
import { parseNew } from "./parse-new.ts";
import { parseQueryExpression, startsQuery } from "./parse-query-expression.ts";
import { parseTypeReference, scanType, typeOfNames } from "./parse-types.ts";
import type { Position } from "./position.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** Any expression, assignments included. */
export function parseExpression(c: TokenCursor): Expression {
  const position = c.position();
  const target = parseConditional(c);
  const operator = assignmentOperator(c);
  if (operator === null) return target;
  for (let i = 0; i < operator.tokens; i++) c.next();
  if (!isPlace(target)) c.report("Expression cannot be assigned", position);
  return { kind: "assignment", operator: operator.text, target, value: parseExpression(c), position };
}

/** Whether something can be stored there. */
function isPlace(expression: Expression): boolean {
  return expression.kind === "name" || (expression.kind === "member" && !expression.nullSafe) || expression.kind === "index";
}

/** What stands between `(` and `)`. */
export function parseArguments(c: TokenCursor): Expression[] {
  c.expect("(");
  const list: Expression[] = [];
  if (!c.is(")")) {
    do list.push(parseExpression(c));
    while (c.accept(","));
  }
  c.expect(")");
  return list;
}

/** `a ? b : c`, `a ?? b` and everything that binds closer. */
export function parseConditional(c: TokenCursor): Expression {
  const position = c.position();
  const condition = parseBinary(c, 1);
  if (!c.accept("?")) return condition;
  const then = parseExpression(c);
  c.expect(":");
  return { kind: "conditional", condition, then, else: parseConditional(c), position };
}

const precedences: Readonly<Record<BinaryOperator, number>> = {
  "??": 1,
  "||": 2,
  "&&": 3,
  "|": 4,
  "^": 5,
  "&": 6,
  "==": 7,
  "!=": 7,
  "===": 7,
  "!==": 7,
  "<": 9,
  ">": 9,
  "<=": 9,
  ">=": 9,
  "<<": 10,
  ">>": 10,
  ">>>": 10,
  "+": 11,
  "-": 11,
  "*": 12,
  "/": 12,
};
const instanceOfPrecedence = 8;

interface Operator<Text> {
  readonly text: Text;
  readonly tokens: number;
}

const binaryOperators = new Map<string, Operator<BinaryOperator>>();
for (const text of Object.keys(precedences) as BinaryOperator[]) binaryOperators.set(text, { text, tokens: 1 });
binaryOperators.set("<>", { text: "!=", tokens: 1 });
const shiftOperators = [
  { text: ">>>", tokens: 3 },
  { text: ">>", tokens: 2 },
  { text: ">=", tokens: 2 },
  { text: ">", tokens: 1 },
] as const;

function binaryOperator(c: TokenCursor): Operator<BinaryOperator> | null {
  if (!c.is(">")) return binaryOperators.get(c.token.kind) ?? null;
  if (assignmentOperator(c) !== null) return null;
  return shiftOperators.find((operator) => c.text.startsWith(operator.text, c.token.start)) ?? null;
}

const assignmentOperators = new Map<string, Operator<AssignmentOperator>>(
  (["=", "+=", "-=", "*=", "/=", "&=", "|=", "^=", "<<="] as const).map((text) => [text, { text, tokens: 1 }]),
);

function assignmentOperator(c: TokenCursor): Operator<AssignmentOperator> | null {
  if (!c.is(">")) return assignmentOperators.get(c.token.kind) ?? null;
  if (c.text.startsWith(">>>=", c.token.start)) return { text: ">>>=", tokens: 4 };
  if (c.text.startsWith(">>=", c.token.start)) return { text: ">>=", tokens: 3 };
  return null;
}

function parseBinary(c: TokenCursor, lowest: number): Expression {
  const position = c.position();
  let left = parseUnary(c);
  for (;;) {
    if (c.isWord("instanceof")) {
      if (instanceOfPrecedence < lowest) return left;
      c.next();
      left = { kind: "instanceOf", operand: left, type: parseTypeReference(c), position };
      continue;
    }
    const operator = binaryOperator(c);
    if (operator === null) return left;
    const precedence = precedences[operator.text];
    if (precedence < lowest) return left;
    for (let i = 0; i < operator.tokens; i++) c.next();
    left = { kind: "binary", operator: operator.text, left, right: parseBinary(c, precedence + 1), position };
  }
}

function parseUnary(c: TokenCursor): Expression {
  const token = c.token;
  const position = c.position();
  switch (token.kind) {
    case "-":
    case "+":
    case "!":
    case "~":
      c.next();
      if (token.kind === "-" && (c.is("integer") || c.is("long"))) return parsePostfix(c, parseNegativeLiteral(c, position));
      return { kind: "unary", operator: token.kind, operand: parseUnary(c), position };
    case "++":
    case "--":
      c.next();
      return updateOf(c, parseUnary(c), token.kind, true, position);
    case "(":
      if (startsCast(c)) {
        c.next();
        const type = parseTypeReference(c);
        c.expect(")");
        return { kind: "cast", type, operand: parseUnary(c), position };
      }
  }
  return parsePostfix(c, parsePrimary(c));
}

/** Words that go on with the query after a bind in parentheses: `Id IN :(ids) AND Name = 'x'`. */
const clauseWords: ReadonlySet<string> = new Set([
  "and",
  "or",
  "with",
  "group",
  "having",
  "order",
  "limit",
  "offset",
  "all",
  "for",
  "update",
  "using",
]);
const numericTypes: ReadonlySet<string> = new Set(["integer", "long", "double", "decimal"]);

/** At `(`: whether it holds a type and what follows the `)` can only be the value to convert. */
function startsCast(c: TokenCursor): boolean {
  const length = scanType(c, 1);
  if (length < 0 || c.peek(length + 1).kind !== ")") return false;
  const after = c.peek(length + 2);
  switch (after.kind) {
    case "name":
      return after.word !== "instanceof" && !(c.binds !== null && clauseWords.has(after.word));
    case "integer":
    case "long":
    case "number":
    case "string":
    case "multilineString":
    case "(":
    case "!":
    case "~":
      return true;
    case "[":
      return startsQuery(c, length + 2);
    case "-":
    case "+":
    case "++":
    case "--":
      return length === 1 && numericTypes.has(c.peek(1).word);
    default:
      return false;
  }
}

function parsePrimary(c: TokenCursor): Expression {
  const token = c.token;
  const position = c.position();
  if (token.kind === "(") {
    c.next();
    const expression = parseExpression(c);
    c.expect(")");
    return { kind: "parenthesized", expression, position };
  }
  if (token.kind === "[") return parseQueryExpression(c);
  if (token.kind !== "name") return parseLiteral(c) ?? c.failUnexpected();
  switch (token.word) {
    case "true":
    case "false":
    case "null":
      return parseLiteral(c) ?? c.failUnexpected();
    case "new":
      return parseNew(c);
    case "this":
    case "super":
      c.next();
      if (c.is("(")) {
        const call: Expression = { kind: "constructorCall", target: token.word, arguments: parseArguments(c), position };
        c.constructorCalls.add(call);
        return call;
      }
      return { kind: token.word, position };
    case "void":
      c.next();
      c.expect(".");
      c.expectWord("class");
      return { kind: "classLiteral", type: null, position };
  }
  if (!c.canBeName(token)) c.failUnexpected();
  const ahead = c.peek(1).kind;
  if (ahead === "<" || (ahead === "[" && c.peek(2).kind === "]")) {
    const length = scanType(c, 0);
    if (length > 0 && c.peek(length).kind === "." && c.peek(length + 1).word === "class") return parseClassLiteral(c, position);
  }
  c.next();
  if (c.is("(")) return { kind: "call", target: null, name: c.textOf(token), arguments: parseArguments(c), nullSafe: false, position };
  return { kind: "name", name: c.textOf(token), position };
}

function parseClassLiteral(c: TokenCursor, position: Position): Expression {
  const type = parseTypeReference(c);
  c.expect(".");
  c.expectWord("class");
  return { kind: "classLiteral", type, position };
}

function parsePostfix(c: TokenCursor, start: Expression): Expression {
  let expression = start;
  for (;;) {
    const token = c.token;
    switch (token.kind) {
      case ".":
      case "?.":
        c.next();
        expression = parseMember(c, expression, token.kind === "?.");
        break;
      case "[": {
        if (startsQuery(c, 0)) return expression;
        c.next();
        const index = parseExpression(c);
        c.expect("]");
        expression = { kind: "index", target: expression, index, position: start.position };
        break;
      }
      case "++":
      case "--":
        c.next();
        expression = updateOf(c, expression, token.kind, false, start.position);
        break;
      default:
        return expression;
    }
  }
}

/** Behind the dot every word is a name. */
function parseMember(c: TokenCursor, target: Expression, nullSafe: boolean): Expression {
  if (!c.is("name")) c.failMissing("a name after '.'");
  const token = c.next();
  const position = c.position(token);
  const name = c.textOf(token);
  if (c.is("(")) return { kind: "call", target, name, arguments: parseArguments(c), nullSafe, position };
  if (token.word === "class") {
    const type = typeOfNames(target);
    if (type === null || nullSafe) c.fail("'.class' can only follow the name of a type", position);
    return { kind: "classLiteral", type, position: type.position };
  }
  return { kind: "member", target, name, nullSafe, position };
}

function updateOf(c: TokenCursor, operand: Expression, operator: "++" | "--", prefix: boolean, position: Position): Expression {
  const place = operand.kind === "parenthesized" ? operand.expression : operand;
  if (!isPlace(place)) c.report("Expression cannot be assigned", position);
  return { kind: "update", operator, prefix, operand: place, position };
}
