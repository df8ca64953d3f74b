/** Questions about modifiers and annotations as they were written. */
import type { ModifierKeyword, Modifiers } from "../syntax/ast.ts";
import type { BoundAnnotation, Position, Sharing } from "./bound-tree.ts";
import type { Access } from "./user-types.ts";

export function hasKeyword(modifiers: Modifiers, keyword: ModifierKeyword): boolean {
  return modifiers.keywords.some((modifier) => modifier.keyword === keyword);
}

export function keywordPosition(modifiers: Modifiers, keyword: ModifierKeyword): Position | undefined {
  return modifiers.keywords.find((modifier) => modifier.keyword === keyword)?.position;
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name.toLowerCase() === name);
}

const RANK: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 3 };

/** The access that the modifiers say; `fallback` when they say none. `webservice` means global. */
export function accessOf(modifiers: Modifiers, fallback: Access): Access {
  for (const access of ["global", "public", "protected", "private"] as const) if (hasKeyword(modifiers, access)) return access;
  return hasKeyword(modifiers, "webservice") ? "global" : fallback;
}

export function isNarrower(access: Access, than: Access): boolean {
  return RANK[access] < RANK[than];
}

export function sharingOf(modifiers: Modifiers): Sharing {
  if (hasKeyword(modifiers, "with sharing")) return "with";
  if (hasKeyword(modifiers, "without sharing")) return "without";
  return hasKeyword(modifiers, "inherited sharing") ? "inherited" : "none";
}

/** `webservice` is kept as one: like an annotation, it says who may call the method from outside. */
export function boundAnnotations(modifiers: Modifiers): readonly BoundAnnotation[] {
  const annotations = modifiers.annotations.map((annotation) => ({
    name: annotation.name.toLowerCase(),
    parameters: Object.fromEntries(annotation.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter.value])),
  }));
  return hasKeyword(modifiers, "webservice") ? [...annotations, { name: "webservice", parameters: {} }] : annotations;
}

/** `@IsTest` or the old `testMethod`. */
export function isTestMethod(modifiers: Modifiers): boolean {
  return hasAnnotation(modifiers, "istest") || hasKeyword(modifiers, "testmethod");
}
