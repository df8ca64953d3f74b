/** One record on its way through an insert or update. */
import { SObjectRecord, type ApexValue } from "../../apex/runtime/values.ts";
import type { Row } from "../store/store.ts";
import { readOnlyFields, type RowResult } from "./dml-error.ts";
import { STAMPS, type ObjectPlan } from "./object-plan.ts";
import { sameValue } from "./stored-value.ts";

export interface SaveRow {
  /** What Apex gave; gets its Id after a successful insert and nothing else. */
  readonly given: SObjectRecord;
  /** The stored row; null on insert. */
  readonly old: Row | null;
  readonly result: RowResult;
  /** `Trigger.new` of the before triggers; its values become the stored row. */
  record: SObjectRecord;
}

const NONE: ReadonlySet<string> = new Set();

/** The record that before triggers see on insert: defaults, then what was given. `ignored`: read-only fields left out silently. */
export function newRecord(
  plan: ObjectPlan,
  given: SObjectRecord,
  defaults: readonly (readonly [string, ApexValue])[],
  errors: RowResult["errors"],
  ignored: ReadonlySet<string> = NONE,
): SObjectRecord {
  const record = new SObjectRecord(plan.schema, defaults);
  const { values } = record;
  const refused: string[] = [];
  for (const [name, value] of given.values) {
    const field = plan.fields.get(name);
    if (field === undefined || STAMPS.has(name) || !field.schema.createable) {
      // Values that came with a query or a clone are left out silently; what was set by hand is refused.
      if (name !== "Id" && !ignored.has(name) && !given.isClone && given.queried?.has(name) !== true && value !== null) refused.push(name);
      continue;
    }
    values.set(name, value);
  }
  if (refused.length > 0) errors.push(readOnlyFields(refused));
  return record;
}

/** The record that before triggers see on update: the stored row overlaid with what was given. */
export function changedRecord(plan: ObjectPlan, given: SObjectRecord, old: Row, errors: RowResult["errors"]): SObjectRecord {
  const record = new SObjectRecord(plan.schema, old);
  const { values } = record;
  const refused: string[] = [];
  for (const [name, value] of given.values) {
    if (name === "Id") continue;
    const field = plan.fields.get(name);
    if (field !== undefined && field.schema.updateable && !STAMPS.has(name)) {
      values.set(name, value);
      continue;
    }
    if (sameValue(value, old.get(name) ?? null)) continue;
    // A queried value that the platform has changed meanwhile is no attempt to write it.
    const settable = field?.schema.createable === true && !STAMPS.has(name);
    if (settable || given.queried?.has(name) !== true) refused.push(name);
  }
  if (refused.length > 0) errors.push(readOnlyFields(refused));
  return record;
}
