import type { ModifierKeyword, Modifiers } from "./ast.ts";
import type { Report } from "./diagnostics.ts";

/** What modifiers can stand on, by the plural that messages use. */
export type ModifierTarget =
  | "classes"
  | "interfaces"
  | "enums"
  | "fields"
  | "properties"
  | "accessors"
  | "methods"
  | "interface methods"
  | "constructors"
  | "parameters"
  | "locals"
  | "script locals"
  | "catch variables";

const access: readonly ModifierKeyword[] = ["global", "public", "protected", "private"];
const sharing: readonly ModifierKeyword[] = ["with sharing", "without sharing", "inherited sharing"];

const allowed: Readonly<Record<ModifierTarget, readonly ModifierKeyword[]>> = {
  classes: ["global", "public", "private", "virtual", "abstract", ...sharing],
  interfaces: ["global", "public", "private", "virtual"],
  enums: ["global", "public", "private"],
  fields: [...access, "static", "final", "transient", "webservice"],
  properties: [...access, "static", "final", "transient", "virtual", "abstract", "override", "webservice"],
  accessors: access,
  methods: [...access, "static", "virtual", "abstract", "override", "webservice", "testmethod"],
  "interface methods": [],
  constructors: access,
  parameters: ["final"],
  locals: ["final", "transient"],
  "script locals": ["final", "transient", "static", "public", "private"],
  "catch variables": ["final"],
};

/** Pairs that contradict each other. */
const conflicts: readonly (readonly [ModifierKeyword, ModifierKeyword])[] = [
  ["abstract", "static"],
  ["virtual", "static"],
  ["override", "static"],
  ["abstract", "virtual"],
];

export function hasModifier(modifiers: Modifiers, keyword: ModifierKeyword): boolean {
  return modifiers.keywords.some((modifier) => modifier.keyword === keyword);
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name.toLowerCase() === name);
}

/** Repeated, contradicting and misplaced modifiers. Annotations are checked elsewhere. */
export function checkModifiers(modifiers: Modifiers, target: ModifierTarget, report: Report): void {
  const seen: ModifierKeyword[] = [];
  for (const { keyword, position } of modifiers.keywords) {
    if (seen.includes(keyword)) report(`Duplicate modifier: ${keyword}`, position);
    else if (!allowed[target].includes(keyword)) report(`${keyword} is not allowed on ${target}`, position);
    else if (access.includes(keyword) && seen.some((other) => access.includes(other)))
      report("Declarations can only have one scope", position);
    else if (sharing.includes(keyword) && seen.some((other) => sharing.includes(other))) {
      report("Classes can only have one of 'with sharing', 'without sharing' and 'inherited sharing'", position);
    } else {
      for (const [a, b] of conflicts) {
        if ((keyword === a && seen.includes(b)) || (keyword === b && seen.includes(a))) report(`${a} ${target} cannot be ${b}`, position);
      }
    }
    seen.push(keyword);
  }
}
