import type { Expression, TypeName, TypeReference } from "./ast.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `Map<Id, Outer.Inner[]>` */
export function parseTypeReference(c: TokenCursor): TypeReference {
  const position = c.position();
  const names = [parseTypeName(c)];
  while (c.is(".") && c.peek(1).word !== "class") {
    c.next();
    names.push(parseTypeName(c));
  }
  let arrayDepth = 0;
  while (c.is("[") && c.peek(1).kind === "]") {
    c.next();
    c.next();
    arrayDepth++;
  }
  return { kind: "typeReference", names, arrayDepth, position };
}

export function parseTypeList(c: TokenCursor): TypeReference[] {
  const types = [parseTypeReference(c)];
  while (c.accept(",")) types.push(parseTypeReference(c));
  return types;
}

function parseTypeName(c: TokenCursor): TypeName {
  const token = c.expectName("type");
  return { name: c.textOf(token), arguments: parseTypeArguments(c) };
}

export function parseTypeArguments(c: TokenCursor): TypeReference[] {
  if (!c.accept("<")) return [];
  const types = parseTypeList(c);
  c.expect(">");
  return types;
}

/** How many tokens a type takes that starts `from` tokens ahead; -1 when there is no type. Builds nothing. */
export function scanType(c: TokenCursor, from: number): number {
  let at = from;
  for (;;) {
    if (!c.canBeName(c.peek(at))) return -1;
    at++;
    if (c.peek(at).kind === "<") {
      do {
        const length = scanType(c, at + 1);
        if (length < 0) return -1;
        at += 1 + length;
      } while (c.peek(at).kind === ",");
      if (c.peek(at).kind !== ">") return -1;
      at++;
    }
    if (c.peek(at).kind !== "." || c.peek(at + 1).word === "class") break;
    at++;
  }
  while (c.peek(at).kind === "[" && c.peek(at + 1).kind === "]") at += 2;
  return at - from;
}

/** The type that a chain of names spells, for `a.b.class`; null when the expression is something else. */
export function typeOfNames(expression: Expression): TypeReference | null {
  const names: TypeName[] = [];
  let current = expression;
  while (current.kind === "member" && !current.nullSafe) {
    names.unshift({ name: current.name, arguments: [] });
    current = current.target;
  }
  if (current.kind !== "name") return null;
  names.unshift({ name: current.name, arguments: [] });
  return { kind: "typeReference", names, arrayDepth: 0, position: current.position };
}

/** The list type of `T[]`, for array creators. */
export function listOf(type: TypeReference): TypeReference {
  return { ...type, arrayDepth: type.arrayDepth + 1 };
}
