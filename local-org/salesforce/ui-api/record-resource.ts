/** `records`: read, create, change and delete; every trigger fires. */
import { ApexDatetime } from "../../apex/runtime/date-time.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import { deleteRecords } from "../../data/dml/delete-undelete.ts";
import type { RowResult } from "../../data/dml/dml-error.ts";
import { insertRecords, updateRecords } from "../../data/dml/insert-update.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { recordFromJson } from "../rest-record.ts";
import { jsonBody, parameter } from "../route.ts";
import { addPath, fieldTree } from "./field-tree.ts";
import { readRecords, requireId } from "./read-records.ts";
import { RecordError } from "./record-error.ts";
import { addLayoutFields, RECORD_PARAMETERS, requestedFields } from "./record-fields.ts";
import type { Resource, UiAnswer, UiRequest } from "./resource.ts";
import { objectOfId, uiObject } from "./ui-object.ts";
import type { RecordRepresentation } from "./wire.ts";

const PARTIAL = { allOrNone: false };

export const RECORDS: readonly Resource[] = [
  { method: "GET", path: "records/{}", parameters: [...RECORD_PARAMETERS, "updateMru"], answer: read },
  { method: "GET", path: "records/batch/{}", parameters: [...RECORD_PARAMETERS, "updateMru"], answer: readBatch },
  { method: "POST", path: "records", parameters: ["useDefaultRule", "triggerUserEmail", "triggerOtherEmail"], answer: create },
  { method: "PATCH", path: "records/{}", parameters: [], answer: update },
  { method: "DELETE", path: "records/{}", parameters: [], answer: remove },
];

function read(request: UiRequest): UiAnswer {
  return { status: 200, body: readOne(request, request.parts[0] ?? "") };
}

/** One record, or what went wrong with it, per id. */
function readBatch(request: UiRequest): UiAnswer {
  const results = (request.parts[0] ?? "").split(",").map((id) => {
    try {
      return { statusCode: 200, result: readOne(request, id.trim()) };
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return { statusCode: error.status, result: [{ errorCode: error.errorCode, message: error.message }] };
    }
  });
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results } };
}

/** With `updateMru=true` the record counts as viewed. Throws RestError (404). */
function readOne(request: UiRequest, text: string): RecordRepresentation {
  const { org, transaction, metadata, user } = request;
  const id = requireId(text);
  const object = objectOfId(org.schema, id);
  const [record] = readRecords(transaction, requestedFields(request, object), [id]);
  if (record === undefined) throw notFound();
  if (parameter(request, "updateMru") === "true") metadata.recent.view(user.id, id);
  return record;
}

function create(request: UiRequest): UiAnswer {
  const { org } = request;
  const body = writeBody(request);
  const name: unknown = Reflect.get(body, "apiName");
  if (typeof name !== "string") throw new RestError(400, "MISSING_ARGUMENT", "apiName is missing in the request body.");
  const object = uiObject(org.schema, name);
  const record = recordFromJson(org.schema, object, fieldsOf(body));
  const id = savedId("create", object, insertRecords([record], PARTIAL));
  return { status: 201, body: written(request, object, record, id) };
}

function update(request: UiRequest): UiAnswer {
  const { org } = request;
  const { id, object } = existing(request);
  requireUnmodified(request, object, id);
  const record = recordFromJson(org.schema, object, fieldsOf(writeBody(request)));
  record.values.delete("Id");
  record.set("Id", id);
  savedId("update", object, updateRecords([record], PARTIAL));
  return { status: 200, body: written(request, object, record, id) };
}

function remove(request: UiRequest): UiAnswer {
  const { id, object } = existing(request);
  savedId("delete", object, deleteRecords([new SObjectRecord(object, [["Id", id]])], PARTIAL));
  return { status: 204 };
}

function existing({ org, parts }: UiRequest): { readonly id: string; readonly object: ObjectSchema } {
  const id = requireId(parts[0] ?? "");
  const object = objectOfId(org.schema, id);
  if (org.store.table(object.name).get(id) === undefined) throw notFound();
  return { id, object };
}

/** `If-Unmodified-Since`: throws RestError (412) when somebody changed the record in between. */
function requireUnmodified({ headers, org }: UiRequest, object: ObjectSchema, id: string): void {
  const since = headers["if-unmodified-since"];
  const modified = org.store.table(object.name).get(id)?.get("LastModifiedDate");
  if (since === undefined || !(modified instanceof ApexDatetime)) return;
  const limit = Date.parse(since);
  if (Number.isNaN(limit)) throw new RestError(400, "INVALID_HEADER", `If-Unmodified-Since is no date: ${since}`);
  // HTTP dates have whole seconds.
  if (Math.floor(modified.millis / 1000) > Math.floor(limit / 1000)) {
    throw new RestError(412, "CONDITION_NOT_MET", "The record was changed by somebody else in the meantime.");
  }
}

function writeBody(request: UiRequest): object {
  const body = jsonBody(request);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new RestError(400, "POST_BODY_PARSE_ERROR", "The request body must be a JSON object.");
  }
  return body;
}

function fieldsOf(body: object): object {
  const other = Object.keys(body).find((key) => !["apiName", "fields", "allowSaveOnDuplicate"].includes(key));
  if (other !== undefined) throw new RestError(400, "JSON_PARSER_ERROR", `Unrecognized field "${other}" in the request body.`);
  const fields: unknown = Reflect.get(body, "fields");
  if (typeof fields !== "object" || fields === null) throw new RestError(400, "MISSING_ARGUMENT", "fields is missing in the request body.");
  return fields;
}

function savedId(verb: "create" | "update" | "delete", object: ObjectSchema, [result]: readonly RowResult[]): string {
  if (result === undefined || result.errors.length > 0) throw new RecordError(verb, object, result?.errors ?? []);
  return result.id ?? "";
}

/** The record as saved: what its layout shows and what was sent. */
function written(request: UiRequest, object: ObjectSchema, record: SObjectRecord, id: string): RecordRepresentation {
  const tree = fieldTree(object);
  addLayoutFields(request, tree, "Full", ["View"]);
  for (const field of record.values.keys()) addPath(request.org.schema, tree, field);
  const [saved] = readRecords(request.transaction, tree, [id]);
  if (saved === undefined) throw notFound();
  return saved;
}

function notFound(): RestError {
  return new RestError(404, "NOT_FOUND", "The requested resource does not exist");
}
