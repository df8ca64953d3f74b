/** Database.SaveResult and its kin, whose errors are Database.Error. */
import type { DmlError, RowResult } from "../../data/dml/dml-error.ts";
import type { MergeOutcome } from "../../data/dml/merge.ts";
import { ApexList, type ApexValue } from "../runtime/values.ts";
import { DatabaseError } from "./database-error.ts";
import { registerJsonObject } from "./json/platform-json-types.ts";
import { definePlainClass, PlainObject } from "./plain-object.ts";

export type ResultClass = "SaveResult" | "UpsertResult" | "DeleteResult" | "UndeleteResult" | "EmptyRecycleBinResult";

/** A result object; its values are those of the class's getters. JSON shows them as the platform does. */
class ResultObject extends PlainObject {
  override *apexJson(): Iterable<readonly [string, ApexValue]> {
    yield* this.values;
  }
}

export function errorList(errors: readonly DmlError[]): ApexList {
  return new ApexList(
    "List<Database.Error>",
    errors.map(({ statusCode, message, fields }) => new DatabaseError(statusCode, message, fields)),
  );
}

/** The result of one row. `success` is given where it does not follow from the errors (events). */
export function resultObject(kind: ResultClass, result: RowResult, success = result.errors.length === 0): PlainObject {
  return new ResultObject(`Database.${kind}`, {
    Id: result.id,
    Success: success,
    Errors: errorList(result.errors),
    ...(kind === "UpsertResult" ? { Created: success && result.created } : {}),
  });
}

export function resultList(kind: ResultClass, results: readonly RowResult[]): ApexList {
  return new ApexList(
    `List<Database.${kind}>`,
    results.map((result) => resultObject(kind, result)),
  );
}

export function mergeResult({ result, mergedIds, updatedRelatedIds }: MergeOutcome): PlainObject {
  const success = result.errors.length === 0;
  return new ResultObject("Database.MergeResult", {
    Id: result.id,
    Success: success,
    Errors: errorList(result.errors),
    MergedRecordIds: new ApexList("List<String>", success ? [...mergedIds] : []),
    UpdatedRelatedIds: new ApexList("List<String>", success ? [...updatedRelatedIds] : []),
  });
}

/** Results of operations that this org does not have exist only as texts of tests make them. */
const RESULT_CLASSES = [
  "Database.SaveResult",
  "Database.UpsertResult",
  "Database.DeleteResult",
  "Database.UndeleteResult",
  "Database.EmptyRecycleBinResult",
  "Database.MergeResult",
  "Database.LeadConvertResult",
  "Approval.LockResult",
  "Approval.ProcessResult",
  "Approval.UnlockResult",
];

for (const name of RESULT_CLASSES) {
  definePlainClass(name);
  registerJsonObject(name, (values) => new ResultObject(name, { Errors: errorList([]), ...Object.fromEntries(values) }));
}
