import { FormulaError, type BinaryOperator, type FormulaNode } from "./formula-ast.ts";

interface Token {
  readonly kind: "number" | "text" | "name" | "symbol" | "end";
  readonly text: string;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d*)?|\.\d+)|(?<text>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(?<name>\$?[A-Za-z_]\w*)|(?<symbol><>|<=|>=|==|!=|&&|\|\||[-+*/^&=<>!(),.])/gy;

/** Loosest first; operators of one level group to the left. */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { "||": "||" },
  { "&&": "&&" },
  { "=": "=", "==": "=", "!=": "!=", "<>": "!=" },
  { "<": "<", ">": ">", "<=": "<=", ">=": ">=" },
  { "+": "+", "-": "-", "&": "&" },
  { "*": "*", "/": "/" },
  { "^": "^" },
];

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Parses a formula. Throws FormulaError. */
export function parseFormula(text: string): FormulaNode {
  return new FormulaParser(tokenize(text)).parse();
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    for (const kind of ["number", "text", "name", "symbol"] as const) {
      const found = match.groups?.[kind];
      if (found !== undefined) tokens.push({ kind, text: found });
    }
  }
  if (end < text.length) throw new FormulaError(`unexpected character ${text.charAt(end)}`);
  return tokens;
}

const END: Token = { kind: "end", text: "end of formula" };

class FormulaParser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): FormulaNode {
    const node = this.#binary(0);
    if (this.#token.kind !== "end") this.#fail();
    return node;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  #fail(): never {
    throw new FormulaError(`unexpected ${this.#token.text}`);
  }

  #accept(symbol: string): boolean {
    if (this.#token.kind !== "symbol" || this.#token.text !== symbol) return false;
    this.#at++;
    return true;
  }

  #binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#token.kind === "symbol" ? operators[this.#token.text] : undefined;
      if (operator === undefined) return left;
      this.#at++;
      left = { kind: "binary", operator, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): FormulaNode {
    if (this.#accept("-")) return { kind: "unary", operator: "-", operand: this.#unary() };
    if (this.#accept("!")) return { kind: "unary", operator: "!", operand: this.#unary() };
    this.#accept("+");
    return this.#primary();
  }

  #primary(): FormulaNode {
    const token = this.#token;
    if (this.#accept("(")) {
      const inner = this.#binary(0);
      if (!this.#accept(")")) this.#fail();
      return inner;
    }
    this.#at++;
    switch (token.kind) {
      case "number":
        return { kind: "number", text: token.text };
      case "text":
        return { kind: "text", value: unescape(token.text) };
      case "name":
        return this.#named(token.text);
      default:
        this.#at--;
        return this.#fail();
    }
  }

  #named(name: string): FormulaNode {
    if (this.#accept("(")) return { kind: "call", name: name.toUpperCase(), arguments: this.#arguments() };
    const lower = name.toLowerCase();
    if (lower === "true" || lower === "false") return { kind: "boolean", value: lower === "true" };
    if (lower === "null") return { kind: "null" };
    const path = [name];
    while (this.#accept(".")) {
      if (this.#token.kind !== "name") this.#fail();
      path.push(this.#token.text);
      this.#at++;
    }
    return { kind: "field", path };
  }

  #arguments(): FormulaNode[] {
    if (this.#accept(")")) return [];
    const found = [this.#binary(0)];
    while (this.#accept(",")) found.push(this.#binary(0));
    if (!this.#accept(")")) this.#fail();
    return found;
  }
}

function unescape(literal: string): string {
  return literal.slice(1, -1).replace(/\\([\s\S])/g, (_match, char: string) => ESCAPES[char] ?? char);
}
