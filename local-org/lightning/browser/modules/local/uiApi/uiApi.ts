/** The User Interface API as the `lightning/ui*Api` modules ask it. */
import { onRefresh, refreshView } from "../../shell/refresh/refresh.ts";
import { FetchError, request } from "../org/org.ts";
import { refreshTagged, type ResourceRequest } from "../resources/resources.ts";

/** An object by its API name, or as imported from `@salesforce/schema`. */
export type ObjectReference = string | { readonly objectApiName: string };
/** A field with its object (`Account.Name`), or as imported from `@salesforce/schema`. */
export type FieldReference = string | { readonly fieldApiName: string; readonly objectApiName: string };
/** One or several. */
export type Several<T> = T | readonly T[];

/** Values of a query string; undefined and null ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

const BASE = "/services/data/v67.0/ui-api/";
/** All answers of the UI API carry it: a save anywhere on the page may change any of them. */
const TAG = "ui-api";

onRefresh(() => void refreshTagged([TAG]));

/** What a wire asks: `path` below the UI API, each part encoded already. */
export function uiRequest<T>(path: string, query: Query = {}, recordIds: readonly string[] = []): ResourceRequest<T> {
  const address = addressOf(path, query);
  return { key: address, tags: [TAG, ...recordIds.map(recordTag)], load: () => ask(address) as Promise<T> };
}

/** Asks once, for what is not shared. Throws FetchError whose body has a message. */
export function askUiApi(path: string, init?: RequestInit): Promise<unknown> {
  return ask(BASE + path, init);
}

/** Everybody who shows one of the records reads it again: wires and the shell. Null: whatever is on screen. */
export async function recordsChanged(recordIds: readonly string[] | null): Promise<void> {
  const reading = recordIds === null ? undefined : refreshTagged(recordIds.map(recordTag));
  // The shell's own parts; they hold what they read themselves.
  refreshView();
  await reading;
}

/** `Account` of either form. */
export function objectName(reference: ObjectReference): string {
  return typeof reference === "string" ? reference : reference.objectApiName;
}

/** `Account.Name` of either form. */
export function fieldName(reference: FieldReference): string {
  return typeof reference === "string" ? reference : `${reference.objectApiName}.${reference.fieldApiName}`;
}

/** A list as a query string has it: sorted, so that the same fields share an answer; null for none. */
export function fieldList(fields: Several<FieldReference> | undefined): string | null {
  const names = several(fields).map(fieldName);
  return names.length === 0 ? null : [...new Set(names)].sort().join(",");
}

/** A list of one or several; empty for undefined. */
export function several<T>(values: Several<T> | undefined): readonly T[] {
  if (values === undefined) return [];
  return Array.isArray(values) ? (values as readonly T[]) : [values as T];
}

function recordTag(recordId: string): string {
  // Ids come with 15 or 18 characters.
  return `record:${recordId.slice(0, 15)}`;
}

function addressOf(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null && value !== "") parameters.set(name, String(value));
  return parameters.size === 0 ? BASE + path : `${BASE}${path}?${parameters.toString()}`;
}

async function ask(address: string, init?: RequestInit): Promise<unknown> {
  try {
    return await request(address, init);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw new FetchError(error.status, error.statusText, errorBody(error));
  }
}

/** Components see one error; the API answers with a list of one. */
function errorBody({ status, body }: FetchError): unknown {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return typeof first === "object" && first !== null
    ? { statusCode: status, ...first }
    : { statusCode: status, message: typeof first === "string" ? first : "" };
}
