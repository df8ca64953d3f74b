/** What Open CTI's `screenPop` does in the shell. */
import { navigate, type PageReference } from "../../shell/navigation/navigation.ts";
import { openCreate } from "../../shell/recordModal/recordModal.ts";
import { failed, isRecord, succeeded, type CtiResult } from "../protocol/protocol.ts";

const SHORTEST_SEARCH = 3;

type Pop = (params: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>>) => CtiResult;

/** By `SCREENPOP_TYPE` value in lower case. */
const POPS: Readonly<Record<string, Pop>> = {
  sobject: ({ recordId }) =>
    isText(recordId) ? go({ type: "standard__recordPage", attributes: { recordId, actionName: "view" } }) : missing("recordId"),
  url: ({ url }) => {
    if (!isText(url)) return missing("url");
    if (!url.startsWith("/") || url.startsWith("//")) return failed("INVALID_PARAM", "screenPop: url must be relative.");
    return go({ type: "standard__webPage", attributes: { url } });
  },
  objecthome: ({ scope }) =>
    isText(scope) ? go({ type: "standard__objectPage", attributes: { objectApiName: scope, actionName: "home" } }) : missing("scope"),
  list: ({ listViewId, scope }) => {
    if (!isText(listViewId)) return missing("listViewId");
    if (!isText(scope)) return missing("scope");
    return go({
      type: "standard__objectPage",
      attributes: { objectApiName: scope, actionName: "list" },
      state: { filterName: listViewId },
    });
  },
  search: ({ searchString }) => {
    if (!isText(searchString)) return missing("searchString");
    if (searchString.trim().length < SHORTEST_SEARCH)
      return failed("INVALID_PARAM", `screenPop: searchString needs at least ${SHORTEST_SEARCH} characters.`);
    return go({ type: "standard__search", state: { term: searchString } });
  },
  newrecord: ({ entityName, defaultFieldValues }, defaults) => {
    if (!isText(entityName)) return missing("entityName");
    openCreate(entityName, isRecord(defaultFieldValues) ? defaultFieldValues : defaults);
    return succeeded();
  },
  flow: () => failed("SERVER_ERROR", "The local org runs no flows: a screen pop of type FLOW is not supported."),
};

/** Adapters also write the constant's name. */
const ALIASES: Readonly<Record<string, string>> = { new_record_modal: "newrecord" };

/**
 * Shows what the argument of `screenPop` names (`type`, `params`, `defaultFieldValues`). Gives `INVALID_PARAM` for what is missing or
 * of an unknown type.
 */
export function screenPop(argument: Readonly<Record<string, unknown>>): CtiResult {
  const { type, params, defaultFieldValues } = argument;
  const name = isText(type) ? type.toLowerCase() : "";
  const pop = POPS[ALIASES[name] ?? name];
  if (pop === undefined) return failed("INVALID_PARAM", `screenPop: there is no type ${String(type)}; see SCREENPOP_TYPE.`);
  try {
    return pop(isRecord(params) ? params : {}, isRecord(defaultFieldValues) ? defaultFieldValues : {});
  } catch (error) {
    return failed("GENERIC_ERROR", error instanceof Error ? error.message : String(error));
  }
}

function go(reference: PageReference): CtiResult {
  navigate(reference);
  return succeeded();
}

function missing(name: string): CtiResult {
  return failed("INVALID_PARAM", `An invalid value was passed to the parameter params. A value for ${name} was expected.`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
