/** A Java pattern as JavaScript source for the flags `dv`. Capturing groups are named `g1`, `g2` ... */
import { unsupported } from "../exceptions.ts";
import { charText, rangeSet } from "./character-set.ts";
import { PatternSyntaxError, type Flags, type JavaPattern, type Node } from "./syntax.ts";

export interface EmittedPattern {
  readonly source: string;
  /** Groups that JavaScript may report as unset where Java keeps the text of an earlier repetition. */
  readonly unsureGroups: ReadonlySet<number>;
}

const END = "(?![^])";
const TERMINATORS = "\\n\\r\\u{85}\\u{2028}\\u{2029}";

interface Place {
  readonly inLookBehind: boolean;
  /** Inside something repeated more than once. */
  readonly repeated: boolean;
  /** Inside an option or an alternative of the innermost repetition. */
  readonly optional: boolean;
}

export function emitPattern(pattern: JavaPattern): EmittedPattern {
  const emitter = new PatternEmitter(pattern);
  const source = emitter.emit(pattern.root, { inLookBehind: false, repeated: false, optional: false });
  return { source, unsureGroups: emitter.unsureGroups };
}

class PatternEmitter {
  readonly unsureGroups = new Set<number>();
  /** Groups that surely have matched when the emitter is here. */
  #certain = new Set<number>();
  #atomics = 0;
  readonly #groupCount: number;

  constructor(pattern: JavaPattern) {
    this.#groupCount = pattern.groupCount;
  }

  emit(node: Node, place: Place): string {
    switch (node.kind) {
      case "char":
        return this.#char(node.code, node.flags);
      case "set":
        return node.unicodeFold ? `(?i:${node.text})` : node.text;
      case "any":
        return node.flags.dotAll ? "[^]" : `[^${terminators(node.flags)}]`;
      case "anchor":
        return anchor(node.anchor, node.flags);
      case "lineBreak":
        return "(?:\\r\\n|[\\n\\u{b}\\f\\r\\u{85}\\u{2028}\\u{2029}])";
      case "sequence":
        return node.parts.map((part) => this.emit(part, place)).join("");
      case "alternatives":
        return this.#alternatives(node.options, place);
      case "group":
        return this.#group(node.index, node.body, place);
      case "plain":
        return `(?:${this.emit(node.body, place)})`;
      case "atomic":
        return this.#atomic(this.emit(node.body, place), place);
      case "look":
        return this.#look(node, place);
      case "reference":
        return this.#reference(node.index, node.ignoreCase);
      case "repeat":
        return this.#repeat(node, place);
    }
  }

