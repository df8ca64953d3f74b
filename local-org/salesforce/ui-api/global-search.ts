/** `search`: what the search box in the header finds, grouped by object. */
import { ApexException } from "../../apex/runtime/exceptions.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { prepareSearchText } from "../../data/sosl/run-search.ts";
import { searchRecords } from "../../transaction/search-context.ts";
import { RestError } from "../rest-error.ts";
import { parameter } from "../route.ts";
import { defaultUiObjects } from "./default-ui.ts";
import { fieldTree } from "./field-tree.ts";
import { addColumns, listColumn } from "./list-columns.ts";
import { readRecords } from "./read-records.ts";
import { listParameter, numberParameter, type Resource, type UiRequest } from "./resource.ts";
import { findLiteral, prefixLiteral } from "./sosl-text.ts";
import { themeOf } from "./theme.ts";
import { uiObject } from "./ui-object.ts";
import type { GlobalSearch } from "./wire.ts";

export const GLOBAL_SEARCH: readonly Resource[] = [
  {
    method: "GET",
    path: "search",
    parameters: ["q", "objects", "pageSize"],
    answer: (request) => ({ status: 200, body: search(request) }),
  },
];

/** What people look for first. */
const FIRST = ["Contact", "Lead", "Account", "Case", "Opportunity"];
const PHONE_NUMBER = /^[+\d][\d\s()./-]+$/;

function search(request: UiRequest): GlobalSearch {
  const { org, metadata, transaction } = request;
  const term = (parameter(request, "q") ?? "").trim();
  const pageSize = numberParameter(request, "pageSize", 5, 1, 200);
  const objects = objectsOf(request);
  const returning = objects.map(({ name }) => `${name}(Id)`).join(", ");
  const sosl = `FIND ${PHONE_NUMBER.test(term) ? findLiteral(term) : prefixLiteral(term)} IN ALL FIELDS RETURNING ${returning}`;
  const groups = found(transaction, sosl).flatMap(({ object, ids }) => {
    if (ids.length === 0) return [];
    const columns = metadata.layouts.searchColumns(object);
    const tree = fieldTree(object);
    addColumns(org.schema, tree, columns);
    return [
      {
        objectApiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        themeInfo: themeOf(object, metadata),
        displayColumns: columns.map((column) => listColumn(org.schema, metadata.layouts, object, column)),
        records: readRecords(transaction, tree, ids.slice(0, pageSize)),
        hasMore: ids.length > pageSize,
      },
    ];
  });
  return { term, groups };
}

function found(
  transaction: UiRequest["transaction"],
  sosl: string,
): readonly { readonly object: ObjectSchema; readonly ids: readonly string[] }[] {
  try {
    const results = searchRecords(prepareSearchText(sosl, transaction.org.schema), [], transaction);
    return results.map(({ object, records }) => ({ object, ids: records.flatMap(({ id }) => id ?? []) }));
  } catch (error) {
    if (error instanceof ApexException) throw new RestError(400, "MALFORMED_SEARCH", error.apexMessage ?? error.message);
    throw error;
  }
}

/** Those asked for, else all that the user interface shows and that can be searched. */
function objectsOf(request: UiRequest): readonly ObjectSchema[] {
  const { org } = request;
  const named = listParameter(request, "objects");
  if (named.length > 0) return named.map((name) => searchable(uiObject(org.schema, name)));
  const custom = [...org.schema.objects()].filter(({ kind }) => kind === "custom").map(({ name }) => name);
  const names = [...new Set([...FIRST, ...defaultUiObjects(), ...custom])];
  return names.flatMap((name) => org.schema.object(name) ?? []).filter((object) => object.searchable);
}

function searchable(object: ObjectSchema): ObjectSchema {
  if (!object.searchable) throw new RestError(400, "INVALID_TYPE", `${object.name} cannot be searched.`);
  return object;
}
