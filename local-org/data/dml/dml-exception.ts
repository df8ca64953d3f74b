/** System.DmlException: its message and the failed rows that its members give. */
import { ApexException } from "../../apex/runtime/exceptions.ts";
import type { RowResult } from "./dml-error.ts";

export type OperationName = "Insert" | "Update" | "Upsert" | "Delete" | "Undelete" | "Merge" | "ConvertLead";

/** The exception for a failed all-or-none operation on records of `object`. At least one result has an error. */
export function dmlException(operation: OperationName, object: string, results: readonly RowResult[]): ApexException {
  const rows = results.flatMap(({ id, errors: [error] }, index) => (error === undefined ? [] : [{ index, id, ...error }]));
  const [first] = rows;
  if (first === undefined) throw new Error("a DML exception needs a failed row");
  const id = first.id === null ? "" : ` with id ${first.id}`;
  const exception = new ApexException(
    "System.DmlException",
    `${operation} failed. First exception on row ${first.index}${id}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(", ")}]`,
  );
  exception.dmlRows = rows;
  exception.dmlObject = object;
  return exception;
}
