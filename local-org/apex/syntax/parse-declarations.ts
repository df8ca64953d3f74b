import type {
  AnonymousUnit,
  ClassDeclaration,
  EnumDeclaration,
  Identifier,
  InterfaceDeclaration,
  MethodDeclaration,
  Modifiers,
  Parameter,
  Position,
  Statement,
  TriggerDeclaration,
  TriggerEvent,
  TypeDeclaration,
  TypeReference,
} from "./ast.ts";
import { parseMembers } from "./parse-members.ts";
import { noModifiers, parseModifiers, startsModifier } from "./parse-modifiers.ts";
import { parseBlock, parseStatement } from "./parse-statements.ts";
import { parseTypeList, parseTypeReference, scanType } from "./parse-types.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** The one type of a `.cls` file. */
export function parseClassFile(c: TokenCursor): TypeDeclaration {
  const declaration = parseType(c, parseModifiers(c));
  if (c.is("}")) c.fail("Unexpected token '}': it closes nothing");
  if (!c.is("end"))
    c.fail(`Unexpected token ${c.describe(c.token)} after the end of '${declaration.name}': a file holds one top-level type`);
  return declaration;
}

export function startsType(c: TokenCursor): boolean {
  return (c.isWord("class") || c.isWord("interface") || c.isWord("enum")) && c.peek(1).kind === "name";
}

/** At `class`, `interface` or `enum`. */
export function parseType(c: TokenCursor, modifiers: Modifiers): TypeDeclaration {
  switch (c.token.word) {
    case "class":
      return parseClass(c, modifiers);
    case "interface":
      return parseInterface(c, modifiers);
    case "enum":
      return parseEnum(c, modifiers);
    default:
      return c.failMissing("'class', 'interface' or 'enum'");
  }
}

function parseClass(c: TokenCursor, modifiers: Modifiers): ClassDeclaration {
  c.expectWord("class");
  const token = c.expectNewName("class");
  const name = c.textOf(token);
  const superClass = c.acceptWord("extends") ? parseTypeReference(c) : null;
  const interfaces = c.acceptWord("implements") ? parseTypeList(c) : [];
  const members = parseMembers(c);
  return { kind: "class", name, modifiers, superClass, interfaces, members, position: c.position(token), endLine: c.previous.line };
}

function parseInterface(c: TokenCursor, modifiers: Modifiers): InterfaceDeclaration {
  c.expectWord("interface");
  const token = c.expectNewName("interface");
  const interfaces = c.acceptWord("extends") ? parseTypeList(c) : [];
  c.expect("{");
  const methods: MethodDeclaration[] = [];
  while (!c.is("}")) {
    const own = parseModifiers(c);
    const method = parseMethod(c, own);
    if (method.body !== null) c.report("Methods of an interface have no body", method.body.position);
    methods.push(method);
  }
  const endLine = c.next().line;
  return { kind: "interface", name: c.textOf(token), modifiers, interfaces, methods, position: c.position(token), endLine };
}

function parseEnum(c: TokenCursor, modifiers: Modifiers): EnumDeclaration {
  c.expectWord("enum");
  const token = c.expectNewName("enum");
  c.expect("{");
  const constants: Identifier[] = [];
  if (!c.is("}")) {
    do {
      const constant = c.expectNewName("enum value");
      constants.push({ name: c.textOf(constant), position: c.position(constant) });
    } while (c.accept(","));
  }
  const endLine = c.expect("}").line;
  return { kind: "enum", name: c.textOf(token), modifiers, constants, position: c.position(token), endLine };
}

/** At the type of the result. */
export function parseMethod(c: TokenCursor, modifiers: Modifiers): MethodDeclaration {
  const returns = c.acceptWord("void") ? null : parseTypeReference(c);
  return parseMethodRest(c, modifiers, returns);
}

/** At the name of the method. */
export function parseMethodRest(c: TokenCursor, modifiers: Modifiers, returns: TypeReference | null): MethodDeclaration {
  const token = c.expectNewName("method");
  const parameters = parseParameters(c);
  if (!c.is("{") && !c.is(";")) c.failMissing("'{' or ';'");
  const body = c.accept(";") ? null : parseBlock(c);
  return {
    kind: "method",
    name: c.textOf(token),
    modifiers,
    parameters,
    returns,
    body,
    position: c.position(token),
    endLine: c.previous.line,
  };
}

