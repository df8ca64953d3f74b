/** `/services/data/vNN.N/sobjects/<Object>[/<id>]`: read, create, update, delete one record; every trigger fires. */
import { deleteRecords } from "../data/dml/delete-undelete.ts";
import { insertRecords, updateRecords, upsertRecords } from "../data/dml/insert-update.ts";
import type { RowResult } from "../data/dml/dml-error.ts";
import type { ObjectSchema } from "../data/schema/schema.ts";
import { parseRecordId } from "../data/store/record-id.ts";
import { SObjectRecord } from "../apex/runtime/sobject.ts";
import { runTransaction } from "../transaction/run-transaction.ts";
import type { EngineResponse } from "./engine-protocol.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import { recordFromJson, recordToJson } from "./rest-record.ts";
import { jsonBody, parameter, requireMethod, type RouteRequest } from "./route.ts";

const PATH = /^\/services\/data\/(v\d+\.\d)\/sobjects\/(\w+)(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/;
const PARTIAL = { allOrNone: false };

export function sobjectRoute(request: RouteRequest): EngineResponse | null {
  const match = PATH.exec(request.path);
  if (match === null) return null;
  const [, apiVersion = "", objectName = "", first, second] = match;
  const object = request.org.schema.object(objectName);
  if (object === undefined) throw new RestError(404, "NOT_FOUND", `The requested resource does not exist: sObject type '${objectName}'`);
  if (second !== undefined && first !== undefined)
    return byExternalId(request, object, decodeURIComponent(first), decodeURIComponent(second));
  if (first !== undefined) return byId(request, apiVersion, object, first);
  requireMethod(request, "POST");
  const record = recordFromJson(request.org.schema, object, jsonBody(request));
  const [result] = write(request, `REST insert ${object.name}`, () => insertRecords([record], PARTIAL));
  return created(result);
}

function byId(request: RouteRequest, apiVersion: string, object: ObjectSchema, id: string): EngineResponse {
  requireMethod(request, "GET", "PATCH", "DELETE");
  const fullId = parseRecordId(id);
  const { org } = request;
  const row = fullId === null ? undefined : org.store.table(object.name).get(fullId);
  if (fullId === null || row === undefined) throw new RestError(404, "NOT_FOUND", "The requested resource does not exist");
  if (request.method === "GET") {
    const wanted = parameter(request, "fields")?.toLowerCase().split(",");
    const record = new SObjectRecord(object);
    for (const field of object.fields.values()) {
      if (wanted === undefined || field.name === "Id" || wanted.includes(field.name.toLowerCase()))
        record.set(field.name, row.get(field.name) ?? null);
    }
    return jsonResponse(200, recordToJson(record, apiVersion));
  }
  if (request.method === "DELETE") {
    const [result] = write(request, `REST delete ${object.name}`, () =>
      deleteRecords([new SObjectRecord(object, [["Id", fullId]])], PARTIAL),
    );
    return changed(result);
  }
  const record = recordFromJson(org.schema, object, jsonBody(request));
  record.set("Id", fullId);
  const [result] = write(request, `REST update ${object.name}`, () => updateRecords([record], PARTIAL));
  return changed(result);
}

/** `PATCH /sobjects/<Object>/<external id field>/<value>`: upsert. */
function byExternalId(request: RouteRequest, object: ObjectSchema, fieldName: string, value: string): EngineResponse {
  requireMethod(request, "PATCH");
  const field = object.fields.get(fieldName.toLowerCase());
  if (field?.externalId !== true) {
    throw new RestError(404, "NOT_FOUND", `Provided external ID field does not exist or is not accessible: ${fieldName}`);
  }
  const record = recordFromJson(request.org.schema, object, jsonBody(request));
  record.set(field.name, value);
  const [result] = write(request, `REST upsert ${object.name}`, () => upsertRecords([record], { ...PARTIAL, externalId: field }));
  return result?.created === true ? created(result) : changed(result);
}

function write(request: RouteRequest, label: string, body: () => RowResult[]): RowResult[] {
  return runTransaction(request.org, { user: request.user, kind: "REST", label }, body);
}

function created(result: RowResult | undefined): EngineResponse {
  throwFirstError(result);
  return jsonResponse(201, { id: result?.id ?? null, success: true, errors: [] });
}

function changed(result: RowResult | undefined): EngineResponse {
  throwFirstError(result);
  return jsonResponse(204);
}

function throwFirstError(result: RowResult | undefined): void {
  const error = result?.errors[0];
  if (error !== undefined) throw new RestError(400, error.statusCode, error.message, error.fields);
}
