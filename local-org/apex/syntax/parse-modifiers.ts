import type { Annotation, AnnotationParameter, Expression, Modifier, ModifierKeyword, Modifiers } from "./ast.ts";
import { parseConditional } from "./parse-expressions.ts";
import type { Position } from "./position.ts";
import type { TokenCursor } from "./token-cursor.ts";

export const noModifiers: Modifiers = { annotations: [], keywords: [] };

const simpleModifiers = new Map<string, ModifierKeyword>(
  (
    [
      "global",
      "public",
      "protected",
      "private",
      "transient",
      "static",
      "abstract",
      "final",
      "webservice",
      "override",
      "virtual",
      "testmethod",
    ] as const
  ).map((keyword) => [keyword, keyword]),
);

const sharingModifiers = new Map<string, ModifierKeyword>(
  (["with sharing", "without sharing", "inherited sharing"] as const).map((keyword) => [keyword.slice(0, keyword.indexOf(" ")), keyword]),
);

/** The modifier at the cursor and its number of tokens. `transient`, `with` and others are modifiers only where a modifier can stand. */
function modifierAt(c: TokenCursor): { readonly keyword: ModifierKeyword; readonly tokens: number } | null {
  const word = c.token.word;
  if (word === "") return null;
  const sharing = sharingModifiers.get(word);
  if (sharing !== undefined) return c.peek(1).word === "sharing" ? { keyword: sharing, tokens: 2 } : null;
  const keyword = simpleModifiers.get(word);
  return keyword === undefined ? null : { keyword, tokens: 1 };
}

export function startsModifier(c: TokenCursor): boolean {
  return c.is("@") || modifierAt(c) !== null;
}

/** All annotations and modifiers at the cursor; repeated ones are kept for the checks. */
export function parseModifiers(c: TokenCursor): Modifiers {
  if (!startsModifier(c)) return noModifiers;
  const annotations: Annotation[] = [];
  const keywords: Modifier[] = [];
  for (;;) {
    if (c.is("@")) annotations.push(parseAnnotation(c));
    else {
      const modifier = modifierAt(c);
      if (modifier === null) return { annotations, keywords };
      keywords.push({ keyword: modifier.keyword, position: c.position() });
      for (let i = 0; i < modifier.tokens; i++) c.next();
    }
  }
}

function parseAnnotation(c: TokenCursor): Annotation {
  const position = c.position(c.expect("@"));
  if (!c.is("name")) c.failMissing("the name of an annotation");
  const name = c.textOf(c.next());
  const parameters: AnnotationParameter[] = [];
  if (c.accept("(")) {
    if (!c.is(")") && !(c.is("name") && c.peek(1).kind === "=")) parameters.push(parseAnnotationValue(c, "", c.position()));
    while (!c.is(")")) {
      if (!c.is("name") || c.peek(1).kind !== "=") c.failMissing("')'");
      const parameter = c.next();
      c.expect("=");
      parameters.push(parseAnnotationValue(c, c.textOf(parameter), c.position(parameter)));
      c.accept(",");
    }
    c.expect(")");
  }
  return { name, parameters, position };
}

function parseAnnotationValue(c: TokenCursor, name: string, position: Position): AnnotationParameter {
  const start = c.token.start;
  const expression = parseConditional(c);
  const literal = literalKind(expression);
  const value = expression.kind === "literal" && literal !== "other" ? String(expression.value) : c.text.slice(start, c.previous.end);
  return { name, value, literal, position };
}

function literalKind(expression: Expression): AnnotationParameter["literal"] {
  if (expression.kind !== "literal") return "other";
  switch (expression.literal) {
    case "String":
      return "string";
    case "Boolean":
      return "boolean";
    case "null":
      return "other";
    default:
      return "number";
  }
}
