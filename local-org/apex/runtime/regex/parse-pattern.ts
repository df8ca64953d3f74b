/** Reads Java regular expressions (java.util.regex.Pattern). */
import { unsupported } from "../exceptions.ts";
import { propertySet, rangeSet, shorthandSet } from "./character-set.ts";
import { NO_FLAGS, PatternSyntaxError, type Flags, type JavaPattern, type Node } from "./syntax.ts";

/** Throws PatternSyntaxError where Java does, UnsupportedFeatureError for what has no exact JavaScript form. */
export function parsePattern(text: string): JavaPattern {
  return new PatternReader(text).read();
}

const FLAG_LETTERS: Readonly<Record<string, keyof Flags>> = {
  i: "ignoreCase",
  u: "unicodeCase",
  m: "multiline",
  s: "dotAll",
  x: "comments",
  d: "unixLines",
};

class PatternReader {
  readonly #text: string;
  #at = 0;
  #flags = NO_FLAGS;
  #groups = 0;
  readonly #names = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  read(): JavaPattern {
    const root = this.#alternatives();
    if (this.#at < this.#text.length) this.#fail("Unmatched closing ')'");
    return { root, groupCount: this.#groups, groupNames: this.#names };
  }

  #fail(description: string): never {
    throw new PatternSyntaxError(`${description} near index ${this.#at}`);
  }

  #peek(): string {
    if (this.#flags.comments) this.#skipComments();
    return this.#text.charAt(this.#at);
  }

  #skipComments(): void {
    for (;;) {
      const char = this.#text.charAt(this.#at);
      if (char === "#") {
        while (this.#at < this.#text.length && !/[\n\r\u0085\u2028\u2029]/.test(this.#text.charAt(this.#at))) this.#at++;
      } else if (char !== "" && /[ \t\n\v\f\r]/.test(char)) this.#at++;
      else return;
    }
  }