export function parseParameters(c: TokenCursor): Parameter[] {
  c.expect("(");
  const parameters: Parameter[] = [];
  if (!c.is(")")) {
    do {
      const modifiers = parseModifiers(c);
      const type = parseTypeReference(c);
      const token = c.expectNewName("parameter");
      parameters.push({ name: c.textOf(token), modifiers, type, position: c.position(token) });
    } while (c.accept(","));
  }
  c.expect(")");
  return parameters;
}

// ---------------------------------------------------------------- triggers and anonymous Apex

/** `trigger T on Account (before insert) { ... }` */
export function parseTrigger(c: TokenCursor): TriggerDeclaration {
  c.expectWord("trigger");
  const token = c.expectNewName("trigger");
  c.expectWord("on");
  const object = c.expectName("object");
  c.expect("(");
  const events: TriggerEvent[] = [];
  do events.push(parseTriggerEvent(c));
  while (c.accept(","));
  c.expect(")");
  const start = c.position(c.expect("{"));
  const { statements, members } = parseScript(c);
  if (c.is("end")) c.fail(`Unexpected end of the source: the '{' of line ${start.line} has no '}'`);
  const endLine = c.expect("}").line;
  if (!c.is("end")) c.fail(`Unexpected token ${c.describe(c.token)} after the end of the trigger`);
  return {
    kind: "trigger",
    name: c.textOf(token),
    object: { name: c.textOf(object), position: c.position(object) },
    events,
    body: { kind: "block", statements, position: start, endLine },
    members,
    position: c.position(token),
    endLine,
  };
}

function parseTriggerEvent(c: TokenCursor): TriggerEvent {
  const position = c.position();
  const timing = c.token.word;
  if (timing !== "before" && timing !== "after") c.failMissing("'before' or 'after'");
  c.next();
  const operation = c.token.word;
  if (operation !== "insert" && operation !== "update" && operation !== "delete" && operation !== "undelete") {
    c.failMissing("'insert', 'update', 'delete' or 'undelete'");
  }
  c.next();
  return { timing, operation, position };
}

export function parseAnonymousUnit(c: TokenCursor): AnonymousUnit {
  const position: Position = { line: 1, column: 1 };
  const { statements, members } = parseScript(c);
  if (!c.is("end")) c.failUnexpected();
  return { kind: "anonymous", body: { kind: "block", statements, position, endLine: c.token.line }, members, position };
}

/** Statements, methods and types in any order, up to `}` or the end. */
function parseScript(c: TokenCursor): { statements: Statement[]; members: (MethodDeclaration | TypeDeclaration)[] } {
  c.isScript = true;
  const statements: Statement[] = [];
  const members: (MethodDeclaration | TypeDeclaration)[] = [];
  while (!c.is("}") && !c.is("end")) {
    const start = memberStart(c);
    if (start === "statement") {
      statements.push(parseStatement(c));
      continue;
    }
    const modifiers = startsModifier(c) ? parseModifiers(c) : noModifiers;
    members.push(start === "type" ? parseType(c, modifiers) : parseMethod(c, modifiers));
  }
  return { statements, members };
}

/** Looks past modifiers: a method is `Type name (`, a type starts with its keyword, all else is a statement. */
function memberStart(c: TokenCursor): "statement" | "method" | "type" {
  const at = modifiersLength(c);
  const word = c.peek(at).word;
  if (word === "class" || word === "interface" || word === "enum") return "type";
  const length = word === "void" ? 1 : scanType(c, at);
  const isMethod = length > 0 && c.peek(at + length).kind === "name" && c.peek(at + length + 1).kind === "(";
  return isMethod && c.peek(at + length).word !== "instanceof" ? "method" : "statement";
}

const modifierWords: ReadonlySet<string> = new Set(
  "global public protected private transient static abstract final webservice override virtual testmethod with without inherited sharing".split(
    " ",
  ),
);

function modifiersLength(c: TokenCursor): number {
  let at = 0;
  for (;;) {
    if (c.peek(at).kind === "@") {
      at += 2;
      if (c.peek(at).kind === "(") while (c.peek(at).kind !== "end" && c.peek(at++).kind !== ")");
    } else if (modifierWords.has(c.peek(at).word) && c.peek(at + 1).kind !== "." && c.peek(at + 1).kind !== "=") at++;
    else return at;
  }
}
