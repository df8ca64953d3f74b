/** Records as Salesforce's REST API writes and reads them. */
import { ApexBlob } from "../apex/runtime/blob.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../apex/runtime/date-time.ts";
import { Decimal } from "../apex/runtime/decimal.ts";
import { ApexDouble } from "../apex/runtime/double.ts";
import { PlatformObject } from "../apex/runtime/platform-object.ts";
import { SObjectRecord } from "../apex/runtime/sobject.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import type { RecordPlan } from "../data/soql/selection.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../data/schema/schema.ts";
import { RestError } from "./rest-error.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const AGGREGATE = "AggregateResult";
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/;

/**
 * A record with its `attributes`, parents nested, children as query results. With the plan of its query it shows what the
 * SELECT list names, in that order; without, everything it holds.
 */
export function recordToJson(record: SObjectRecord, apiVersion: string, plan: RecordPlan | null = null): Json {
  const { name } = record.schema;
  const url: Record<string, string> = name === AGGREGATE ? {} : { url: `/services/data/${apiVersion}/sobjects/${name}/${record.id ?? ""}` };
  const json: Record<string, Json> = { attributes: { type: name, ...url } };
  const columns = plan?.columns ?? [...record.values.keys(), ...record.parents.keys(), ...record.children.keys()];
  for (const column of columns) json[column] = columnToJson(record, column, apiVersion, plan);
  return json;
}

function columnToJson(record: SObjectRecord, column: string, apiVersion: string, plan: RecordPlan | null): Json {
  const list = record.children.get(column);
  if (list !== undefined) {
    const children = list.items.filter((item) => item instanceof SObjectRecord);
    const childPlan = plan?.children.find(({ relationship }) => relationship === column)?.plan ?? null;
    return children.length === 0 ? null : queryResult(children, apiVersion, childPlan);
  }
  const parent = record.parents.get(column);
  if (parent === undefined) return valueToJson(record.values.get(column) ?? null);
  const parentPlan = plan?.parents.find(({ step }) => step.relationship === column) ?? null;
  return parent === null ? null : recordToJson(parent, apiVersion, parentPlan?.planFor(parent.schema) ?? null);
}

/** The body of a query's answer. All rows come at once: the local org has no query locators over HTTP. */
export function queryResult(records: readonly SObjectRecord[], apiVersion: string, plan: RecordPlan | null = null): Json {
  return { totalSize: records.length, done: true, records: records.map((record) => recordToJson(record, apiVersion, plan)) };
}

/** A field's value. Datetimes are written with `+0000`, as the platform does. */
export function valueToJson(value: ApexValue): Json {
  if (value instanceof ApexDatetime) return value.toIso().replace("Z", "+0000");
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexTime)
    return `${[value.hour, value.minute, value.second].map(twoDigits).join(":")}.${String(value.millis % 1000).padStart(3, "0")}Z`;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString("base64");
  if (value instanceof PlatformObject)
    return Object.fromEntries([...(value.apexJson() ?? [])].map(([name, part]) => [name, valueToJson(part)]));
  if (typeof value === "bigint") return Number(value);
  if (value === null || typeof value !== "object") return value;
  throw new Error(`a field cannot hold ${value.constructor.name}`);
}

/**
 * A record from a request body. Throws RestError (400) for a field that the object does not have (`INVALID_FIELD`) and
 * for a value of the wrong type (`JSON_PARSER_ERROR`).
 */
export function recordFromJson(schema: Schema, object: ObjectSchema, body: unknown): SObjectRecord {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new RestError(400, "JSON_PARSER_ERROR", "The request body must be a JSON object.");
  }
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(body)) {
    if (name === "attributes") continue;
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) {
      record.set(field.name, valueFromJson(field, value));
      continue;
    }
    const reference = object.parents.get(name.toLowerCase());
    const target = reference?.referenceTo.length === 1 ? schema.object(reference.referenceTo[0] ?? "") : undefined;
    if (reference?.relationshipName == null || target === undefined) {
      throw new RestError(400, "INVALID_FIELD", `No such column '${name}' on sobject of type ${object.name}`);
    }
    record.setParent(reference.relationshipName, recordFromJson(schema, target, value));
  }
  return record;
}

function valueFromJson(field: FieldSchema, value: unknown): ApexValue {
  if (value === null) return null;
  const refuse = (): never => {
    throw new RestError(
      400,
      "JSON_PARSER_ERROR",
      `Cannot deserialize instance of ${field.type} from ${JSON.stringify(value)} for field ${field.name}`,
    );
  };
  switch (field.apexType) {
    case "Boolean":
      return typeof value === "boolean" ? value : refuse();
    case "Integer":
      return typeof value === "number" && Number.isInteger(value) ? value : refuse();
    case "Long":
      return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : refuse();
    case "Double":
      return typeof value === "number" ? value : refuse();
    case "Decimal":
      return typeof value === "number" || typeof value === "string" ? (Decimal.parse(String(value)) ?? refuse()) : refuse();
    case "Date":
      return typeof value === "string" ? (dateFromText(value) ?? refuse()) : refuse();
    case "Datetime":
      return typeof value === "string" && !Number.isNaN(Date.parse(isoZone(value)))
        ? new ApexDatetime(Date.parse(isoZone(value)))
        : refuse();
    case "Time":
      return typeof value === "string" ? (timeFromText(value) ?? refuse()) : refuse();
    case "Blob":
      return typeof value === "string" ? new ApexBlob(Buffer.from(value, "base64")) : refuse();
    default:
      return typeof value === "string" ? value : typeof value === "number" ? String(value) : refuse();
  }
}

/** JavaScript wants `+00:00` where Salesforce writes `+0000`. */
function isoZone(text: string): string {
  return text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
}

function dateFromText(text: string): ApexDate | null {
  const parts = ISO_DATE.exec(text);
  return parts === null ? null : ApexDate.of(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function timeFromText(text: string): ApexTime | null {
  const parts = ISO_TIME.exec(text);
  if (parts === null) return null;
  return ApexTime.of(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0), Number((parts[4] ?? "0").padEnd(3, "0")));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
