import type { Expression, TypeName, TypeReference } from "./ast.ts";
import { parseArguments, parseExpression } from "./parse-expressions.ts";
import { listOf, parseTypeArguments } from "./parse-types.ts";
import type { Position } from "./position.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `new ...` in all its forms. */
export function parseNew(c: TokenCursor): Expression {
  const position = c.position(c.expectWord("new"));
  const type = parseCreatedType(c);
  switch (c.token.kind) {
    case "(":
      return parseObject(c, type, position);
    case "[":
      return parseArray(c, type, position);
    case "{":
      return parseElements(c, type, position);
    default:
      return c.failMissing("'(', '{' or '[' after the type of 'new'");
  }
}

function parseCreatedType(c: TokenCursor): TypeReference {
  const position = c.position();
  const names: TypeName[] = [];
  do {
    const token = names.length === 0 ? c.expectName("type") : c.expect("name");
    names.push({ name: c.textOf(token), arguments: parseTypeArguments(c) });
  } while (c.accept("."));
  return { kind: "typeReference", names, arrayDepth: 0, position };
}

function parseObject(c: TokenCursor, type: TypeReference, position: Position): Expression {
  const list = parseArguments(c);
  const fields = list.map((argument) =>
    argument.kind === "assignment" && argument.operator === "=" && argument.target.kind === "name"
      ? { name: argument.target.name, value: argument.value, position: argument.position }
      : null,
  );
  const named = fields.filter((field) => field !== null);
  if (named.length === 0) return { kind: "new", type, arguments: list, position };
  const odd = list[fields.indexOf(null)];
  if (odd !== undefined) c.report("Either all arguments of 'new' have the form 'field = value' or none", odd.position);
  return { kind: "newSObject", type, fields: named, position };
}

function parseArray(c: TokenCursor, element: TypeReference, position: Position): Expression {
  c.expect("[");
  if (!c.accept("]")) {
    const size = parseExpression(c);
    c.expect("]");
    return { kind: "newArray", type: listOf(element), size, position };
  }
  let type = listOf(element);
  while (c.is("[") && c.peek(1).kind === "]") {
    c.next();
    c.next();
    type = listOf(type);
  }
  if (!c.is("{")) c.failMissing("the size between '[' and ']', or the elements in '{ }'");
  return parseElements(c, type, position);
}

function parseElements(c: TokenCursor, type: TypeReference, position: Position): Expression {
  c.expect("{");
  const isMap = type.arrayDepth === 0 && type.names.at(-1)?.name.toLowerCase() === "map";
  if (c.accept("}"))
    return isMap ? { kind: "newMap", type, entries: [], position } : { kind: "newCollection", type, elements: [], position };
  const first = parseExpression(c);
  if (c.is("=>")) {
    const entries: { key: Expression; value: Expression }[] = [];
    let key = first;
    for (;;) {
      c.expect("=>");
      entries.push({ key, value: parseExpression(c) });
      if (!c.accept(",")) break;
      key = parseExpression(c);
    }
    c.expect("}");
    return { kind: "newMap", type, entries, position };
  }
  const elements = [first];
  while (c.accept(",")) {
    if (type.arrayDepth > 0 && c.is("}")) break;
    elements.push(parseExpression(c));
  }
  c.expect("}");
  return { kind: "newCollection", type, elements, position };
}
