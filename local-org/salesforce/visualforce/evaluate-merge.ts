/** Values of merge expressions while a page is rendered. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { apexEquals } from "../../apex/runtime/equality.ts";
import { ApexDouble, Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import type { PageReference } from "../../apex/library/page-reference.ts";
import type { RunningUser } from "../../transaction/context.ts";
import type { Org } from "../../transaction/org.ts";
import { labelIn } from "../org-context/org-context.ts";
import { resourceUrl, type StaticResources } from "../resources/static-resources.ts";
import { customPermissionsOf } from "../setup-access.ts";
import type { MergeExpression } from "./merge-expression.ts";
import { MERGE_FUNCTIONS, mergeFlag, mergeText } from "./merge-functions.ts";
import { readMember } from "./page-controller.ts";

export interface MergeScope {
  readonly org: Org;
  readonly user: RunningUser;
  readonly resources: StaticResources;
  readonly page: PageReference;
  readonly pageName: string;
  /** The controller's instance; null: the page has none. */
  readonly controller: ApexValue;
}

export function evaluateMerge(expression: MergeExpression, scope: MergeScope): ApexValue {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "not":
      return !mergeFlag(evaluateMerge(expression.operand, scope));
    case "minus":
      return -numberOf(evaluateMerge(expression.operand, scope));
    case "binary":
      return binary(expression, scope);
    case "call":
      return call(expression, scope);
    case "path":
      return path(expression.names, scope);
  }
}

function call({ name, arguments: given }: Extract<MergeExpression, { kind: "call" }>, scope: MergeScope): ApexValue {
  const [first, second, third] = given;
  if (name === "URLFOR" && first !== undefined) return urlFor(first, second, scope);
  if (name === "IF" && first !== undefined && second !== undefined && third !== undefined)
    return evaluateMerge(mergeFlag(evaluateMerge(first, scope)) ? second : third, scope);
  const known = MERGE_FUNCTIONS.get(name) ?? unsupported(`the function ${name} in a Visualforce page`);
  return known.apply(...given.map((argument) => evaluateMerge(argument, scope)));
}

/** `URLFOR($Resource.X, 'path')`, or an address as it is. */
function urlFor(target: MergeExpression, path: MergeExpression | undefined, scope: MergeScope): ApexValue {
  const inside = path === undefined ? null : mergeText(evaluateMerge(path, scope));
  const isResource = target.kind === "path" && target.names[0]?.toLowerCase() === "$resource";
  if (isResource) return resource(target.names[1] ?? "", inside, scope);
  if (inside !== null) unsupported("URLFOR with an id or parameters in a Visualforce page");
  return evaluateMerge(target, scope);
}

function resource(name: string, path: string | null, { resources }: MergeScope): string {
  const found = resources.find(name);
  return found === undefined ? unsupported(`static resource ${name}`) : resourceUrl(found, path);
}

function path(names: readonly string[], scope: MergeScope): ApexValue {
  const [first = "", second = "", third = ""] = names;
  const { org, user, page } = scope;
  switch (first.toLowerCase()) {
    case "$resource":
      return resource(second, null, scope);
    case "$label":
      return labelIn(org, names.at(-1) ?? "", mergeText(org.store.get(user.id)?.get("LanguageLocaleKey") ?? org.settings.defaultLanguage));
    case "$user":
      return fieldOf(scope, "User", user.id, second);
    case "$organization": {
      const [row] = org.store.table("Organization").rows();
      return fieldOf(scope, "Organization", mergeText(row?.get("Id") ?? null), second);
    }
    case "$currentpage":
      if (second.toLowerCase() === "name") return scope.pageName;
      return second.toLowerCase() === "url" ? page.url : page.parameter(third);
    case "$permission":
      return customPermissionsOf(org, user).some((one) => one.toLowerCase() === second.toLowerCase());
    case "$page":
      return `/apex/${second}`;
  }
  return names.reduce<ApexValue>((owner, name) => readMember(owner, name), scope.controller);
}

function fieldOf({ org }: MergeScope, object: string, id: string, name: string): ApexValue {
  const field = org.schema.object(object)?.fields.get(name.toLowerCase());
  return field === undefined ? null : (org.store.get(id)?.get(field.name) ?? null);
}

function numberOf(value: ApexValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : unsupported("arithmetic with what is no number in a Visualforce page");
}

function binary({ operator, left, right }: Extract<MergeExpression, { kind: "binary" }>, scope: MergeScope): ApexValue {
  const first = evaluateMerge(left, scope);
  if (operator === "&&") return mergeFlag(first) && mergeFlag(evaluateMerge(right, scope));
  if (operator === "||") return mergeFlag(first) || mergeFlag(evaluateMerge(right, scope));
  const second = evaluateMerge(right, scope);
  switch (operator) {
    case "=":
      return apexEquals(first, second);
    case "!=":
      return !apexEquals(first, second);
    case "&":
      return mergeText(first) + mergeText(second);
    case "+":
      return typeof first === "string" || typeof second === "string"
        ? mergeText(first) + mergeText(second)
        : numberOf(first) + numberOf(second);
    case "-":
      return numberOf(first) - numberOf(second);
    case "*":
      return numberOf(first) * numberOf(second);
    case "/":
      return numberOf(first) / numberOf(second);
    case "<":
      return numberOf(first) < numberOf(second);
    case ">":
      return numberOf(first) > numberOf(second);
    case "<=":
      return numberOf(first) <= numberOf(second);
    case ">=":
      return numberOf(first) >= numberOf(second);
  }
}
