/** Reads JSON token by token. Strictness and messages are those of the platform's parser. */
import { throwApex } from "../../runtime/exceptions.ts";

export type TokenKind =
  | "START_OBJECT"
  | "END_OBJECT"
  | "START_ARRAY"
  | "END_ARRAY"
  | "FIELD_NAME"
  | "VALUE_STRING"
  | "VALUE_NUMBER_INT"
  | "VALUE_NUMBER_FLOAT"
  | "VALUE_TRUE"
  | "VALUE_FALSE"
  | "VALUE_NULL";

/** An open object or array. */
interface Level {
  readonly isObject: boolean;
  readonly line: number;
  readonly column: number;
  /** Members seen so far. */
  count: number;
  /** Name of the field whose value comes next; null in arrays and before a name. */
  name: string | null;
  expectsValue: boolean;
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\", "/": "/" };

export class JsonReader {
  readonly #text: string;
  #at = 0;
  readonly #levels: Level[] = [];
  /** Name of the level that the current END_OBJECT or END_ARRAY closed. */
  #closedName: string | null = null;
  /** The current token; null before the first and after the last. */
  kind: TokenKind | null = null;
  #read = "";
  /** At the opening quote of a string value whose text nobody has asked for. */
  #unread = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Name of the current field: on the name itself, its value, and the brackets of its value. Null outside of objects. */
  get name(): string | null {
    if (this.kind === "END_OBJECT" || this.kind === "END_ARRAY") return this.#closedName;
    const opens = this.kind === "START_OBJECT" || this.kind === "START_ARRAY";
    return this.#levels.at(opens ? -2 : -1)?.name ?? null;
  }

  /**
   * Text of the current name, string or number; the literal or bracket otherwise. A string is only read to its end when
   * its text is wanted or at the next token, so that its faults come after those of a value in the wrong place.
   */
  get text(): string {
    if (this.#unread) this.#finishString();
    return this.#read;
  }

  #finishString(): void {
    this.#unread = false;
    this.#read = this.#string("string value");
  }

