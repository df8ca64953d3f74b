/** What a component gets when a call of Apex fails: the form of `fetch` responses. */
import { ApexException, UncatchableError } from "../../apex/runtime/exceptions.ts";
import { apexStackTrace } from "../../apex/runtime/stack-trace.ts";
import type { EngineResponse } from "../engine-protocol.ts";
import { jsonResponse } from "../rest-error.ts";
import type { Json } from "./client-value.ts";

/** `{status, statusText, ok: false, errorType, body}`; the status is the answer's too. */
export function errorResponse(status: number, statusText: string, body: Json): EngineResponse {
  return jsonResponse(status, { status, statusText, ok: false, errorType: "fetchResponse", body });
}

/** The body for an exception that Apex did not catch. */
export function exceptionBody(error: ApexException | UncatchableError): Json {
  if (error instanceof ApexException) {
    if (error.typeName === "System.AuraHandledException") return { message: error.auraMessage ?? error.message };
    if (error.typeName === "System.DmlException") return dmlBody(error);
  }
  return {
    exceptionType: error.typeName,
    isUserDefinedException: error instanceof ApexException && error.$meta !== undefined,
    message: error.message,
    stackTrace: apexStackTrace(error),
  };
}

/** Errors of the failed rows: those of fields by field name, the others as errors of the page. */
function dmlBody(error: ApexException): Json {
  const pageErrors: Json[] = [];
  const fieldErrors: Record<string, Json[]> = {};
  for (const { statusCode, message, fields } of error.dmlRows) {
    const entry = { statusCode, message };
    if (fields.length === 0) pageErrors.push(entry);
    for (const field of fields) (fieldErrors[field] ??= []).push(entry);
  }
  return {
    exceptionType: error.typeName,
    isUserDefinedException: false,
    message: error.message,
    stackTrace: apexStackTrace(error),
    pageErrors,
    fieldErrors,
    index: error.dmlRows[0]?.index ?? null,
    duplicateResults: [],
  };
}
