/** `list-info`, `list-records`, `list-ui`: list views and their records. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { jsonBody, parameter } from "../route.ts";
import { etagOf } from "./etag.ts";
import { addQualified, fieldTree } from "./field-tree.ts";
import { addColumns, listColumn } from "./list-columns.ts";
import { fieldAt, listConditions, orderBy, searchCondition, unqualified } from "./list-query.ts";
import type { ListView } from "./list-views.ts";
import { RECENT } from "./list-views.ts";
import { pageOf, pageRequest } from "./page.ts";
import { readRecords, readWhere } from "./read-records.ts";
import { listParameter, type Resource, type UiAnswer, type UiRequest } from "./resource.ts";
import { uiObject } from "./ui-object.ts";
import type { ListInfo, ListRecords, ListSummaryCollection, ListUi } from "./wire.ts";

const PAGE = ["pageSize", "pageToken"];
const RECORDS = [...PAGE, "fields", "optionalFields", "sortBy", "searchTerm"];

export const LISTS: readonly Resource[] = [
  {
    method: "GET",
    path: "list-info/{}",
    parameters: ["recentListsOnly", "q", ...PAGE],
    answer: oneOrAll((request, view) => listInfo(request, view)),
  },
  { method: "GET", path: "list-info/{}/{}", parameters: [], answer: (request) => ok(listInfo(request, named(request))) },
  { method: "GET", path: "list-records/{}", parameters: RECORDS, answer: (request) => ok(listRecords(request, byId(request))) },
  { method: "GET", path: "list-records/{}/{}", parameters: RECORDS, answer: (request) => ok(listRecords(request, named(request))) },
  { method: "POST", path: "list-records/{}/{}", parameters: [], answer: (request) => ok(listRecords(withBody(request), named(request))) },
  {
    method: "GET",
    path: "list-ui/{}",
    parameters: ["recentListsOnly", "q", ...RECORDS],
    answer: oneOrAll((request, view) => listUi(request, view)),
  },
  { method: "GET", path: "list-ui/{}/{}", parameters: RECORDS, answer: (request) => ok(listUi(request, named(request))) },
];

/** The part is the id of a list view, or an object whose lists are wanted. */
function oneOrAll(answer: (request: UiRequest, view: ListView) => unknown): (request: UiRequest) => UiAnswer {
  return (request) => ok(/^00B\w{12}(\w{3})?$/.test(request.parts[0] ?? "") ? answer(request, byId(request)) : summaries(request));
}

function ok(body: unknown): UiAnswer {
  return { status: 200, body };
}

function named({ org, metadata, parts: [objectName = "", viewName = ""] }: UiRequest): ListView {
  return metadata.listViews.view(uiObject(org.schema, objectName), viewName);
}

function byId({ metadata, parts }: UiRequest): ListView {
  return metadata.listViews.viewById(parts[0] ?? "");
}

/** Parameters of a POST stand in its body. */
function withBody(request: UiRequest): UiRequest {
  const body = jsonBody(request);
  if (typeof body !== "object" || body === null)
    throw new RestError(400, "POST_BODY_PARSE_ERROR", "The request body must be a JSON object.");
  const query = Object.entries(body).map(([name, value]): readonly [string, string] => {
    if (!RECORDS.includes(name))
      throw new RestError(400, "JSON_PARSER_ERROR", `The local org does not support "${name}" in the request body.`);
    return [name, Array.isArray(value) ? value.join(",") : String(value)];
  });
  return { ...request, query };
}

export function listInfo({ org, metadata }: UiRequest, view: ListView): ListInfo {
  const { object } = view;
  const path = view.sortBy.replace(/^-/, "");
  const label = (field: string) => listColumn(org.schema, metadata.layouts, object, field).label;
  const info: Omit<ListInfo, "eTag"> = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: view.columns.map((column) => listColumn(org.schema, metadata.layouts, object, column)),
    filterLogicString: view.booleanFilter,
    filteredByInfo: view.filters.map(({ field, operation, value }) => ({
      fieldApiName: field,
      label: label(field),
      operandLabels: value.split(",").map((operand) => operandLabel(org.schema, object, field, operand.trim())),
      operator: operation,
    })),
    label: view.label,
    listReference: { id: view.id, listViewApiName: view.apiName, objectApiName: object.name, type: "listView" },
    orderedByInfo: view.scope === "RecentlyViewed" ? [] : [{ fieldApiName: path, isAscending: path === view.sortBy, label: label(path) }],
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: "Public",
    visibilityEditable: false,
  };
  return { ...info, eTag: etagOf(info) };
}

