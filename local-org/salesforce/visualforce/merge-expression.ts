/** The expression language of `{!...}`: its tree, and reading it from text. */
import { PageFault, type PagePosition } from "./page-position.ts";

export type MergeOperator = "||" | "&&" | "=" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "&";

export type MergeExpression = { readonly position: PagePosition } & (
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** `caller.name`, `$Label.Welcome`: names in order. */
  | { readonly kind: "path"; readonly names: readonly string[] }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly MergeExpression[] }
  | { readonly kind: "not"; readonly operand: MergeExpression }
  | { readonly kind: "minus"; readonly operand: MergeExpression }
  | { readonly kind: "binary"; readonly operator: MergeOperator; readonly left: MergeExpression; readonly right: MergeExpression }
);

/** Text with expressions between: parts in order. */
export type Template = readonly (string | MergeExpression)[];

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(\$?[A-Za-z_]\w*)|(\|\||&&|==|<>|!=|<=|>=|[-+*/&=<>!().,]))/y;

/** Levels of operators, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["=", "==", "!=", "<>"],
  ["<", ">", "<=", ">="],
  ["+", "-", "&"],
  ["*", "/"],
];
const SPELLINGS: Readonly<Record<string, MergeOperator>> = { "==": "=", "<>": "!=" };

/** Splits text at `{!...}`. Throws PageFault for an expression that cannot be read. */
export function parseTemplate(text: string, positionOf: (offset: number) => PagePosition): Template {
  const parts: (string | MergeExpression)[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("{!", at);
    if (start < 0) break;
    if (start > at) parts.push(text.slice(at, start));
    const parser = new MergeParser(text, start + 2, positionOf);
    parts.push(parser.whole());
    at = parser.end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

class MergeParser {
  readonly #text: string;
  readonly #positionOf: (offset: number) => PagePosition;
  #at: number;

  constructor(text: string, at: number, positionOf: (offset: number) => PagePosition) {
    this.#text = text;
    this.#at = at;
    this.#positionOf = positionOf;
  }

  /** Behind the closing brace. */
  get end(): number {
    return this.#at;
  }

  whole(): MergeExpression {
    const expression = this.#level(0);
    const close = /\s*\}/y;
    close.lastIndex = this.#at;
    if (!close.test(this.#text)) this.#fail("The expression has no closing brace");
    this.#at = close.lastIndex;
    return expression;
  }

  #fail(message: string): never {
    const found = /\s*([^\s}]*)/y;
    found.lastIndex = this.#at;
    const next = found.exec(this.#text)?.[1] ?? "";
    throw new PageFault(next === "" ? message : `${message}: "${next.slice(0, 30)}"`, this.#positionOf(this.#at));
  }

  /** The next token without taking it; empty at the closing brace. */
  #peek(): string {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    return match === null ? "" : match[0].trimStart();
  }

  #take(): string {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (match === null) this.#fail("The expression cannot be read");
    this.#at = TOKEN.lastIndex;
    return match[0].trimStart();
  }

  #expect(token: string): void {
    if (this.#peek() !== token) this.#fail(`Expected ${token}`);
    this.#take();
  }

  #level(depth: number): MergeExpression {
    const operators = LEVELS[depth];
    if (operators === undefined) return this.#unary();
    let left = this.#level(depth + 1);
    while (operators.includes(this.#peek())) {
      const token = this.#take();
      left = {
        kind: "binary",
        operator: SPELLINGS[token] ?? (token as MergeOperator),
        left,
        right: this.#level(depth + 1),
        position: left.position,
      };
    }
    return left;
  }

  #unary(): MergeExpression {
    const position = this.#positionOf(this.#at);
    const token = this.#peek();
    if (token !== "!" && token !== "-") return this.#primary(position);
    this.#take();
    return { kind: token === "!" ? "not" : "minus", operand: this.#unary(), position };
  }

  #primary(position: PagePosition): MergeExpression {
    const token = this.#take();
    if (token === "(") {
      const inside = this.#level(0);
      this.#expect(")");
      return inside;
    }
    if (/^["']/.test(token)) return { kind: "literal", value: token.slice(1, -1).replace(/\\(.)/g, "$1"), position };
    if (/^\d/.test(token)) return { kind: "literal", value: Number(token), position };
    if (!/^[$A-Za-z_]/.test(token)) this.#fail(`The expression cannot be read at ${token}`);
    if (this.#peek() === "(") return { kind: "call", name: token.toUpperCase(), arguments: this.#arguments(), position };
    const keyword = KEYWORDS.get(token.toLowerCase());
    if (keyword !== undefined) return { kind: "literal", value: keyword, position };
    const names = [token];
    while (this.#peek() === ".") {
      this.#take();
      names.push(this.#take());
    }
    return { kind: "path", names, position };
  }

  #arguments(): MergeExpression[] {
    this.#expect("(");
    const list: MergeExpression[] = [];
    while (this.#peek() !== ")") {
      if (list.length > 0) this.#expect(",");
      list.push(this.#level(0));
    }
    this.#expect(")");
    return list;
  }
}

const KEYWORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
