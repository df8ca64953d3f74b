/** The language inside FIND: words, "phrases", `*` and `?`, AND, OR, AND NOT, parentheses, `\` escapes. */
import { tokenize } from "./tokenize.ts";

/** One token to find, with `*` and `?` still in it when `isPattern`. */
export interface SearchToken {
  readonly text: string;
  readonly isPattern: boolean;
}

export type SearchExpression =
  /** Tokens that stand next to each other in one field; a single word is one token. `raw`: as written, for phone numbers. */
  | { readonly kind: "phrase"; readonly tokens: readonly SearchToken[]; readonly raw: string }
  | { readonly kind: "and" | "or" | "andNot"; readonly left: SearchExpression; readonly right: SearchExpression };

/** Text that is no search expression; the message is the platform's where known. */
export class SearchSyntaxError extends Error {}

type Lexeme =
  { readonly kind: "(" | ")" | "and" | "or" | "not" } | { readonly kind: "text"; readonly text: string; readonly quoted: boolean };

/** Characters with a meaning of their own, kept apart from the same characters behind a backslash. */
const ESCAPED = /\\(.)/gsu;
const ESCAPE_BASE = 0xe000;

/**
 * Parses what stands in FIND. AND NOT binds closest, then AND, then OR; words side by side are joined by AND. With
 * `ignoreOperators` the operators are plain separators. Throws SearchSyntaxError; null when nothing can be searched for.
 */
export function parseSearch(text: string, ignoreOperators: boolean): SearchExpression | null {
  const guarded = text.replace(ESCAPED, (_match, char: string) => guard(char));
  const lexemes = lex(guarded).filter((lexeme) => !ignoreOperators || lexeme.kind === "text");
  return new SearchParser(lexemes).parse();
}

/** An escaped character of ASCII becomes a private one that no rule matches; it separates words, as all punctuation does. */
function guard(char: string): string {
  return /[\p{L}\p{N}]/u.test(char) ? char : String.fromCharCode(ESCAPE_BASE + (char.codePointAt(0) ?? 0));
}

function unguard(text: string): string {
  return text.replace(/[\ue000-\ue07f]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - ESCAPE_BASE));
}

function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const [part, phrase, word] of text.matchAll(/"([^"]*)"|([^\s"()&|!]+)|[()&|!"]+/gu)) {
    if (phrase !== undefined) lexemes.push({ kind: "text", text: phrase, quoted: true });
    else if (word !== undefined) lexemes.push(wordLexeme(word));
    else lexemes.push(...[...part].map(operatorLexeme));
  }
  return lexemes;
}

function wordLexeme(word: string): Lexeme {
  const lower = word.toLowerCase();
  return lower === "and" || lower === "or" || lower === "not" ? { kind: lower } : { kind: "text", text: word, quoted: false };
}

function operatorLexeme(char: string): Lexeme {
  switch (char) {
    case "&":
      return { kind: "and" };
    case "|":
      return { kind: "or" };
    case "!":
      return { kind: "not" };
    case "(":
    case ")":
      return { kind: char };
    default:
      throw new SearchSyntaxError("unterminated string in search term");
  }
}

class SearchParser {
  readonly #lexemes: readonly Lexeme[];
  #at = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes;
  }

  parse(): SearchExpression | null {
    const expression = this.#or();
    if (this.#at < this.#lexemes.length) throw new SearchSyntaxError("unexpected token in search term");
    return expression;
  }

  #or(): SearchExpression | null {
    let left = this.#and();
    while (this.#accept("or")) left = join("or", left, this.#and());
    return left;
  }

  #and(): SearchExpression | null {
    let left = this.#andNot();
    for (;;) {
      const explicit = this.#accept("and");
      const next = this.#lexemes[this.#at]?.kind;
      if (!explicit && next !== "text" && next !== "(") return left;
      left = join("and", left, this.#andNot());
    }
  }

  #andNot(): SearchExpression | null {
    let left = this.#primary();
    while (this.#peek("and", "not") || this.#lexemes[this.#at]?.kind === "not") {
      if (!this.#accept("not")) this.#at += 2;
      left = join("andNot", left, this.#primary());
    }
    return left;
  }

  #primary(): SearchExpression | null {
    const lexeme = this.#lexemes[this.#at++];
    if (lexeme?.kind === "text") return phrase(lexeme.text);
    if (lexeme?.kind !== "(") throw new SearchSyntaxError("unexpected token in search term");
    const inner = this.#or();
    if (!this.#accept(")")) throw new SearchSyntaxError("missing ) in search term");
    return inner;
  }

  #accept(kind: Lexeme["kind"]): boolean {
    if (this.#lexemes[this.#at]?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #peek(first: Lexeme["kind"], second: Lexeme["kind"]): boolean {
    return this.#lexemes[this.#at]?.kind === first && this.#lexemes[this.#at + 1]?.kind === second;
  }
}

function join(kind: "and" | "or" | "andNot", left: SearchExpression | null, right: SearchExpression | null): SearchExpression | null {
  if (left === null || right === null) return kind === "andNot" ? left : (left ?? right);
  return { kind, left, right };
}

/** Null when the text has neither letter nor digit. */
function phrase(text: string): SearchExpression | null {
  const words = text.match(/[\p{L}\p{N}*?]+/gu) ?? [];
  const tokens = words.map((word) => word.replace(/^[*?]+/, "").toLowerCase()).filter((word) => tokenize(word).length > 0);
  if (tokens.length === 0) return null;
  return { kind: "phrase", tokens: tokens.map((token) => ({ text: token, isPattern: /[*?]/.test(token) })), raw: unguard(text) };
}

/** `*` stands for any number of characters, `?` for one, both of the kind (letters or digits) of the character before them. */
export function patternOf({ text }: SearchToken): RegExp {
  let pattern = "";
  let kind = "[\\p{L}\\p{N}]";
  for (const char of text) {
    if (char === "*") pattern += `${kind}*`;
    else if (char === "?") pattern += kind;
    else {
      pattern += char;
      kind = /\p{N}/u.test(char) ? "\\p{N}" : "\\p{L}";
    }
  }
  return new RegExp(`^${pattern}$`, "u");
}