  #char(code: number, flags: Flags): string {
    if (!flags.ignoreCase) return charText(code);
    if (flags.unicodeCase) return `(?i:${charText(code)})`;
    const set = rangeSet(code, code, flags);
    return set === charText(code) ? set : `[${set}]`;
  }

  #alternatives(options: readonly Node[], place: Place): string {
    const before = this.#certain;
    const after: Set<number>[] = [];
    const texts = options.map((option) => {
      this.#certain = new Set(before);
      const text = this.emit(option, { ...place, optional: true });
      after.push(this.#certain);
      return text;
    });
    const [first = before, ...others] = after;
    this.#certain = new Set([...first].filter((index) => others.every((other) => other.has(index))));
    return `(?:${texts.join("|")})`;
  }

  #group(index: number, body: Node, place: Place): string {
    if (place.inLookBehind) unsupported("regular expression with a capturing group inside a look-behind");
    if (place.repeated && (place.optional || canBeEmpty(body))) this.unsureGroups.add(index);
    const text = this.emit(body, place);
    this.#certain.add(index);
    return `(?<g${index}>${text})`;
  }

  /** Look-aheads never backtrack, so that the reference can only match what the first try matched. */
  #atomic(text: string, place: Place): string {
    if (place.inLookBehind) unsupported("regular expression with an atomic or possessive part inside a look-behind");
    const name = `a${++this.#atomics}`;
    return `(?=(?<${name}>${text}))\\k<${name}>`;
  }

  #look(node: Extract<Node, { kind: "look" }>, place: Place): string {
    if (!node.ahead && isUnbounded(node.body)) throw new PatternSyntaxError("Look-behind group does not have an obvious maximum length");
    const before = new Set(this.#certain);
    const body = this.emit(node.body, { ...place, inLookBehind: place.inLookBehind || !node.ahead });
    if (node.negative) this.#certain = before;
    return `(?${node.ahead ? "" : "<"}${node.negative ? "!" : "="}${body})`;
  }

  #reference(index: number, ignoreCase: boolean): string {
    if (index > this.#groupCount) return "(?!)";
    // An unset group fails in Java and matches nothing in JavaScript.
    if (!this.#certain.has(index)) unsupported(`regular expression with a reference to group ${index}, which may not have matched`);
    return ignoreCase ? `(?i:\\k<g${index}>)` : `\\k<g${index}>`;
  }

  #repeat(node: Extract<Node, { kind: "repeat" }>, place: Place): string {
    const before = new Set(this.#certain);
    const many = node.maximum > 1;
    const mayBeSkipped = place.optional || node.minimum === 0;
    const optional = many ? place.repeated && mayBeSkipped : mayBeSkipped;
    const body = this.emit(node.body, { ...place, repeated: place.repeated || many, optional });
    if (node.minimum === 0) this.#certain = before;
    const bounds = quantifier(node.minimum, node.maximum);
    const text = `(?:${body})${bounds}${node.mode === "lazy" ? "?" : ""}`;
    return node.mode === "possessive" ? this.#atomic(text, place) : text;
  }
}

function quantifier(minimum: number, maximum: number): string {
  if (maximum === Number.POSITIVE_INFINITY) return minimum === 0 ? "*" : minimum === 1 ? "+" : `{${minimum},}`;
  return minimum === 0 && maximum === 1 ? "?" : minimum === maximum ? `{${minimum}}` : `{${minimum},${maximum}}`;
}

function terminators(flags: Flags): string {
  return flags.unixLines ? "\\n" : TERMINATORS;
}

function anchor(name: Extract<Node, { kind: "anchor" }>["anchor"], flags: Flags): string {
  const chars = terminators(flags);
  switch (name) {
    case "b":
      return "\\b";
    case "B":
      return "\\B";
    case "A":
      return "(?<![^])";
    case "z":
      return END;
    case "G":
      return unsupported("regular expression \\G");
    case "^":
      if (!flags.multiline) return "(?<![^])";
      return `(?:(?<![^])|(?<=[${chars}])(?<!\\r(?=\\n))(?=[^]))`;
    case "$":
      if (flags.multiline) return `(?:(?=[${chars}])(?<!\\r(?=\\n))|${END})`;
  }
  const final = flags.unixLines ? `(?=\\n${END})` : `(?=\\r\\n${END})|(?<!\\r)(?=\\n${END})|(?=[\\r\\u{85}\\u{2028}\\u{2029}]${END})`;
  return `(?:${final}|${END})`;
}

function canBeEmpty(node: Node): boolean {
  switch (node.kind) {
    case "sequence":
      return node.parts.every(canBeEmpty);
    case "alternatives":
      return node.options.some(canBeEmpty);
    case "group":
    case "plain":
    case "atomic":
      return canBeEmpty(node.body);
    case "repeat":
      return node.minimum === 0 || canBeEmpty(node.body);
    case "anchor":
    case "look":
    case "reference":
      return true;
    default:
      return false;
  }
}

function isUnbounded(node: Node): boolean {
  switch (node.kind) {
    case "sequence":
      return node.parts.some(isUnbounded);
    case "alternatives":
      return node.options.some(isUnbounded);
    case "group":
    case "plain":
    case "atomic":
      return isUnbounded(node.body);
    case "repeat":
      return node.maximum === Number.POSITIVE_INFINITY || isUnbounded(node.body);
    case "reference":
      return true;
    default:
      return false;
  }
}
