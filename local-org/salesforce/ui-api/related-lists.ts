/** `related-list-info`, `related-list-records`, `related-list-count`: what hangs on a record. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import type { RelatedListSpec } from "../../project/ui/layout-spec.ts";
import { RestError } from "../rest-error.ts";
import { jsonBody, parameter } from "../route.ts";
import { etagOf } from "./etag.ts";
import { addQualified, fieldTree } from "./field-tree.ts";
import { addColumns, listColumn } from "./list-columns.ts";
import { orderBy, quoted, unqualified } from "./list-query.ts";
import { pageOf, pageRequest } from "./page.ts";
import { queryRows, readWhere, requireId } from "./read-records.ts";
import { requestedRecordType } from "./record-types.ts";
import { listParameter, type Resource, type UiAnswer, type UiRequest } from "./resource.ts";
import { themeOf } from "./theme.ts";
import { nameFieldOf, objectOfId, uiObject } from "./ui-object.ts";
import type { RelatedListCount, RelatedListInfo, RelatedListRecords, RelatedListReference, RelatedListSummaryCollection } from "./wire.ts";

const RECORDS = ["fields", "optionalFields", "pageSize", "pageToken", "sortBy"];

export const RELATED_LISTS: readonly Resource[] = [
  { method: "GET", path: "related-list-info/{}", parameters: ["recordTypeId"], answer: (request) => ok(summaries(request)) },
  {
    method: "GET",
    path: "related-list-info/{}/{}",
    parameters: ["recordTypeId"],
    answer: (request) => ok(info(request, listOfObject(request))),
  },
  { method: "GET", path: "related-list-records/{}/{}", parameters: RECORDS, answer: (request) => ok(records(request)) },
  { method: "POST", path: "related-list-records/{}/{}", parameters: [], answer: (request) => ok(records(withBody(request))) },
  { method: "GET", path: "related-list-count/{}/{}", parameters: ["maxCount"], answer: (request) => ok(count(request)) },
];

/** A related list of a parent object. */
interface RelatedList {
  readonly parent: ObjectSchema;
  readonly spec: RelatedListSpec;
  readonly child: ObjectSchema;
  /** The child's reference to the parent. */
  readonly field: FieldSchema;
}

function ok(body: unknown): UiAnswer {
  return { status: 200, body };
}

function summaries(request: UiRequest): RelatedListSummaryCollection {
  const { org, metadata, base, parts } = request;
  const parent = uiObject(org.schema, parts[0] ?? "");
  const { recordTypeId } = requestedRecordType(org, parent, parameter(request, "recordTypeId"));
  const relatedLists = metadata.layouts.relatedLists(parent).map((spec) => {
    const { child, field } = resolve(request, parent, spec.relationship);
    return {
      entityLabel: child.label,
      entityLabelPlural: child.labelPlural,
      fieldApiName: field.name,
      label: spec.label ?? child.labelPlural,
      objectApiName: child.name,
      relatedListId: spec.relationship,
      relatedListInfoUrl: `${base}/related-list-info/${parent.name}/${spec.relationship}`,
      themeInfo: themeOf(child, metadata),
    };
  });
  return { eTag: etagOf(relatedLists), parentObjectApiName: parent.name, parentRecordTypeId: recordTypeId, relatedLists };
}

function listOfObject(request: UiRequest): RelatedList {
  const [parentName = "", relationship = ""] = request.parts;
  return resolve(request, uiObject(request.org.schema, parentName), relationship);
}

function listOfRecord(request: UiRequest): { readonly list: RelatedList; readonly parentId: string } {
  const { org, parts } = request;
  const parentId = requireId(parts[0] ?? "");
  const parent = objectOfId(org.schema, parentId);
  if (org.store.table(parent.name).get(parentId) === undefined)
    throw new RestError(404, "NOT_FOUND", "The requested resource does not exist");
  return { list: resolve(request, parent, parts[1] ?? ""), parentId };
}

