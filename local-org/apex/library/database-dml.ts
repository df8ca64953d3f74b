/** Database.insert, update, upsert, delete, undelete, merge and emptyRecycleBin, in all their forms. */
import { deleteRecords, emptyRecycleBin, undeleteRecords } from "../../data/dml/delete-undelete.ts";
import type { RowResult } from "../../data/dml/dml-error.ts";
import { insertRecords, updateRecords, upsertRecords } from "../../data/dml/insert-update.ts";
import { mergeRecords } from "../../data/dml/merge.ts";
import type { DmlOptions } from "../../data/dml/operation.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";
import { requireArgument } from "../runtime/exceptions.ts";
import { ApexList, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { callerApiVersion } from "../runtime/bind-scope.ts";
import { AccessLevel } from "./access-level.ts";
import { recordOf, recordsIn } from "./dml-input.ts";
import { dmlSettings } from "./dml-options.ts";
import { mergeResult, resultList, resultObject, type ResultClass } from "./dml-result.ts";
import { FieldToken } from "./schema/tokens.ts";

/** From this API version on, what says nothing else runs in user mode. */
const USER_MODE_SINCE = 67;

/** Runs an operation on the first argument; `rest` are the arguments between it and the access level. */
type Operation = (records: readonly SObjectRecord[], settings: DmlOptions, rest: readonly ApexValue[]) => readonly RowResult[];

const OPERATIONS: Readonly<Record<string, { readonly result: ResultClass; readonly run: Operation }>> = {
  insert: { result: "SaveResult", run: (records, settings) => insertRecords(records, settings) },
  insertImmediate: { result: "SaveResult", run: (records, settings) => insertRecords(records, settings) },
  update: { result: "SaveResult", run: (records, settings) => updateRecords(records, settings) },
  updateImmediate: { result: "SaveResult", run: (records, settings) => updateRecords(records, settings) },
  upsert: { result: "UpsertResult", run: upsert },
  delete: { result: "DeleteResult", run: (records, settings) => deleteRecords(records, settings) },
  deleteImmediate: { result: "DeleteResult", run: (records, settings) => deleteRecords(records, settings) },
  undelete: { result: "UndeleteResult", run: (records, settings) => undeleteRecords(records, settings) },
  emptyRecycleBin: { result: "EmptyRecycleBinResult", run: (records) => emptyRecycleBin(records) },
};

function upsert(records: readonly SObjectRecord[], settings: DmlOptions, rest: readonly ApexValue[]): readonly RowResult[] {
  const [token] = rest;
  const isKey = token instanceof FieldToken && token.field.type !== "id";
  return upsertRecords(records, { ...settings, ...(isKey ? { externalId: token.field } : {}) });
}

/** One member per signature of the catalogue: it lists them with a record, a list or an id in front and the rest optional. */
function members(): Record<string, StaticMember> {
  const result: Record<string, StaticMember> = {};
  for (const method of loadCatalog().class("Database")?.methods ?? []) {
    const operation = OPERATIONS[method.name];
    if (operation === undefined || method.parameters.some((type) => type.startsWith("DataSource."))) continue;
    result[`${method.name}(${method.parameters.join(",")})`] = (...args: readonly ApexValue[]): ApexValue => perform(operation, args);
  }
  return result;
}

function perform({ result, run }: { readonly result: ResultClass; readonly run: Operation }, args: readonly ApexValue[]): ApexValue {
  const version = callerApiVersion();
  const [first = null, ...rest] = args;
  const records = recordsIn(requireArgument(first));
  const option = rest.find((argument) => typeof argument === "boolean" || isOptions(argument));
  const level = rest.find((argument) => argument instanceof AccessLevel);
  const isUserMode = level === undefined ? version >= USER_MODE_SINCE : level.mode === "USER_MODE";
  const settings = { ...dmlSettings(option ?? null), access: isUserMode ? "user" : "system" } as const;
  const results = run(records, settings, rest);
  if (first instanceof ApexList) return resultList(result, results);
  const [only] = results;
  return only === undefined ? null : resultObject(result, only);
}

function isOptions(value: ApexValue): boolean {
  return typeof value === "object" && value !== null && "apexType" in value && value.apexType === "Database.DMLOptions";
}

function merge(master: ApexValue, duplicates: ApexValue, allOrNone: ApexValue): ApexValue {
  const target = recordOf(requireArgument(master));
  const outcomes = mergeRecords(target, recordsIn(requireArgument(duplicates)), allOrNone !== false);
  if (duplicates instanceof ApexList) return new ApexList("List<Database.MergeResult>", outcomes.map(mergeResult));
  const [only] = outcomes;
  return only === undefined ? null : mergeResult(only);
}

function mergeMembers(): Record<string, StaticMember> {
  const result: Record<string, StaticMember> = {};
  for (const method of loadCatalog().class("Database")?.methods ?? []) {
    if (method.name !== "merge") continue;
    const hasOption = method.parameters[2] === "Boolean";
    result[`merge(${method.parameters.join(",")})`] = (master: ApexValue, duplicates: ApexValue, third: ApexValue): ApexValue =>
      merge(master, duplicates, hasOption ? third : true);
  }
  return result;
}

definePlatformClass("System.Database", { statics: { ...members(), ...mergeMembers() } });
