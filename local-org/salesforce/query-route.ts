/** `GET /services/data/vNN.N/query?q=SOQL` (and `queryAll`). */
import { prepareQueryText } from "../data/soql/query-text.ts";
import { runQuery } from "../data/soql/run-query.ts";
import { describeSoqlError, SoqlError } from "../data/soql/soql-error.ts";
import { queryContextOf } from "../transaction/query-context.ts";
import { runTransaction } from "../transaction/run-transaction.ts";
import type { EngineResponse } from "./engine-protocol.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import { queryResult } from "./rest-record.ts";
import { parameter, requireMethod, type RouteRequest } from "./route.ts";

const PATH = /^\/services\/data\/(v\d+\.\d)\/(query|queryAll)\/?$/;

export function queryRoute(request: RouteRequest): EngineResponse | null {
  const match = PATH.exec(request.path);
  if (match === null) return null;
  requireMethod(request, "GET");
  const text = parameter(request, "q");
  if (text === null) throw new RestError(400, "MALFORMED_QUERY", "A query string has to be specified");
  const apiVersion = match[1] ?? "";
  const { org, user } = request;
  return runTransaction(org, { user, kind: "REST", label: "REST query" }, (transaction) => {
    try {
      const prepared = prepareQueryText(match[2] === "queryAll" ? withAllRows(text) : text, org.schema, "rest");
      if (prepared.query.binds.length > 0) throw new RestError(400, "MALFORMED_QUERY", "A query over REST cannot have binds.");
      const result = runQuery(prepared, [], queryContextOf(transaction));
      if (typeof result === "number") return jsonResponse(200, { totalSize: result, done: true, records: [] });
      return jsonResponse(200, queryResult(result, apiVersion, prepared.plan));
    } catch (error) {
      if (error instanceof SoqlError) throw new RestError(400, error.code, describeSoqlError(error, text));
      throw error;
    }
  });
}

function withAllRows(text: string): string {
  return /\ball\s+rows\s*$/i.test(text) ? text : `${text} ALL ROWS`;
}