  #code(): number {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) this.#fail("Unexpected end of pattern");
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #alternatives(): Node {
    const options = [this.#sequence()];
    while (this.#peek() === "|") {
      this.#at++;
      options.push(this.#sequence());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: "alternatives", options };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (;;) {
      const char = this.#peek();
      if (char === "" || char === "|" || char === ")") return { kind: "sequence", parts };
      const atoms = this.#atoms();
      const last = atoms.pop();
      parts.push(...atoms);
      if (last !== undefined) parts.push(this.#quantified(last));
    }
  }

  /** Several only for `\Q...\E`; none for `(?i)`. */
  #atoms(): Node[] {
    const char = this.#peek();
    if (char === "\\" && this.#text.charAt(this.#at + 1) === "Q") return this.#quoted();
    if (char === "(") {
      const group = this.#group();
      return group === null ? [] : [group];
    }
    return [this.#atom(char)];
  }

  #atom(char: string): Node {
    if (char === "[") return this.#class();
    if (char === "\\") return this.#escape();
    if (char === "*" || char === "+" || char === "?") this.#fail(`Dangling meta character '${char}'`);
    if (char === "{") this.#fail("Illegal repetition");
    if (char === ".") {
      this.#at++;
      return { kind: "any", flags: this.#flags };
    }
    if (char === "^" || char === "$") {
      this.#at++;
      return { kind: "anchor", anchor: char, flags: this.#flags };
    }
    return { kind: "char", code: this.#code(), flags: this.#flags };
  }

  #quoted(): Node[] {
    const end = this.#text.indexOf("\\E", this.#at + 2);
    const literal = this.#text.slice(this.#at + 2, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#text.length : end + 2;
    return [...literal].map((char) => ({ kind: "char", code: char.codePointAt(0) ?? 0, flags: this.#flags }));
  }

  #quantified(body: Node): Node {
    const bounds = this.#bounds();
    if (bounds === null) return body;
    const suffix = this.#peek();
    const mode = suffix === "?" ? "lazy" : suffix === "+" ? "possessive" : "greedy";
    if (mode !== "greedy") this.#at++;
    return this.#quantified({ kind: "repeat", body, ...bounds, mode });
  }

  #bounds(): { minimum: number; maximum: number } | null {
    const char = this.#peek();
    if (char === "*" || char === "+" || char === "?") {
      this.#at++;
      return { minimum: char === "+" ? 1 : 0, maximum: char === "?" ? 1 : Number.POSITIVE_INFINITY };
    }
    if (char !== "{") return null;
    const match = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.#text.slice(this.#at));
    if (match === null) this.#fail(/^\{\d/.test(this.#text.slice(this.#at)) ? "Unclosed counted closure" : "Illegal repetition");
    this.#at += match[0].length;
    const minimum = Number(match[1]);
    const maximum = match[2] === undefined ? minimum : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (maximum < minimum) this.#fail("Illegal repetition range");
    return { minimum, maximum };
  }

  /** Null for `(?i)`, which only changes the flags of what follows. */
  #group(): Node | null {
    this.#at++;
    const outer = this.#flags;
    const opening = /^\?(?:[:=!>]|<[=!]|<([A-Za-z][A-Za-z0-9]*)>)/.exec(this.#text.slice(this.#at));
    if (this.#text.charAt(this.#at) === "?" && opening === null) return this.#flagGroup(outer);
    if (opening !== null) this.#at += opening[0].length;
    const name = opening?.[1];
    const index = opening === null || name !== undefined ? ++this.#groups : 0;
    if (name !== undefined) {
      if (this.#names.has(name)) this.#fail(`Named capturing group <${name}> is already defined`);
      this.#names.set(name, index);
    }
    const body = this.#closed(outer);
    if (index > 0) return { kind: "group", index, body };
    switch (opening?.[0]) {
      case "?:":
        return { kind: "plain", body };
      case "?>":
        return { kind: "atomic", body };
      default:
        return { kind: "look", ahead: !opening?.[0].includes("<"), negative: opening?.[0].endsWith("!") === true, body };
    }
  }

  #closed(outer: Flags): Node {
    const body = this.#alternatives();
    if (this.#text.charAt(this.#at) !== ")") this.#fail("Unclosed group");
    this.#at++;
    this.#flags = outer;
    return body;
  }

  #flagGroup(outer: Flags): Node | null {
    const match = /^\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(this.#text.slice(this.#at));
    if (match === null) this.#fail("Unknown inline modifier");
    const [whole, on = "", off = "", end] = match;
    const flags = { ...this.#flags };
    for (const letter of on + off) {
      const flag = FLAG_LETTERS[letter];
      if (letter === "U") unsupported("regular expression flag (?U)");
      if (flag === undefined) this.#fail("Unknown inline modifier");
      flags[flag] = !off.includes(letter);
    }
    this.#at += whole.length;
    this.#flags = flags;
    if (end === ")") return null;
    return { kind: "plain", body: this.#closed(outer) };
  }

  #escape(): Node {
    const letter = this.#text.charAt(this.#at + 1);
    if (/^[bBAzZG]$/.test(letter)) {
      this.#at += 2;
      if (letter === "b" && this.#text.startsWith("{g}", this.#at)) unsupported("regular expression \\b{g}");
      return { kind: "anchor", anchor: letter as "b", flags: this.#flags };
    }
    if (letter === "R") {
      this.#at += 2;
      return { kind: "lineBreak" };
    }
    if (letter === "k" || /^[1-9]$/.test(letter)) return this.#reference(letter);
    if (letter === "X" || letter === "N") unsupported(`regular expression \\${letter}`);
    const set = this.#setEscape();
    if (set !== null) return { kind: "set", text: set.negated ? `[^${set.contents}]` : `[${set.contents}]`, unicodeFold: false };
    return { kind: "char", code: this.#charEscape(), flags: this.#flags };
  }

  #reference(letter: string): Node {
    this.#at += 2;
    if (letter !== "k") {
      let index = Number(letter);
      // Java takes further digits as long as there is such a group already.
      for (let digit = this.#text.charAt(this.#at); /^\d$/.test(digit); digit = this.#text.charAt(this.#at)) {
        if (index * 10 + Number(digit) > this.#groups) break;
        index = index * 10 + Number(digit);
        this.#at++;
      }
      return { kind: "reference", index, ignoreCase: this.#flags.ignoreCase };
    }
    const match = /^<([A-Za-z][A-Za-z0-9]*)>/.exec(this.#text.slice(this.#at));
    if (match === null) this.#fail("\\k is not followed by '<' for named capturing group");
    const index = this.#names.get(match[1] ?? "");
    if (index === undefined) this.#fail(`(named capturing group <${match[1]}> does not exist`);
    this.#at += match[0].length;
    return { kind: "reference", index, ignoreCase: this.#flags.ignoreCase };
  }

  /** `\d`, `\P{L}` and the like at the current backslash; null when it is another escape. */
  #setEscape(): { contents: string; negated: boolean } | null {
    const letter = this.#text.charAt(this.#at + 1);
    if (letter === "p" || letter === "P") {
      const match = /^(?:\{([^}]*)\}|([A-Za-z]))/.exec(this.#text.slice(this.#at + 2));
      if (match === null) this.#fail("Unclosed character family");
      this.#at += 2 + match[0].length;
      return { contents: propertySet(match[1] ?? match[2] ?? "", this.#flags), negated: letter === "P" };
    }
    const contents = shorthandSet(letter.toLowerCase());
    if (contents === null || letter === "") return null;
    this.#at += 2;
    return { contents, negated: letter !== letter.toLowerCase() };
  }

  #charEscape(): number {
    this.#at++;
    const rest = this.#text.slice(this.#at);
    const match =
      /^x([0-9A-Fa-f]{2})/.exec(rest) ??
      /^x\{([0-9A-Fa-f]+)\}/.exec(rest) ??
      /^u([0-9A-Fa-f]{4})/.exec(rest) ??
      /^0([0-3]?[0-7]{1,2})/.exec(rest);
    if (match !== null) {
      this.#at += match[0].length;
      return parseInt(match[1] ?? "0", rest.startsWith("0") ? 8 : 16);
    }
    const simple: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
    const letter = rest.charAt(0);
    const code = simple[letter];
    if (code !== undefined) {
      this.#at++;
      return code;
    }
    if (letter === "c" && rest.length > 1) {
      this.#at += 2;
      return rest.charCodeAt(1) ^ 64;
    }
    if (letter === "" || /^[A-Za-z0-9]$/.test(letter)) this.#fail("Illegal/unsupported escape sequence");
    return this.#code();
  }

  #class(): Node {
    const text = this.#bracket();
    return { kind: "set", text, unicodeFold: this.#flags.ignoreCase && this.#flags.unicodeCase };
  }

  /** `[...]` at the current position, as JavaScript. */
  #bracket(): string {
    this.#at++;
    const negated = this.#text.charAt(this.#at) === "^";
    if (negated) this.#at++;
    const operands: string[] = [];
    let contents = "";
    for (let first = true; ; first = false) {
      const char = this.#peek();
      if (char === "") this.#fail("Unclosed character class");
      if (char === "]" && !(first && contents === "" && operands.length === 0)) break;
      if (this.#text.startsWith("&&", this.#at)) {
        this.#at += 2;
        operands.push(contents);
        contents = "";
      } else contents += this.#classPart(char);
    }
    this.#at++;
    operands.push(contents);
    const sides = operands.filter((operand) => operand !== "").map((operand) => `[${operand}]`);
    const inner = sides.length === 1 ? operands.find((operand) => operand !== "") : sides.join("&&");
    return `[${negated ? "^" : ""}${inner ?? ""}]`;
  }

  #classPart(char: string): string {
    if (char === "[") return this.#bracket();
    if (char === "\\") {
      if (this.#text.charAt(this.#at + 1) === "Q")
        return this.#quoted()
          .map((node) => (node.kind === "char" ? rangeSet(node.code, node.code, this.#flags) : ""))
          .join("");
      const set = this.#setEscape();
      if (set !== null) return set.negated ? `[^${set.contents}]` : set.contents;
    }
    const from = char === "\\" ? this.#charEscape() : this.#code();
    if (this.#peek() !== "-" || /^-(?:\]|\[|&&|$)/.test(this.#text.slice(this.#at))) return rangeSet(from, from, this.#flags);
    this.#at++;
    const to = this.#peek() === "\\" ? this.#charEscape() : this.#code();
    if (to < from) this.#fail("Illegal character range");
    return rangeSet(from, to, this.#flags);
  }
}
