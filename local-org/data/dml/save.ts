/** Insert and update of one chunk: before triggers, checks, the write, after triggers. */
import { ApexDatetime, SObjectRecord, type ApexValue } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import { localDay } from "../soql/calendar.ts";
import type { Row } from "../store/store.ts";
import { autoNumber } from "./auto-number.ts";
import { customValidation, dmlError, requiredFieldMissing, type DmlError } from "./dml-error.ts";
import type { ObjectPlan } from "./object-plan.ts";
import { truncates } from "./record-options.ts";
import { referenceError } from "./references.ts";
import type { SaveRow } from "./save-row.ts";
import { TriggerScope } from "./trigger-scope.ts";
import { runTriggers, triggersFor } from "./trigger-run.ts";
import { UniqueCheck } from "./unique.ts";
import { toText } from "../../apex/runtime/to-string.ts";

export interface SaveSettings {
  readonly allOrNone: boolean;
  /** DMLOptions.allowFieldTruncation. */
  readonly truncate: boolean;
}

/**
 * Saves the rows that have no error yet. Gives true when rows failed after triggers had run, so that a partial save has to
 * be tried again without them. With `allOrNone` nothing is written once a row has failed.
 */
export function saveRows(transaction: Transaction, plan: ObjectPlan, rows: readonly SaveRow[], settings: SaveSettings): boolean {
  const isInsert = rows[0]?.old === null;
  checkEarly(transaction, plan, rows, isInsert);
  let good = rows.filter(({ result }) => result.errors.length === 0);
  if (good.length === 0) return false;

  const before = triggersFor(transaction.org.program, plan.schema.name, isInsert ? "BEFORE_INSERT" : "BEFORE_UPDATE");
  if (before.length > 0) {
    const scope = new TriggerScope(
      plan.schema.name,
      isInsert ? "BEFORE_INSERT" : "BEFORE_UPDATE",
      good.map(({ record }) => record),
      isInsert ? null : oldRecords(plan, good),
    );
    failRows(good, runTriggers(transaction, before, scope));
    for (const { record, result } of good) {
      collectErrors(record, result.errors);
      record.readOnly = true;
    }
  }
  check(transaction, plan, good, settings);
  const passed = good.filter(({ result }) => result.errors.length === 0);
  const failed = passed.length < good.length;
  if (failed && before.length > 0) return true;
  if (passed.length === 0 || (failed && settings.allOrNone)) return false;
  good = passed;

  write(transaction, plan, good, isInsert);
  const after = triggersFor(transaction.org.program, plan.schema.name, isInsert ? "AFTER_INSERT" : "AFTER_UPDATE");
  if (after.length === 0) return false;
  const records = good.map(({ record }) => storedRecord(plan, record.values));
  const scope = new TriggerScope(
    plan.schema.name,
    isInsert ? "AFTER_INSERT" : "AFTER_UPDATE",
    records,
    isInsert ? null : oldRecords(plan, good),
  );
  failRows(good, runTriggers(transaction, after, scope));
  good.forEach(({ result }, at) => {
    const record = records[at];
    if (record !== undefined) collectErrors(record, result.errors);
  });
  return good.some(({ result }) => result.errors.length > 0);
}

/** A read-only record with all values of a row: `Trigger.new` after the save, `Trigger.old`. */
export function storedRecord(plan: ObjectPlan, row: Row): SObjectRecord {
  const record = new SObjectRecord(plan.schema, row);
  record.readOnly = true;
  return record;
}

function oldRecords(plan: ObjectPlan, rows: readonly SaveRow[]): SObjectRecord[] {
  return rows.map(({ old }) => storedRecord(plan, old ?? new Map()));
}

/** Every row of the chunk fails when a trigger does. */
export function failRows(rows: readonly { readonly result: { readonly errors: DmlError[] } }[], error: DmlError | null): void {
  if (error !== null) for (const { result } of rows) result.errors.push(error);
}

/** Moves what `addError` left on a record. */
export function collectErrors(record: SObjectRecord, errors: DmlError[]): void {
  if (record.errors.length === 0) return;
  for (const { field, message, statusCode } of record.errors) {
    const fields = field === null ? [] : [field];
    errors.push(statusCode === "" ? customValidation(message, fields) : dmlError(statusCode, message, fields));
  }
  record.errors = [];
}