function operandLabel(schema: UiRequest["org"]["schema"], object: ObjectSchema, path: string, operand: string): string {
  const field = fieldAt(schema, object, path);
  if (field.type === "boolean") return ["1", "true"].includes(operand.toLowerCase()) ? "True" : "False";
  return field.picklistValues.find(({ value }) => value === operand)?.label ?? operand;
}

export function listRecords(request: UiRequest, view: ListView): ListRecords {
  const { org, metadata, transaction, user } = request;
  const { object } = view;
  const fields = listParameter(request, "fields");
  const optionalFields = listParameter(request, "optionalFields");
  const sortBy = listParameter(request, "sortBy");
  const searchTerm = parameter(request, "searchTerm");
  if (sortBy.length > 1) throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "sortBy takes one field.");
  const tree = fieldTree(object);
  addColumns(org.schema, tree, view.columns);
  addQualified(org.schema, tree, fields, optionalFields);
  const wanted = pageRequest(request);
  const conditions = [...listConditions(org.schema, object, view, user.id)];
  if (searchTerm !== null && searchTerm !== "") conditions.push(searchCondition(org.schema, object, view.columns, searchTerm));
  const isRecent = view.scope === "RecentlyViewed";
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")} `;
  const order = orderBy(org.schema, object, sortBy[0] ?? view.sortBy);
  const found = isRecent
    ? readRecords(transaction, tree, metadata.recent.recordsOf(user.id, object.keyPrefix ?? "")).slice(wanted.offset)
    : readWhere(transaction, tree, `${where}${order} LIMIT ${wanted.pageSize + 1} OFFSET ${wanted.offset}`);
  if (isRecent && (sortBy.length > 0 || conditions.length > 0)) {
    throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "Recently viewed records are neither sorted nor searched.");
  }
  const { page, rows } = pageOf(request, wanted, found);
  return {
    ...page,
    fields: [...view.columns.map((column) => `${object.name}.${column}`), ...fields],
    listInfoETag: listInfo(request, view).eTag,
    listReference: { id: view.id, listViewApiName: view.apiName, objectApiName: object.name, type: "listView" },
    optionalFields,
    records: rows,
    searchTerm,
    sortBy: isRecent ? [] : [unqualified(object, sortBy[0] ?? view.sortBy)],
  };
}

function listUi(request: UiRequest, view: ListView): ListUi {
  const info = listInfo(request, view);
  const records = listRecords(request, view);
  return { eTag: etagOf([info.eTag, records.records.map(({ eTag }) => eTag)]), info, records };
}

/** `q` searches in labels; `recentListsOnly` gives "Recently Viewed" alone. */
function summaries(request: UiRequest): ListSummaryCollection {
  const { org, metadata, parts, base } = request;
  const object = uiObject(org.schema, parts[0] ?? "");
  const term = (parameter(request, "q") ?? "").toLowerCase();
  const recentOnly = parameter(request, "recentListsOnly") === "true";
  const views = metadata.listViews
    .viewsOf(object)
    .filter((view) => view.label.toLowerCase().includes(term) && (!recentOnly || view.apiName === RECENT));
  const wanted = pageRequest(request, 200);
  const { page, rows } = pageOf(request, wanted, views.slice(wanted.offset));
  const lists = rows.map(({ apiName, id, label }) => ({
    apiName,
    id,
    label,
    listUiUrl: `${base}/list-ui/${object.name}/${apiName}`,
    isRecentlyViewed: apiName === RECENT,
  }));
  return { ...page, eTag: etagOf(lists), lists, objectApiName: object.name };
}
