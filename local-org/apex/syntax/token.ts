import type { Position } from "./position.ts";

/**
 * `name` covers keywords too (most of them can be names somewhere); punctuation has its own text as kind. `>` always comes alone, so that
 * `Map<Id, List<Account>>` closes twice; the expression parser joins `>=`, `>>` and the like.
 */
export type TokenKind = "end" | "name" | "integer" | "long" | "number" | "string" | "multilineString" | "searchText" | Punctuation;

export type Punctuation = (typeof punctuation)[number];

/** Longest first, because the lexer takes the first that fits. */
export const punctuation = [
  "<<=",
  "===",
  "!==",
  "<<",
  "<=",
  "<>",
  "==",
  "!=",
  "&&",
  "||",
  "??",
  "?.",
  "++",
  "--",
  "=>",
  "+=",
  "-=",
  "*=",
  "/=",
  "&=",
  "|=",
  "^=",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ";",
  ",",
  ".",
  "=",
  ">",
  "<",
  "!",
  "~",
  "?",
  ":",
  "+",
  "-",
  "*",
  "/",
  "&",
  "|",
  "^",
  "@",
] as const;

export interface Token extends Position {
  readonly kind: TokenKind;
  /** For names: the name in lower case when it is a word of the language, else "". */
  readonly word: string;
  /** Offsets into the source. */
  readonly start: number;
  readonly end: number;
}
