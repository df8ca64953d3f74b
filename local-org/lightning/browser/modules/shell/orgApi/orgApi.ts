/** The org's answers that the shell lives on, each checked for the parts that the shell reads. */
import { request } from "../../local/org/org.ts";
import { nameOf } from "../cells/cells.ts";
import type {
  Apps,
  BatchRepresentation,
  FlexiPage,
  GlobalSearch,
  Layout,
  LayoutMode,
  ListInfo,
  ListRecords,
  ListSummaryCollection,
  LookupResults,
  ObjectInfo,
  PicklistValuesCollection,
  RecordDefaults,
  RecordInput,
  RecordPage,
  RecordRepresentation,
  RecordUi,
  RelatedListInfo,
  RelatedListRecords,
  RelatedListSummaryCollection,
  Session,
  Timeline,
} from "../../../../../salesforce/ui-api/wire.ts";

const UI_API = "/services/data/v67.0/ui-api";

/** Throws `Error` naming the address when the answer lacks a part that the shell reads. */
async function ask<T extends object>(path: string, parts: readonly (keyof T & string)[], init?: RequestInit): Promise<T> {
  const answer = await request(path, init);
  if (!has<T>(answer, parts)) throw new Error(`The org answered ${path} in a form that this page cannot read.`);
  return answer;
}

/** Shapes below these parts are the org's own types (`wire.ts`), which its routes are checked against. */
function has<T extends object>(value: unknown, parts: readonly (keyof T & string)[]): value is T {
  return typeof value === "object" && value !== null && parts.every((part) => part in value);
}

