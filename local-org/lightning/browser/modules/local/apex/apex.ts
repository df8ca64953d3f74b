/** `@salesforce/apex/*`: Apex methods as functions and as wire adapters. */
import { FetchError, request } from "../org/org.ts";
import { refreshWired, wireAdapter, type WireAdapterClass } from "../wire/wire.ts";

export type ApexParameters = Readonly<Record<string, unknown>>;

/** Called, it runs the method; in `@wire` it is the adapter. */
export interface ApexMethod {
  (parameters?: ApexParameters): Promise<unknown>;
  readonly adapter: WireAdapterClass<ApexParameters, unknown>;
}

/** A method of a class that carries @AuraEnabled. Only a cacheable one can be wired; the org refuses others. */
export function apexMethod(className: string, method: string): ApexMethod {
  const path = `/lightning/apex/${encodeURIComponent(className)}/${encodeURIComponent(method)}`;
  const adapter = wireAdapter<ApexParameters, unknown>((parameters) => {
    // A parameter without a value means: not yet.
    if (Object.values(parameters).includes(undefined)) return null;
    const query = `${path}?params=${encodeURIComponent(sortedJson(parameters))}`;
    return { key: query, load: () => returnValue(query, {}) };
  });
  const call = (parameters: ApexParameters = {}): Promise<unknown> =>
    returnValue(path, { method: "POST", body: JSON.stringify(parameters) });
  return Object.assign(call, { adapter });
}

/** Runs a wired Apex method again. Resolves when the component has the new value. */
export function refreshApex(wired: unknown): Promise<void> {
  return refreshWired(wired);
}

/** The value of a field of a record that Apex gave, over relationships too: `Account.Name`. Undefined when the record lacks it. */
export function getSObjectValue(record: unknown, field: string | { readonly fieldApiName: string }): unknown {
  const path = typeof field === "string" ? field : field.fieldApiName;
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }, record);
}

/** The org's error body has the very shape that components see: `{status, statusText, ok, body}`. */
async function returnValue(path: string, init: RequestInit): Promise<unknown> {
  try {
    const answer = await request(path, init);
    return typeof answer === "object" && answer !== null ? Reflect.get(answer, "returnValue") : undefined;
  } catch (error) {
    if (!(error instanceof FetchError) || typeof error.body !== "object" || error.body === null || !("body" in error.body)) throw error;
    throw new FetchError(error.status, error.statusText, error.body.body);
  }
}

/** Same text for the same parameters, in whatever order they are written. */
function sortedJson(parameters: ApexParameters): string {
  const entries = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}