  /** Moves to the next token; null at the end of the text. */
  next(): TokenKind | null {
    if (this.#unread) this.#finishString();
    const level = this.#levels.at(-1);
    this.#skipSpace();
    if (level === undefined) {
      if (this.#at >= this.#text.length) return this.#take(null, "");
      return this.#value();
    }
    if (level.isObject && level.expectsValue) {
      level.expectsValue = false;
      return this.#value();
    }
    if (this.#at >= this.#text.length) this.#endOfInput(level);
    return level.isObject ? this.#member(level) : this.#element(level);
  }

  /** Another reader at the same place. */
  fork(): JsonReader {
    const copy = new JsonReader(this.#text);
    copy.#at = this.#at;
    copy.#levels.push(...this.#levels.map((level) => ({ ...level })));
    copy.#closedName = this.#closedName;
    copy.kind = this.kind;
    copy.#read = this.#read;
    copy.#unread = this.#unread;
    return copy;
  }

  /** From a start token to the matching end; nothing on other tokens. */
  skipChildren(): void {
    if (this.kind !== "START_OBJECT" && this.kind !== "START_ARRAY") return;
    const depth = this.#levels.length;
    while (this.#levels.length >= depth) this.next();
  }

  #take(kind: TokenKind | null, text: string): TokenKind | null {
    this.kind = kind;
    this.#read = text;
    return kind;
  }

  #member(level: Level): TokenKind | null {
    let char = this.#text.charAt(this.#at);
    if (char === "}") return this.#close("END_OBJECT");
    if (level.count > 0) {
      if (char !== ",") this.#unexpected("was expecting comma to separate OBJECT entries");
      this.#at++;
      this.#skipSpace();
      char = this.#text.charAt(this.#at);
      if (char === "") this.#endOfInput(level);
    }
    if (char !== '"') this.#unexpected("was expecting double-quote to start field name");
    const name = this.#string("field name");
    this.#skipSpace();
    if (this.#at >= this.#text.length) this.#endOfInput(level);
    if (this.#text.charAt(this.#at) !== ":") this.#unexpected("was expecting a colon to separate field name and value");
    this.#at++;
    level.count++;
    level.name = name;
    level.expectsValue = true;
    return this.#take("FIELD_NAME", name);
  }

  #element(level: Level): TokenKind | null {
    if (this.#text.charAt(this.#at) === "]") return this.#close("END_ARRAY");
    if (level.count > 0) {
      if (this.#text.charAt(this.#at) !== ",") this.#unexpected("was expecting comma to separate ARRAY entries");
      this.#at++;
      this.#skipSpace();
      if (this.#at >= this.#text.length) this.#endOfInput(level);
    }
    level.count++;
    return this.#value();
  }

  #close(kind: "END_OBJECT" | "END_ARRAY"): TokenKind | null {
    this.#at++;
    this.#levels.pop();
    this.#closedName = this.#levels.at(-1)?.name ?? null;
    return this.#take(kind, kind === "END_OBJECT" ? "}" : "]");
  }

  #value(): TokenKind | null {
    const char = this.#text.charAt(this.#at);
    switch (char) {
      case "":
        return this.#fail("Unexpected end-of-input within/between OBJECT entries", this.#at);
      case "{":
      case "[":
        return this.#open(char);
      case '"':
        this.#unread = true;
        return this.#take("VALUE_STRING", "");
      case "t":
        return this.#literal("true", "VALUE_TRUE");
      case "f":
        return this.#literal("false", "VALUE_FALSE");
      case "n":
        return this.#literal("null", "VALUE_NULL");
      default:
        return this.#number(char);
    }
  }

  #open(bracket: "{" | "["): TokenKind | null {
    const { line, column } = this.#position(this.#at);
    const isObject = bracket === "{";
    this.#levels.push({ isObject, line, column, count: 0, name: null, expectsValue: false });
    this.#at++;
    return this.#take(isObject ? "START_OBJECT" : "START_ARRAY", bracket);
  }

  #literal(word: string, kind: TokenKind): TokenKind | null {
    const found = /[A-Za-z0-9_$]*/y;
    found.lastIndex = this.#at;
    const text = found.exec(this.#text)?.[0] ?? "";
    if (text !== word) this.#fail(`Unrecognized token '${text}': was expecting 'null', 'true', 'false' or NaN`, this.#at + text.length);
    this.#at += word.length;
    return this.#take(kind, word);
  }

  #number(char: string): TokenKind | null {
    NUMBER.lastIndex = this.#at;
    const match = /[-0-9]/.test(char) ? NUMBER.exec(this.#text) : null;
    if (match === null) {
      if (char === "-")
        this.#fail("Unexpected character: expected digit (0-9) to follow minus sign, for valid numeric value", this.#at + 1);
      this.#unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.#at += match[0].length;
    const follower = this.#text.charAt(this.#at);
    if (/^[0-9]$/.test(follower)) this.#fail("Invalid numeric value: Leading zeroes not allowed", this.#at);
    if (/^[.eE]$/.test(follower)) this.#fail(`Unexpected character (${described(follower)}) in numeric value`, this.#at + 1);
    return this.#take(match[1] === undefined && match[2] === undefined ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT", match[0]);
  }

  /** At the opening quote; ends after the closing one. */
  #string(what: string): string {
    let result = "";
    this.#at++;
    for (;;) {
      PLAIN_TEXT.lastIndex = this.#at;
      const plain = PLAIN_TEXT.exec(this.#text)?.[0] ?? "";
      result += plain;
      this.#at += plain.length;
      const char = this.#text.charAt(this.#at);
      if (char === '"') {
        this.#at++;
        return result;
      }
      if (char === "") this.#fail(`Unexpected end-of-input: was expecting closing quote for a ${what}`, this.#at);
      if (char !== "\\") this.#illegalControl(char, what);
      result += this.#escape();
    }
  }

  #escape(): string {
    const char = this.#text.charAt(this.#at + 1);
    if (char === "u") {
      const hex = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex))
        this.#fail("Unexpected character: expected a hex-digit for character escape sequence", this.#at + 2);
      this.#at += 6;
      return String.fromCharCode(parseInt(hex, 16));
    }
    const plain = ESCAPES[char];
    if (plain === undefined) this.#fail(`Unrecognized character escape ${described(char)}`, this.#at + 2);
    this.#at += 2;
    return plain;
  }

  #illegalControl(char: string, what: string): never {
    const code = char.charCodeAt(0);
    this.#fail(
      `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in ${what}`,
      this.#at + 1,
    );
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #unexpected(expected: string): never {
    this.#fail(`Unexpected character (${described(this.#text.charAt(this.#at))}): ${expected}`, this.#at + 1);
  }

  #endOfInput(level: Level): never {
    const from = `[line:${level.line}, column:${level.column}]`;
    this.#fail(`Unexpected end-of-input: expected close marker for ${level.isObject ? "OBJECT" : "ARRAY"} (from ${from})`, this.#at);
  }

  #fail(message: string, at: number): never {
    const { line, column } = this.#position(at);
    throwApex("System.JSONException", `${message} at [line:${line}, column:${column}]`);
  }

  #position(at: number): { line: number; column: number } {
    const before = this.#text.slice(0, at).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

function described(char: string): string {
  return `'${char}' (code ${char.codePointAt(0) ?? 0})`;
}
