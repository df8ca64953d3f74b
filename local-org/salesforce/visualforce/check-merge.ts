/** What may stand in a merge expression: names that exist, functions that the local org has, with as many arguments as they take. */
import type { Schema } from "../../data/schema/schema.ts";
import type { StaticResources } from "../resources/static-resources.ts";
import type { MergeExpression, Template } from "./merge-expression.ts";
import { MERGE_FUNCTIONS } from "./merge-functions.ts";
import type { PageTypes } from "./page-controller.ts";
import { PageFault } from "./page-position.ts";

export interface MergeNames {
  readonly types: PageTypes;
  readonly schema: Schema;
  readonly resources: StaticResources;
  /** Lower case. */
  readonly labels: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  /** Canonical name of the page's controller; null: it has none. */
  readonly controller: string | null;
  /** Namespace of the project, lower case. */
  readonly namespace: string | null;
}

export function checkTemplate(template: Template, names: MergeNames): void {
  for (const part of template) if (typeof part !== "string") checkMerge(part, names);
}

/** Throws PageFault. */
export function checkMerge(expression: MergeExpression, names: MergeNames): void {
  switch (expression.kind) {
    case "literal":
      return;
    case "not":
    case "minus":
      return checkMerge(expression.operand, names);
    case "binary":
      checkMerge(expression.left, names);
      return checkMerge(expression.right, names);
    case "call":
      checkArity(expression);
      for (const argument of expression.arguments) checkMerge(argument, names);
      return;
    case "path":
      return checkPath(expression, names);
  }
}

function checkArity({ name, arguments: given, position }: Extract<MergeExpression, { kind: "call" }>): void {
  const own = name === "IF" ? { minimum: 3, maximum: 3 } : name === "URLFOR" ? { minimum: 1, maximum: 2 } : MERGE_FUNCTIONS.get(name);
  if (own === undefined) throw new PageFault(`The function ${name} is not supported by the local org`, position);
  if (given.length < own.minimum || given.length > own.maximum)
    throw new PageFault(`Incorrect number of parameters for function '${name}()': ${given.length}`, position);
}

function checkPath({ names: path, position }: Extract<MergeExpression, { kind: "path" }>, names: MergeNames): void {
  const fail = (message: string): never => {
    throw new PageFault(message, position);
  };
  const [first = "", second = "", ...rest] = path;
  const key = second.toLowerCase();
  const last = (path.at(-1) ?? "").toLowerCase();
  switch (first.toLowerCase()) {
    case "$resource":
      if (rest.length > 0) fail(`$Resource.${path.slice(1).join(".")}: use URLFOR($Resource.${second}, 'path')`);
      if (names.resources.find(second) === undefined) fail(`Static Resource named ${second} does not exist. Check spelling.`);
      return;
    case "$label":
      // With the namespace or without: `$Label.c.Name`.
      if (path.length > 3 || (path.length === 3 && key !== "c" && key !== names.namespace))
        fail(`Field $Label.${path.slice(1).join(".")} does not exist. Check spelling.`);
      if (!names.labels.has(last)) fail(`Field $Label.${path.slice(1).join(".")} does not exist. Check spelling.`);
      return;
    case "$user":
    case "$organization": {
      const object = first.slice(1).toLowerCase() === "user" ? "User" : "Organization";
      if (rest.length > 0 || names.schema.object(object)?.fields.get(key) === undefined)
        fail(`Field ${path.join(".")} does not exist. Check spelling.`);
      return;
    }
    case "$currentpage":
      if ((key === "name" || key === "url") && rest.length === 0) return;
      if (key === "parameters" && rest.length === 1) return;
      return fail(`${path.join(".")} is not supported by the local org: $CurrentPage has parameters.<name>, Name and URL`);
    case "$permission":
      if (rest.length > 0 || !names.customPermissions.has(key)) fail(`Field ${path.join(".")} does not exist. Check spelling.`);
      return;
    case "$page":
      if (rest.length > 0 || !names.pages.has(key)) fail(`Page ${second} does not exist`);
      return;
  }
  if (first.startsWith("$")) fail(`The global variable ${first} is not supported by the local org`);
  if (names.controller === null) fail(`Unknown property '${path.join(".")}': the page has no controller`);
  let type = names.controller ?? "";
  for (const name of path) type = names.types.memberType(type, name) ?? fail(`Unknown property '${type}.${name}'`);
}
