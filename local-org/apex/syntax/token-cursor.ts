import type { Diagnostic } from "./diagnostics.ts";
import type { Expression } from "./ast.ts";
import type { Position } from "./position.ts";
import type { SoqlBind } from "./soql-ast.ts";
import { SyntaxFailure } from "./syntax-failure.ts";
import type { Token, TokenKind } from "./token.ts";
import { keywordSet, nameProblem } from "./words.ts";

const kindNames: Readonly<Partial<Record<TokenKind, string>>> = { name: "a name", integer: "a whole number", string: "a string" };

/** The parser's place in the tokens of one source. */
export class TokenCursor {
  readonly file: string;
  readonly text: string;
  /** Faults that do not stop the parse. */
  readonly diagnostics: Diagnostic[] = [];
  /** Binds of the query that is being parsed, outermost query only; null outside of queries. */
  binds: { readonly nodes: SoqlBind[]; readonly expressions: Expression[] } | null = null;
  /** Triggers and anonymous Apex allow more modifiers on their variables. */
  isScript = false;
  /** Loops around the current statement: `break` and `continue` need one. */
  loopDepth = 0;
  /** `this(...)` and `super(...)` calls that were not the first statement of a constructor, so far. */
  readonly constructorCalls = new Set<Expression>();
  token: Token;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(file: string, text: string, tokens: readonly Token[]) {
    this.file = file;
    this.text = text;
    this.#tokens = tokens;
    this.token = this.peek(0);
  }

  /** The token `distance` places after the current one; `end` for ever after the last. */
  peek(distance: number): Token {
    const token = this.#tokens[this.#index + distance] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error("a token list ends with an end token");
    return token;
  }

  /** The token before the current one. */
  get previous(): Token {
    return this.#index === 0 ? this.token : this.peek(-1);
  }

  next(): Token {
    const token = this.token;
    if (this.#index < this.#tokens.length - 1) this.#index++;
    this.token = this.peek(0);
    return token;
  }

  /** Continues at the first token that starts at or after `offset`. */
  skipTo(offset: number): void {
    while (this.token.start < offset && this.token.kind !== "end") this.next();
  }

  is(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  isWord(word: string): boolean {
    return this.token.word === word;
  }

  accept(kind: TokenKind): boolean {
    if (this.token.kind !== kind) return false;
    this.next();
    return true;
  }

  acceptWord(word: string): boolean {
    if (this.token.word !== word) return false;
    this.next();
    return true;
  }

  expect(kind: TokenKind): Token {
    if (this.token.kind !== kind) this.failMissing(kindNames[kind] ?? `'${kind}'`);
    return this.next();
  }

  expectWord(word: string): Token {
    if (this.token.word !== word) this.failMissing(`'${word}'`);
    return this.next();
  }

  textOf(token: Token): string {
    return this.text.slice(token.start, token.end);
  }

  /** A token as it is named in messages. */
  describe(token: Token): string {
    return token.kind === "end" ? "the end of the source" : `'${this.textOf(token)}'`;
  }

  position(token: Position = this.token): Position {
    return { line: token.line, column: token.column };
  }

  /** Whether a token can be the name of something (a variable, a type, a field). */
  canBeName(token: Token): boolean {
    return token.kind === "name" && (token.word === "" || !keywordSet.has(token.word));
  }

  /** A name that refers to something. */
  expectName(what: string): Token {
    if (!this.canBeName(this.token)) this.failUnexpectedName(what);
    return this.next();
  }

  /** A name that is being given to something; reserved and malformed ones are reported. */
  expectNewName(what: string): Token {
    const token = this.token;
    if (token.kind === "name" && keywordSet.has(token.word)) this.failUnexpectedName(what);
    this.expectName(what);
    const problem = nameProblem(this.textOf(token), what);
    if (problem !== null) this.report(problem, token);
    return token;
  }

  report(message: string, position: Position): void {
    this.diagnostics.push({ file: this.file, line: position.line, column: position.column, message, severity: "error" });
  }

  fail(message: string, position: Position = this.token): never {
    throw new SyntaxFailure(message, position);
  }

  failUnexpected(): never {
    this.fail(
      this.is("end") ? "Unexpected end of the source: a '}' or ')' may be missing" : `Unexpected token ${this.describe(this.token)}`,
    );
  }

  /** Points behind the last token when the next one stands on another line: that is where the reader has to add something. */
  failMissing(what: string): never {
    const previous = this.previous;
    const sameLine = previous.line === this.token.line || previous === this.token || previous.kind === "multilineString";
    const position = sameLine ? this.token : { line: previous.line, column: previous.column + previous.end - previous.start };
    this.fail(`Missing ${what} at ${this.describe(this.token)}`, position);
  }

  failUnexpectedName(what: string): never {
    if (this.token.kind === "name") this.fail(`Identifier name is reserved: ${this.textOf(this.token)} cannot name a ${what}`);
    this.failMissing(`the name of a ${what}`);
  }
}
