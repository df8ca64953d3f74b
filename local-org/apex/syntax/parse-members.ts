import type { Accessor, FieldDeclaration, Member, Modifiers, PropertyDeclaration, TypeReference } from "./ast.ts";
import { parseMethodRest, parseParameters, parseType, startsType } from "./parse-declarations.ts";
import { parseModifiers } from "./parse-modifiers.ts";
import { parseBlock, parseVariables } from "./parse-statements.ts";
import { parseTypeReference } from "./parse-types.ts";
import type { Position } from "./position.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `{ ... }` of a class. */
export function parseMembers(c: TokenCursor): Member[] {
  const start = c.position(c.expect("{"));
  const members: Member[] = [];
  while (!c.is("}")) {
    if (c.is("end")) c.fail(`Unexpected end of the source: the '{' of line ${start.line} has no '}'`);
    if (!c.accept(";")) members.push(...parseMember(c));
  }
  c.next();
  return members;
}

/** One declaration; several fields when it has several names. */
function parseMember(c: TokenCursor): Member[] {
  const position = c.position();
  const modifiers = parseModifiers(c);
  if (c.is("{")) return [parseInitializer(c, modifiers, position)];
  if (startsType(c)) return [parseType(c, modifiers)];
  if (c.acceptWord("void")) return [parseMethodRest(c, modifiers, null)];
  if (c.canBeName(c.token) && c.peek(1).kind === "(") {
    const name = c.next();
    const parameters = parseParameters(c);
    const body = parseBlock(c);
    const first = body.statements[0];
    if (first?.kind === "expressionStatement") c.constructorCalls.delete(first.expression);
    return [
      { kind: "constructor", name: c.textOf(name), modifiers, parameters, body, position: c.position(name), endLine: c.previous.line },
    ];
  }
  if (!c.canBeName(c.token)) c.failUnexpected();
  const type = parseTypeReference(c);
  if (c.is("name") && c.peek(1).kind === "(") return [parseMethodRest(c, modifiers, type)];
  if (c.is("name") && c.peek(1).kind === "{") return [parseProperty(c, modifiers, type)];
  return parseFields(c, modifiers, type);
}

function parseInitializer(c: TokenCursor, modifiers: Modifiers, position: Position): Member {
  const odd = modifiers.annotations[0] ?? modifiers.keywords.find((modifier) => modifier.keyword !== "static");
  if (odd) c.report("An initialiser block can only be 'static'", odd.position);
  const body = parseBlock(c);
  return {
    kind: "initializer",
    isStatic: modifiers.keywords.some((modifier) => modifier.keyword === "static"),
    body,
    position,
    endLine: body.endLine,
  };
}

function parseFields(c: TokenCursor, modifiers: Modifiers, type: TypeReference): FieldDeclaration[] {
  const variables = parseVariables(c, "field");
  const endLine = c.expect(";").line;
  return variables.map(({ name, initializer, position }) => ({ kind: "field", name, modifiers, type, initializer, position, endLine }));
}

function parseProperty(c: TokenCursor, modifiers: Modifiers, type: TypeReference): PropertyDeclaration {
  const token = c.expectNewName("property");
  c.expect("{");
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  while (!c.is("}")) {
    const own = parseModifiers(c);
    const position = c.position();
    const word = c.token.word;
    if (word !== "get" && word !== "set") c.failMissing("'get' or 'set'");
    c.next();
    if (!c.is(";") && !c.is("{")) c.failMissing("';' or '{'");
    const accessor: Accessor = { modifiers: own, body: c.accept(";") ? null : parseBlock(c), position };
    if ((word === "get" ? getter : setter) !== null) c.report(`The property '${c.textOf(token)}' has two '${word}' accessors`, position);
    if (word === "get") getter = accessor;
    else setter = accessor;
  }
  const endLine = c.next().line;
  if (getter === null && setter === null) c.report(`The property '${c.textOf(token)}' has neither 'get' nor 'set'`, token);
  return { kind: "property", name: c.textOf(token), modifiers, type, getter, setter, position: c.position(token), endLine };
}