function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}`;
}

const enc = encodeURIComponent;

/** Who is here, and who else could be. */
export function session(): Promise<Session> {
  return ask<Session>("/lightning/api/session", ["user", "users", "org"]);
}

/** The apps of the user. */
export function apps(): Promise<Apps> {
  return ask<Apps>("/lightning/api/apps", ["apps", "allTabs"]);
}

/** A Lightning page by its name. */
export function flexiPage(name: string): Promise<FlexiPage> {
  return ask<FlexiPage>(`/lightning/api/flexipage/${enc(name)}`, ["regions"]);
}

/** The Lightning page that an app shows an object's records with. */
export function recordPage(app: string, objectApiName: string): Promise<RecordPage> {
  return ask<RecordPage>(`/lightning/api/record-page/${enc(app)}/${enc(objectApiName)}`, ["page"]);
}

/** The activities of a record. */
export function timeline(recordId: string): Promise<Timeline> {
  return ask<Timeline>(`/lightning/api/timeline/${enc(recordId)}`, ["upcoming", "past"]);
}

/** Records of all objects that a text of at least two characters finds. */
export function globalSearch(term: string): Promise<GlobalSearch> {
  return ask<GlobalSearch>(`/lightning/api/search${query({ q: term })}`, ["groups"]);
}

/** A record with its object, its full layout for reading and its compact layout. */
export function recordUi(recordId: string): Promise<RecordUi> {
  return ask<RecordUi>(`${UI_API}/record-ui/${enc(recordId)}${query({ layoutTypes: "Full,Compact", modes: "View" })}`, [
    "layouts",
    "objectInfos",
    "records",
  ]);
}

/** A record as its edit form needs it. */
export function recordEditUi(recordId: string): Promise<RecordUi> {
  return ask<RecordUi>(`${UI_API}/record-ui/${enc(recordId)}${query({ layoutTypes: "Full", modes: "Edit" })}`, [
    "layouts",
    "objectInfos",
    "records",
  ]);
}

/** The layout of a record out of `recordUi`; null: the org has none. */
export function layoutOf(ui: RecordUi, record: RecordRepresentation, type: "Full" | "Compact", mode: LayoutMode): Layout | null {
  const byType = ui.layouts[record.apiName] ?? {};
  const layouts = byType[record.recordTypeId] ?? Object.values(byType).at(0);
  return layouts?.[type]?.[mode] ?? null;
}

/**
 * What the records are called, by id; ids of records that are gone or hidden are left out.
 *
 * @param recordIds at most 200
 */
export async function recordNames(recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const path = `${UI_API}/records/batch/${recordIds.map(enc).join(",")}${query({ layoutTypes: "Compact" })}`;
  const { results } = await ask<BatchRepresentation<RecordRepresentation>>(path, ["results"]);
  const found = results.flatMap(({ result }) => ("fields" in result && result.id !== null ? [result] : []));
  return new Map(found.map((record) => [record.id ?? "", nameOf(record)]));
}

/** The record counts as viewed by the user: it comes first in "Recently Viewed". */
export async function markViewed(recordId: string, objectApiName: string): Promise<void> {
  await request(`${UI_API}/records/${enc(recordId)}${query({ fields: `${objectApiName}.Id`, updateMru: "true" })}`);
}

/** An object with its fields. */
export function objectInfo(objectApiName: string): Promise<ObjectInfo> {
  return ask<ObjectInfo>(`${UI_API}/object-info/${enc(objectApiName)}`, ["fields", "label", "themeInfo"]);
}

/** What a new record of the object starts with, and its form. */
export function recordDefaults(objectApiName: string): Promise<RecordDefaults> {
  return ask<RecordDefaults>(`${UI_API}/record-defaults/create/${enc(objectApiName)}`, ["layout", "objectInfos", "record"]);
}

/** The values of all picklists of an object for a record type. */
export function picklistValues(objectApiName: string, recordTypeId: string): Promise<PicklistValuesCollection> {
  return ask<PicklistValuesCollection>(`${UI_API}/object-info/${enc(objectApiName)}/picklist-values/${enc(recordTypeId)}`, [
    "picklistFieldValues",
  ]);
}

/** Makes a record; gives it as saved. Throws what the org refuses. */
export function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  return ask<RecordRepresentation>(`${UI_API}/records`, ["id", "fields"], { method: "POST", body: JSON.stringify(input) });
}

/** Changes the fields given; gives the record as saved. Throws what the org refuses. */
export function updateRecord(recordId: string, input: RecordInput): Promise<RecordRepresentation> {
  return ask<RecordRepresentation>(`${UI_API}/records/${enc(recordId)}`, ["id", "fields"], {
    method: "PATCH",
    body: JSON.stringify(input),
  });
}

/** Deletes a record. Throws what the org refuses. */
export async function deleteRecord(recordId: string): Promise<void> {
  await request(`${UI_API}/records/${enc(recordId)}`, { method: "DELETE" });
}

/** The list views of an object. */
export function listViews(objectApiName: string): Promise<ListSummaryCollection> {
  return ask<ListSummaryCollection>(`${UI_API}/list-info/${enc(objectApiName)}${query({ pageSize: 200 })}`, ["lists"]);
}

/** Columns, order and filter of a list view. */
export function listInfo(objectApiName: string, listViewApiName: string): Promise<ListInfo> {
  return ask<ListInfo>(`${UI_API}/list-info/${enc(objectApiName)}/${enc(listViewApiName)}`, ["displayColumns", "label"]);
}

/** Which part of a list is wanted, in which order. */
export interface PageRequest {
  readonly pageSize: number;
  readonly pageToken?: string | null;
  /** Field, with `-` before it for descending. */
  readonly sortBy?: string | null;
  readonly searchTerm?: string | null;
}

/** Records of a list view, page by page. */
export function listRecords(objectApiName: string, listViewApiName: string, page: PageRequest): Promise<ListRecords> {
  return ask<ListRecords>(`${UI_API}/list-records/${enc(objectApiName)}/${enc(listViewApiName)}${query({ ...page })}`, ["records"]);
}

/** The related lists of an object's layout. */
export function relatedLists(objectApiName: string, recordTypeId: string | null): Promise<RelatedListSummaryCollection> {
  return ask<RelatedListSummaryCollection>(`${UI_API}/related-list-info/${enc(objectApiName)}${query({ recordTypeId })}`, ["relatedLists"]);
}

/** Columns of a related list. */
export function relatedListInfo(objectApiName: string, relatedListId: string): Promise<RelatedListInfo> {
  return ask<RelatedListInfo>(`${UI_API}/related-list-info/${enc(objectApiName)}/${enc(relatedListId)}`, ["displayColumns", "label"]);
}

/** Records of a related list, page by page. */
export function relatedRecords(recordId: string, relatedListId: string, page: PageRequest): Promise<RelatedListRecords> {
  return ask<RelatedListRecords>(`${UI_API}/related-list-records/${enc(recordId)}/${enc(relatedListId)}${query({ ...page })}`, ["records"]);
}

/** What a lookup offers for a typed text; recently used records for an empty one. */
export function lookup(objectApiName: string, fieldApiName: string, text: string): Promise<LookupResults> {
  const search = text.length < 2 ? { searchType: "Recent" } : { searchType: "TypeAhead", q: text };
  return ask<LookupResults>(`${UI_API}/lookups/${enc(objectApiName)}/${enc(fieldApiName)}${query({ ...search, pageSize: 8 })}`, [
    "lookupResults",
  ]);
}

/** Rows of a SOQL query. */
export async function rowsOf(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = await ask<{ records: unknown }>(`/services/data/v67.0/query${query({ q: soql })}`, ["records"]);
  return Array.isArray(answer.records) ? answer.records.filter(isRow) : [];
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
