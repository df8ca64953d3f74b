/** Syntax tree of a Java regular expression. */

export interface Flags {
  readonly ignoreCase: boolean;
  readonly unicodeCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
  readonly unixLines: boolean;
}

export const NO_FLAGS: Flags = {
  ignoreCase: false,
  unicodeCase: false,
  multiline: false,
  dotAll: false,
  comments: false,
  unixLines: false,
};

/** Sets of characters, already as JavaScript (`v` flag) text inside or as a class. */
export type Node =
  | { readonly kind: "char"; readonly code: number; readonly flags: Flags }
  /** `text`: a complete JavaScript class or property escape. */
  | { readonly kind: "set"; readonly text: string; readonly unicodeFold: boolean }
  | { readonly kind: "any"; readonly flags: Flags }
  | { readonly kind: "anchor"; readonly anchor: "^" | "$" | "b" | "B" | "A" | "z" | "Z" | "G"; readonly flags: Flags }
  | { readonly kind: "lineBreak" }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "alternatives"; readonly options: readonly Node[] }
  | { readonly kind: "group"; readonly index: number; readonly body: Node }
  | { readonly kind: "plain"; readonly body: Node }
  | { readonly kind: "atomic"; readonly body: Node }
  | { readonly kind: "look"; readonly ahead: boolean; readonly negative: boolean; readonly body: Node }
  | { readonly kind: "reference"; readonly index: number; readonly ignoreCase: boolean }
  | {
      readonly kind: "repeat";
      readonly body: Node;
      readonly minimum: number;
      readonly maximum: number;
      readonly mode: "greedy" | "lazy" | "possessive";
    };

export interface JavaPattern {
  readonly root: Node;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
}

/** A pattern that Java refuses too; the message is Java's description. */
export class PatternSyntaxError extends Error {}
