import { SyntaxFailure } from "./syntax-failure.ts";
import { punctuation } from "./token.ts";
import type { Punctuation, Token, TokenKind } from "./token.ts";
import { words } from "./words.ts";

export interface LexerOptions {
  /** `FIND {text}` is one token: the form of SOSL outside Apex. */
  readonly searchText: boolean;
}

const tab = 9;
const lineFeed = 10;
const formFeed = 12;
const carriageReturn = 13;
const space = 32;
const quote = 39;
const dot = 46;
const backslash = 92;

const isDigit = (code: number) => code >= 48 && code <= 57;
/** Letters outside ASCII are let through here and refused where a name is declared. */
const isNameStart = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 255;
const isNamePart = (code: number) => isNameStart(code) || isDigit(code);

const punctuationByFirstCharacter: readonly (readonly Punctuation[] | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const texts = punctuation.filter((text) => text.charCodeAt(0) === code);
  return texts.length === 0 ? undefined : texts;
});

/**
 * Splits Apex, SOQL or SOSL into tokens, the last of which is `end`.
 *
 * @throws SyntaxFailure at a character, string or comment that cannot be.
 */
export function tokenize(text: string, options: LexerOptions = { searchText: false }): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  let line = 1;
  let lineStart = 0;

  const push = (kind: TokenKind, end: number, word = "") => {
    tokens.push({ kind, word, start: at, end, line, column: at - lineStart + 1 });
    at = end;
  };
  const fail = (message: string, offset = at): never => {
    throw new SyntaxFailure(message, { line, column: offset - lineStart + 1 });
  };
  const countLines = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed || (code === carriageReturn && text.charCodeAt(i + 1) !== lineFeed)) {
        line++;
        lineStart = i + 1;
      }
    }
  };

  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === space || code === tab || code === formFeed) {
      at++;
    } else if (code === lineFeed || code === carriageReturn) {
      countLines(at, at + 1);
      at++;
    } else if (isNameStart(code)) {
      let end = at + 1;
      while (end < length && isNamePart(text.charCodeAt(end))) end++;
      push("name", end, words.get(text.slice(at, end).toLowerCase()) ?? "");
    } else if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(at + 1)))) {
      number();
    } else if (code === quote) {
      string();
    } else if (text.startsWith("//", at)) {
      while (at < length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at++;
    } else if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end < 0) fail("The comment that starts here has no end: '*/' is missing");
      countLines(at, end);
      at = end + 2;
    } else if (options.searchText && code === 123 && tokens.at(-1)?.word === "find") {
      searchText();
    } else if (code === 0xfeff && at === 0) {
      at++;
    } else {
      const kind = punctuationByFirstCharacter[code]?.find((candidate) => text.startsWith(candidate, at));
      if (kind === undefined) fail(`Unexpected character '${String.fromCodePoint(text.codePointAt(at) ?? 0)}'`);
      else push(kind, at + kind.length);
    }
  }
  push("end", length);
  return tokens;

  function number(): void {
    let end = at;
    while (isDigit(text.charCodeAt(end))) end++;
    let kind: TokenKind = "integer";
    if (text.charCodeAt(end) === dot && isDigit(text.charCodeAt(end + 1))) {
      kind = "number";
      end++;
      while (isDigit(text.charCodeAt(end))) end++;
      if (/[dD]/.test(text.charAt(end))) end++;
    } else if (/[lL]/.test(text.charAt(end))) {
      kind = "long";
      end++;
    }
    push(kind, end);
  }

  function string(): void {
    if (/^'''[ \t]*(\r|\n)/.test(text.slice(at, at + 200))) {
      let end = at + 3;
      while (end < length && !text.startsWith("'''", end)) end += text.charCodeAt(end) === backslash ? 2 : 1;
      if (end >= length) fail("The multi-line string that starts here has no end: ''' is missing");
      const start = at;
      push("multilineString", end + 3);
      countLines(start, end);
      return;
    }
    let end = at + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      if (end >= length) fail("The string that starts here has no end: ' is missing");
      if (code === quote) break;
      if (code === lineFeed || code === carriageReturn)
        fail("Line breaks are not allowed in string literals: the string that starts here has no end");
      end += code === backslash ? 2 : 1;
    }
    push("string", end + 1);
  }

  function searchText(): void {
    let end = at + 1;
    while (end < length && text.charAt(end) !== "}") end += text.charCodeAt(end) === backslash ? 2 : 1;
    if (end >= length) fail("The search text that starts here has no end: } is missing");
    push("searchText", end + 1);
  }
}
