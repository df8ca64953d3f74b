import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../schema/schema.ts";
import { idOf, type Row } from "../store/store.ts";
import { compoundField, isCompound } from "./compound-field.ts";
import { formulaField } from "./computed-field.ts";
import { summaryField } from "./summary-field.ts";
import type { FieldPath } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";

export type ReadRow = (row: Row, run: QueryRun) => ApexValue;

/** Reads a field of the row itself: absent is null, and false for a checkbox; formulas and roll-ups are computed. */
export function ownField(field: FieldSchema, object: ObjectSchema, schema: Schema): ReadRow {
  const { formula } = field;
  if (formula !== null) return formulaField(object, field, formula, schema);
  if (isCompound(field)) return compoundField(object, field);
  if (field.isSummary) return summaryField(object, field, schema);
  return storedField(field);
}

/** As `ownField`, for a field that is no formula. */
export function storedField({ name, type }: FieldSchema): ReadRow {
  const empty = type === "boolean" ? false : null;
  return (row) => row.get(name) ?? empty;
}

/** Reads a field through a polymorphic relationship: `Type` is the object's name, `Name` its name field whatever that is called. */
export function nameField(field: FieldSchema): ReadRow {
  switch (field.name) {
    case "Type":
      return (row, run) => run.objectOf(idOf(row))?.name ?? null;
    case "Name":
      return (row, run) => row.get(nameFieldOf(run.objectOf(idOf(row)))) ?? null;
    default:
      return (row) => row.get(field.name) ?? null;
  }
}

/** Reads a field by its path; null as soon as a parent is missing. */
export function pathField({ steps, field, object }: FieldPath, schema: Schema): ReadRow {
  const read = steps.at(-1)?.polymorphic === true ? nameField(field) : ownField(field, object, schema);
  if (steps.length === 0) return read;
  return (row, run) => {
    let current: Row | undefined = row;
    for (const step of steps) {
      current = run.parent(step, current);
      if (current === undefined) return null;
    }
    return read(current, run);
  };
}

const nameFields = new WeakMap<ObjectSchema, string>();

/** `Name`, or what the object has instead (`CaseNumber`, `Subject`). */
function nameFieldOf(object: ObjectSchema | undefined): string {
  if (object === undefined) return "Name";
  let name = nameFields.get(object);
  if (name === undefined) {
    name = [...object.fields.values()].find((field) => field.isNameField)?.name ?? "Name";
    nameFields.set(object, name);
  }
  return name;
}
