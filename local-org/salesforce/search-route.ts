/** `search?q=FIND ...` (SOSL) and `parameterizedSearch` under `/services/data/vNN.N/`. */
import { ApexException } from "../apex/runtime/exceptions.ts";
import { prepareSearchText } from "../data/sosl/run-search.ts";
import { describeSoqlError, SoqlError } from "../data/soql/soql-error.ts";
import { runTransaction } from "../transaction/run-transaction.ts";
import { searchRecords } from "../transaction/search-context.ts";
import type { EngineResponse } from "./engine-protocol.ts";
import { parameterizedSosl, readSearchBody, readSearchQuery } from "./parameterized-search.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import { recordToJson } from "./rest-record.ts";
import { jsonBody, parameter, requireMethod, type RouteRequest } from "./route.ts";

const PATH = /^\/services\/data\/(v\d+\.\d)\/(search|parameterizedSearch)\/?$/;

export function searchRoute(request: RouteRequest): EngineResponse | null {
  const match = PATH.exec(request.path);
  if (match === null) return null;
  const [, apiVersion = "", kind] = match;
  const text = kind === "search" ? soslOf(request) : parameterizedOf(request);
  return run(request, text, apiVersion);
}

function soslOf(request: RouteRequest): string {
  requireMethod(request, "GET");
  const text = parameter(request, "q");
  if (text === null) throw new RestError(400, "MALFORMED_SEARCH", "A search string has to be specified");
  return text;
}

function parameterizedOf(request: RouteRequest): string {
  requireMethod(request, "GET", "POST");
  return parameterizedSosl(request.method === "GET" ? readSearchQuery(request) : readSearchBody(jsonBody(request)));
}

function run({ org, user }: RouteRequest, text: string, apiVersion: string): EngineResponse {
  return runTransaction(org, { user, kind: "REST", label: "REST search" }, (transaction) => {
    try {
      const prepared = prepareSearchText(text, org.schema);
      if (prepared.query.binds.length > 0) throw new RestError(400, "MALFORMED_SEARCH", "A search over REST cannot have binds.");
      const found = searchRecords(prepared, [], transaction);
      const records = found.flatMap((result, at) =>
        result.records.map((record) =>
          recordToJson(record, apiVersion, prepared.returning[at]?.object === result.object ? prepared.returning[at].plan : null),
        ),
      );
      return jsonResponse(200, { searchRecords: records });
    } catch (error) {
      if (error instanceof SoqlError) throw new RestError(400, searchCode(error.code), describeSoqlError(error, text));
      if (error instanceof ApexException) throw new RestError(400, "MALFORMED_SEARCH", error.apexMessage ?? error.message);
      throw error;
    }
  });
}

function searchCode(code: string): string {
  return code === "MALFORMED_QUERY" ? "MALFORMED_SEARCH" : code;
}
