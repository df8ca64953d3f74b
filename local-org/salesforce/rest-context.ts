/** Between HTTP and `System.RestContext`. */
import { RestRequest, RestResponse } from "../apex/library/rest.ts";
import { ApexBlob, type ApexValue } from "../apex/runtime/values.ts";

export interface RestCall {
  readonly method: string;
  /** Everything after `/services/apexrest`, decoded. */
  readonly uri: string;
  /** `/services/apexrest` and the URL mapping. */
  readonly resourcePath: string;
  readonly remoteAddress: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** A fresh request and response for one call. Of a parameter that comes twice the first counts. */
export function makeRestContext(call: RestCall): { request: RestRequest; response: RestResponse } {
  const request = new RestRequest();
  request.httpMethod = call.method;
  request.requestURI = call.uri;
  request.resourcePath = call.resourcePath;
  request.remoteAddress = call.remoteAddress;
  request.requestBody = new ApexBlob(call.body);
  for (const [name, value] of call.headers) request.headers?.set(name, value);
  for (const [name, value] of call.parameters) if (request.params?.get(name) == null) request.params?.set(name, value);
  return { request, response: new RestResponse() };
}

export interface RestAnswer {
  /** Null: Apex set none. */
  readonly status: number | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Null: Apex set none. */
  readonly body: ApexBlob | null;
}

/** What Apex left in `RestContext.response`; nothing when it set that to null. */
export function readRestResponse(response: ApexValue): RestAnswer {
  if (!(response instanceof RestResponse)) return { status: null, headers: [], body: null };
  const headers: [string, string][] = [];
  for (const [name, value] of response.headers?.entries() ?? []) {
    if (typeof name === "string" && typeof value === "string") headers.push([name, value]);
  }
  return { status: response.statusCode, headers, body: response.responseBody };
}