/** Any child relationship can be listed, on the layout or not. Throws RestError (404). */
function resolve({ org, metadata }: UiRequest, parent: ObjectSchema, relationship: string): RelatedList {
  const wanted = relationship.toLowerCase();
  const found = parent.children.find(({ relationshipName }) => relationshipName?.toLowerCase() === wanted);
  const child = found === undefined ? undefined : org.schema.object(found.childObject);
  const field = child?.fields.get(found?.field.toLowerCase() ?? "");
  if (found?.relationshipName == null || child === undefined || field === undefined) {
    throw new RestError(404, "NOT_FOUND", `There is no related list ${relationship} of ${parent.name}.`);
  }
  const name = found.relationshipName;
  const spec = metadata.layouts.relatedLists(parent).find((one) => one.relationship === name);
  const bare = { relationship: name, label: null, columns: metadata.layouts.listColumns(child), sortBy: null };
  return { parent, spec: spec ?? bare, child, field };
}

function info(request: UiRequest, { parent, spec, child, field }: RelatedList): RelatedListInfo {
  const { org, metadata } = request;
  const sortBy = sortOf(spec, child);
  const path = sortBy.replace(/^-/, "");
  const content: Omit<RelatedListInfo, "eTag"> = {
    createable: child.createable,
    displayColumns: spec.columns.map((column) => listColumn(org.schema, metadata.layouts, child, column)),
    fieldApiName: field.name,
    label: spec.label ?? child.labelPlural,
    listReference: reference(request, parent, spec, null),
    objectApiNames: [child.name],
    orderedByInfo: [
      { fieldApiName: path, isAscending: path === sortBy, label: listColumn(org.schema, metadata.layouts, child, path).label },
    ],
  };
  return { ...content, eTag: etagOf(content) };
}

function records(request: UiRequest): RelatedListRecords {
  const { org, transaction } = request;
  const { list, parentId } = listOfRecord(request);
  const { child, spec, field, parent } = list;
  const fields = listParameter(request, "fields");
  const optionalFields = listParameter(request, "optionalFields");
  const [sortBy = sortOf(spec, child), ...others] = listParameter(request, "sortBy");
  if (others.length > 0) throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "sortBy takes one field.");
  const tree = fieldTree(child);
  addColumns(org.schema, tree, spec.columns);
  addQualified(org.schema, tree, fields, optionalFields);
  const wanted = pageRequest(request);
  const order = orderBy(org.schema, child, sortBy);
  const clauses = `WHERE ${field.name} = ${quoted(parentId)} ${order} LIMIT ${wanted.pageSize + 1} OFFSET ${wanted.offset}`;
  const { page, rows } = pageOf(request, wanted, readWhere(transaction, tree, clauses));
  return {
    ...page,
    fields: [...spec.columns.map((column) => `${child.name}.${column}`), ...fields],
    listInfoETag: info(request, list).eTag,
    listReference: reference(request, parent, spec, parentId),
    optionalFields,
    records: rows,
    sortBy: [unqualified(child, sortBy)],
  };
}

function count(request: UiRequest): RelatedListCount {
  const { list, parentId } = listOfRecord(request);
  const { child, field, parent, spec } = list;
  const most = Number(parameter(request, "maxCount") ?? "10");
  if (!Number.isInteger(most) || most < 1 || most > 1999) {
    throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "maxCount must be a whole number from 1 to 1999.");
  }
  const rows = queryRows(request.transaction, `SELECT Id FROM ${child.name} WHERE ${field.name} = ${quoted(parentId)} LIMIT ${most + 1}`);
  return { count: Math.min(most, rows.length), hasMore: rows.length > most, listReference: reference(request, parent, spec, parentId) };
}

function sortOf({ sortBy }: RelatedListSpec, child: ObjectSchema): string {
  return sortBy ?? nameFieldOf(child).name;
}

function reference({ org }: UiRequest, parent: ObjectSchema, spec: RelatedListSpec, recordId: string | null): RelatedListReference {
  return {
    inContextOfRecordId: recordId,
    parentObjectApiName: parent.name,
    recordTypeId: requestedRecordType(org, parent, null).recordTypeId,
    relatedListId: spec.relationship,
    type: "relatedList",
  };
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
