import type { Position } from "../../apex/syntax/position.ts";

export type SoqlErrorCode =
  "INVALID_FIELD" | "INVALID_TYPE" | "MALFORMED_QUERY" | "INVALID_QUERY_FILTER_OPERATOR" | "NUMBER_OUTSIDE_VALID_RANGE" | "INVALID_SEARCH";

/** What is wrong with a query, in the platform's words. A compile error in static queries, a QueryException in dynamic ones. */
export class SoqlError extends Error {
  readonly code: SoqlErrorCode;
  readonly position: Position | null;

  constructor(code: SoqlErrorCode, message: string, position: Position | null) {
    super(message);
    this.code = code;
    this.position = position;
  }
}

const CUSTOM_HINT = (kind: string, suffix: string, name: string): string =>
  ` If you are attempting to use a custom ${kind}, be sure to append the '${suffix}' after the ${name}.` +
  " Please reference your WSDL or the describe call for the appropriate names.";

export function noSuchColumn(column: string, entity: string, position: Position): SoqlError {
  const message = `No such column '${column}' on entity '${entity}'.${CUSTOM_HINT("field", "__c", "custom field name")}`;
  return new SoqlError("INVALID_FIELD", message, position);
}

export function noSuchObject(name: string, position: Position): SoqlError {
  const message = `sObject type '${name}' is not supported.${CUSTOM_HINT("object", "__c", "entity name")}`;
  return new SoqlError("INVALID_TYPE", message, position);
}

/** `where`: "field path" for a parent, "FROM part of query call" for children. */
export function noSuchRelationship(name: string, where: "field path" | "FROM part of query call", position: Position): SoqlError {
  const message = `Didn't understand relationship '${name}' in ${where}.${CUSTOM_HINT("relationship", "__r", "custom relationship name")}`;
  return new SoqlError(where === "field path" ? "INVALID_FIELD" : "INVALID_TYPE", message, position);
}

/** `action`: filtered, sorted, grouped. */
export function fieldCannotBe(action: "filtered" | "sorted" | "grouped", field: string, position: Position): SoqlError {
  return new SoqlError("INVALID_FIELD", `field '${field}' can not be ${action} in a query call`, position);
}

export function malformed(message: string, position: Position | null): SoqlError {
  return new SoqlError("MALFORMED_QUERY", message, position);
}

/**
 * The message as the platform gives it for a query string: the line with a caret under the place, then the message.
 * Without a text (static queries) it is the bare message.
 */
export function describeSoqlError(error: SoqlError, text: string | null): string {
  const { position } = error;
  if (text === null || position === null) return error.message;
  const line = text.split("\n")[position.line - 1] ?? "";
  const column = Math.max(1, position.column);
  return `\n${line}\n${" ".repeat(column - 1)}^\nERROR at Row:${position.line}:Column:${column}\n${error.message}`;
}
