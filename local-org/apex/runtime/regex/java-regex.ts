/** A compiled Java regular expression, run by JavaScript's engine. */
import { throwApex } from "../exceptions.ts";
import { emitPattern } from "./emit-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";
import { PatternSyntaxError } from "./syntax.ts";

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** Bounds of the groups by number, 0 the whole match; null: did not take part. */
  readonly groups: readonly (readonly [number, number] | null)[];
}

/** One character on; the two halves of a character outside of the basic plane stay together. */
export function indexAfter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

const LITERAL = /^(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])+$/;

export class JavaRegex {
  readonly pattern: string;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly unsureGroups: ReadonlySet<number>;
  readonly #find: RegExp;
  /** Without bounds of groups, which cost time. */
  readonly #scan: RegExp;
  /** The text that the pattern matches, when it matches just one. */
  readonly #literal: string | null;
  readonly #begin: RegExp;
  readonly #whole: RegExp;

  private constructor(pattern: string) {
    const parsed = parsePattern(pattern);
    const { source, unsureGroups } = emitPattern(parsed);
    this.pattern = pattern;
    this.groupCount = parsed.groupCount;
    this.groupNames = parsed.groupNames;
    this.unsureGroups = unsureGroups;
    this.#find = new RegExp(source, "dgv");
    this.#scan = new RegExp(source, "gv");
    this.#literal = LITERAL.test(pattern) ? pattern.replace(/\\(.)/g, "$1") : null;
    this.#begin = new RegExp(source, "dyv");
    this.#whole = new RegExp(`(?:${source})(?![^])`, "dyv");
  }

  static readonly #compiled = new Map<string, JavaRegex>();

  /** Throws System.StringException for a pattern that Java refuses, UnsupportedFeatureError for one that JavaScript cannot run alike. */
  static compile(pattern: string): JavaRegex {
    let regex = JavaRegex.#compiled.get(pattern);
    if (regex === undefined) {
      regex = JavaRegex.#create(pattern);
      if (JavaRegex.#compiled.size > 1000) JavaRegex.#compiled.clear();
      JavaRegex.#compiled.set(pattern, regex);
    }
    return regex;
  }

  static #create(pattern: string): JavaRegex {
    try {
      return new JavaRegex(pattern);
    } catch (error) {
      if (error instanceof PatternSyntaxError) throwApex("System.StringException", `Invalid regex: ${error.message}\n${pattern}`);
      throw error;
    }
  }

  /** The next match at or after `from`. */
  find(text: string, from = 0): RegexMatch | null {
    return this.#run(this.#find, text, from);
  }

  /** A match that begins at the start of the text. */
  lookingAt(text: string): RegexMatch | null {
    return this.#run(this.#begin, text, 0);
  }

  /** A match of the whole text. */
  matches(text: string): RegexMatch | null {
    return this.#run(this.#whole, text, 0);
  }

  #run(regex: RegExp, text: string, from: number): RegexMatch | null {
    if (from > text.length) return null;
    regex.lastIndex = from;
    const match = regex.exec(text);
    if (match?.indices === undefined) return null;
    const named = match.indices.groups ?? {};
    const groups = Array.from(
      { length: this.groupCount + 1 },
      (_, index) => (index === 0 ? match.indices?.[0] : named[`g${index}`]) ?? null,
    );
    return { start: match.index, end: match.index + match[0].length, groups };
  }

  /** Java's `split`: no empty part at the start for an empty match; `limit` 0 drops empty parts at the end. */
  split(text: string, limit = 0): string[] {
    const parts = limit <= 0 && this.#literal !== null && text !== "" ? text.split(this.#literal) : this.#splitByMatches(text, limit);
    if (limit === 0 && parts.length > 1) while (parts.at(-1) === "") parts.pop();
    return parts;
  }

  #splitByMatches(text: string, limit: number): string[] {
    const parts: string[] = [];
    let from = 0;
    for (const match of this.#all(text)) {
      if (limit > 0 && parts.length === limit - 1) break;
      const end = match.index + match[0].length;
      if (end === 0) continue;
      parts.push(text.slice(from, match.index));
      from = end;
    }
    return [...parts, text.slice(from)];
  }

  *#all(text: string): Generator<RegExpExecArray, void, undefined> {
    this.#scan.lastIndex = 0;
    let at = 0;
    for (let match = this.#scan.exec(text); match !== null; match = at > text.length ? null : this.#scan.exec(text)) {
      at = match.index + match[0].length;
      if (match[0] === "") at = indexAfter(text, at);
      yield match;
      this.#scan.lastIndex = at;
    }
  }

  /** With `$1`, `${name}` and `\` in the replacement, as Java's `appendReplacement`. */
  replace(text: string, replacement: string, all: boolean): string {
    let result = "";
    let from = 0;
    for (const match of this.#all(text)) {
      result += text.slice(from, match.index) + this.#expand(match, replacement);
      from = match.index + match[0].length;
      if (!all) break;
    }
    return result + text.slice(from);
  }

  #expand(match: RegExpExecArray, replacement: string): string {
    if (!/[\\$]/.test(replacement)) return replacement;
    let result = "";
    for (let at = 0; at < replacement.length; at++) {
      const char = replacement.charAt(at);
      if (char === "\\") {
        at++;
        if (at === replacement.length) throwApex("System.StringException", "character to be escaped is missing");
        result += replacement.charAt(at);
      } else if (char === "$") {
        const { index, length } = this.#groupReference(replacement.slice(at + 1));
        result += (index === 0 ? match[0] : match.groups?.[`g${index}`]) ?? "";
        at += length;
      } else result += char;
    }
    return result;
  }

  #groupReference(text: string): { index: number; length: number } {
    const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text);
    if (named !== null) {
      const index = this.groupNames.get(named[1] ?? "");
      if (index === undefined) throwApex("System.StringException", `No group with name {${named[1]}}`);
      return { index, length: named[0].length };
    }
    if (!/^\d/.test(text))
      throwApex("System.StringException", text === "" ? "Illegal group reference: group index is missing" : "Illegal group reference");
    let index = Number(text.charAt(0));
    let length = 1;
    if (index > this.groupCount) throwApex("System.StringException", `No group ${index}`);
    while (/^\d$/.test(text.charAt(length)) && index * 10 + Number(text.charAt(length)) <= this.groupCount) {
      index = index * 10 + Number(text.charAt(length));
      length++;
    }
    return { index, length };
  }
}
