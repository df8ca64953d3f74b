/** `lightning/uiRecordApi`: records, read by wire and written by functions. */
import type {
  BatchRepresentation,
  FieldValue,
  ObjectInfo,
  RecordDefaults,
  RecordInput,
  RecordRepresentation,
} from "../../../../../salesforce/ui-api/wire.ts";
import {
  askUiApi,
  fieldList,
  type FieldReference,
  objectName,
  type ObjectReference,
  recordsChanged,
  several,
  type Several,
  uiRequest,
} from "../../local/uiApi/uiApi.ts";
import { refreshWired, wireAdapter } from "../../local/wire/wire.ts";

export interface GetRecordConfig {
  readonly recordId: string;
  readonly fields?: Several<FieldReference>;
  readonly optionalFields?: Several<FieldReference>;
  readonly layoutTypes?: Several<"Full" | "Compact">;
  readonly modes?: Several<"View" | "Edit" | "Create">;
}

/** A record with the fields asked for. */
export const getRecord = wireAdapter<GetRecordConfig, RecordRepresentation>(({ recordId, ...what }) => {
  if (!isId(recordId) || !isComplete(what)) return null;
  return uiRequest(`records/${encodeURIComponent(recordId)}`, recordQuery(what), [recordId]);
});

export interface GetRecordsConfig {
  readonly records: readonly {
    readonly recordIds: readonly string[];
    readonly fields?: Several<FieldReference>;
    readonly optionalFields?: Several<FieldReference>;
  }[];
}

/** Several records; each has a status of its own. */
export const getRecords = wireAdapter<GetRecordsConfig, Pick<BatchRepresentation<RecordRepresentation>, "results">>(({ records }) => {
  if (records === undefined || records.length === 0) return null;
  const batches = records.map(({ recordIds, ...what }) =>
    uiRequest<BatchRepresentation<RecordRepresentation>>(
      `records/batch/${recordIds.map(encodeURIComponent).join(",")}`,
      recordQuery(what),
      recordIds,
    ),
  );
  return {
    key: batches.map(({ key }) => key).join("\n"),
    tags: batches.flatMap(({ tags = [] }) => tags),
    load: async () => ({ results: (await Promise.all(batches.map(({ load }) => load()))).flatMap(({ results }) => results) }),
  };
});

export interface GetRecordCreateDefaultsConfig {
  readonly objectApiName: ObjectReference;
  readonly recordTypeId?: string;
  readonly optionalFields?: Several<FieldReference>;
  readonly formFactor?: string;
}

/** What a new record starts with, its layout and its objects. */
export const getRecordCreateDefaults = wireAdapter<GetRecordCreateDefaultsConfig, RecordDefaults>(
  ({ objectApiName, recordTypeId, optionalFields, formFactor }) => {
    if (objectApiName === undefined) return null;
    const query = { recordTypeId, formFactor, optionalFields: fieldList(optionalFields) };
    return uiRequest(`record-defaults/create/${encodeURIComponent(objectName(objectApiName))}`, query);
  },
);

/** The value of a field, over relationships too (`Contact.Account.Name`); undefined when the record was read without it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): FieldValue["value"] | undefined {
  return fieldOf(record, field)?.value;
}

/** The value of a field as people read it; null where that is the value itself. Undefined when the record was read without it. */
export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldReference): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

/** Creates a record. Rejects with the org's refusal: `error.body.output.fieldErrors` by field. */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = (await askUiApi("records", { method: "POST", body: JSON.stringify(input) })) as RecordRepresentation;
  await recordsChanged([]);
  return record;
}

/** Changes the record whose `Id` is among the fields. Rejects with the org's refusal; with a TypeError for an input without `Id`. */
export async function updateRecord(input: RecordInput, options?: { readonly ifUnmodifiedSince?: string }): Promise<RecordRepresentation> {
  const { Id: recordId, ...fields } = input.fields;
  if (typeof recordId !== "string") throw new TypeError("updateRecord: the fields have no Id.");
  const headers: Record<string, string> =
    options?.ifUnmodifiedSince === undefined ? {} : { "If-Unmodified-Since": options.ifUnmodifiedSince };
  const body = JSON.stringify({ ...input, apiName: undefined, fields });
  const record = (await askUiApi(`records/${encodeURIComponent(recordId)}`, { method: "PATCH", headers, body })) as RecordRepresentation;
  await recordsChanged([recordId]);
  return record;
}

/** Deletes a record. Rejects with the org's refusal. */
export async function deleteRecord(recordId: string): Promise<void> {
  await askUiApi(`records/${encodeURIComponent(recordId)}`, { method: "DELETE" });
  await recordsChanged(null);
}

/** The records were changed by other means, by Apex: whoever shows them reads them again. */
export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  return recordsChanged(records.map(({ recordId }) => recordId));
}

/** The older form of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

/** Reads again what a wire gave. */
export function refresh(wired: unknown): Promise<void> {
  return refreshWired(wired);
}

/** A record as an input for `createRecord`: what may be written; all fields when no object is given. */
export function generateRecordInputForCreate(record: RecordRepresentation, objectInfo?: ObjectInfo): RecordInput {
  return { apiName: record.apiName, fields: writtenFields(record, (name) => objectInfo?.fields[name]?.createable !== false) };
}

/** A record as an input for `updateRecord`: its id and what may be written; all fields when no object is given. */
export function generateRecordInputForUpdate(record: RecordRepresentation, objectInfo?: ObjectInfo): RecordInput {
  const fields = writtenFields(record, (name) => objectInfo?.fields[name]?.updateable !== false);
  return { fields: record.id === null ? fields : { ...fields, Id: record.id } };
}

/** The input with what differs from the record, and the id. */
export function createRecordInputFilteredByEditedFields(input: RecordInput, original: RecordRepresentation): RecordInput {
  const edited = Object.entries(input.fields).filter(([name, value]) => name === "Id" || original.fields[name]?.value !== value);
  return { ...input, fields: Object.fromEntries(edited) };
}

type What = Partial<Omit<GetRecordConfig, "recordId">>;

/** A wire waits for its id. */
function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** A wire whose fields come by `$` waits for them too. */
function isComplete({ fields, optionalFields, layoutTypes }: What): boolean {
  return [fields, optionalFields, layoutTypes].some((part) => several<unknown>(part).length > 0);
}

function recordQuery({ fields, optionalFields, layoutTypes, modes }: What): Record<string, string | null> {
  return {
    fields: fieldList(fields),
    optionalFields: fieldList(optionalFields),
    layoutTypes: several(layoutTypes).join(",") || null,
    modes: several(modes).join(",") || null,
  };
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldReference): FieldValue | undefined {
  const names = typeof field === "string" ? field.split(".").slice(1) : field.fieldApiName.split(".");
  let found: FieldValue | undefined;
  let holder = record;
  for (const name of names) {
    found = holder?.fields[name];
    const value = found?.value;
    holder = typeof value === "object" && value !== null ? value : undefined;
  }
  return found;
}

function writtenFields(record: RecordRepresentation, isWritten: (name: string) => boolean): RecordInput["fields"] {
  const fields: Record<string, null | boolean | number | string> = {};
  for (const [name, { value }] of Object.entries(record.fields)) {
    if (isWritten(name) && (typeof value !== "object" || value === null)) fields[name] = value;
  }
  return fields;
}