/** What the platform checks before the before triggers: lookups and restricted picklists. */
function checkEarly(transaction: Transaction, plan: ObjectPlan, rows: readonly SaveRow[], isInsert: boolean): void {
  for (const { given, record, old, result } of rows) {
    if (result.errors.length > 0) continue;
    for (const name of given.values.keys()) {
      const field = plan.fields.get(name);
      if (field === undefined || !field.checkedEarly) continue;
      const value = record.values.get(name) ?? null;
      if (value === null || (!isInsert && value === old?.get(name))) continue;
      if (field.isReference) {
        if (typeof value !== "string" || value === "") continue;
        const error = referenceError(transaction.org.store, field.schema, value);
        if (error !== null) result.errors.push(error);
      } else record.values.set(name, field.normalize(value, result.errors, false));
    }
  }
}

/** What the platform checks after the before triggers; puts stored values in place of given ones. */
function check(transaction: Transaction, plan: ObjectPlan, rows: readonly SaveRow[], settings: SaveSettings): void {
  const unique = plan.unique.length === 0 ? null : new UniqueCheck(transaction.org.store.table(plan.schema.name), plan.unique);
  const { rules } = plan;
  for (const { given, record, old, result } of rows) {
    const { errors } = result;
    if (errors.length > 0) continue;
    const { values } = record;
    const truncate = settings.truncate || truncates(given);
    rules.beforeSave?.(values, { transaction, old }, errors);
    for (const [name, value] of values) {
      if (old !== null && value === (old.get(name) ?? null)) continue;
      const field = plan.fields.get(name);
      if (field === undefined) continue;
      const stored = field.normalize(value, errors, truncate);
      if (stored !== value) values.set(name, stored);
      if (field.isReference && typeof stored === "string") {
        const error = referenceError(transaction.org.store, field.schema, stored);
        if (error !== null) errors.push(error);
      }
    }
    const missing = plan.required.filter(({ name }) => (values.get(name) ?? null) === null);
    if (missing.length > 0) errors.push(requiredFieldMissing(missing.map(({ name }) => name)));
    if (errors.length === 0) unique?.check(values, old === null ? null : record.id, errors);
  }
}

function write(transaction: Transaction, plan: ObjectPlan, rows: readonly SaveRow[], isInsert: boolean): void {
  const { store, clock } = transaction.org;
  const { name: object } = plan.schema;
  const now = new ApexDatetime(Math.floor(clock.now() / 1000) * 1000);
  const stamps = stampsOf(plan, transaction.user.id, now, isInsert);
  for (const { record, result, old } of rows) {
    const { values } = record;
    if (isInsert) {
      const id = store.newId(object);
      values.set("Id", id);
      result.id = id;
      for (const field of plan.autoNumbers) {
        const counter = store.nextNumber(`auto ${object}.${field.name}`);
        values.set(field.name, autoNumber(field.autoNumberFormat, counter, localDay(now.millis, transaction.org.settings.timeZone)));
      }
      if (plan.nameFromId !== null && (values.get(plan.nameFromId) ?? null) === null) values.set(plan.nameFromId, id);
    }
    for (const [name, value] of stamps) values.set(name, value);
    if (isInsert) store.insert(object, values);
    else store.update(object, values);
    if (plan.rules.afterSave === undefined) continue;
    plan.rules.afterSave(values, { transaction, old });
    for (const [field, value] of store.get(toText(values.get("Id") ?? null)) ?? []) values.set(field, value);
  }
}

const stampNames = new WeakMap<ObjectPlan, { readonly created: readonly string[]; readonly modified: readonly string[] }>();

function stampsOf(plan: ObjectPlan, user: string, now: ApexDatetime, isInsert: boolean): readonly (readonly [string, ApexValue])[] {
  let names = stampNames.get(plan);
  if (names === undefined) {
    names = {
      created: ["IsDeleted", "CreatedDate", "CreatedById"].filter((name) => plan.has(name)),
      modified: ["LastModifiedDate", "LastModifiedById", "SystemModstamp"].filter((name) => plan.has(name)),
    };
    stampNames.set(plan, names);
  }
  const value = (name: string): ApexValue => (name === "IsDeleted" ? false : name.endsWith("ById") ? user : now);
  return [...(isInsert ? names.created : []), ...names.modified].map((name) => [name, value(name)] as const);
}
