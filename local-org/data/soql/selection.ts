/** What a query gives for each row: fields, parents, children. */
import { ApexList } from "../../apex/runtime/collections.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import { idOf, type Row } from "../store/store.ts";
import type { ParentStep } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";
import type { ReadRow } from "./read-field.ts";

/** Gives the children of one parent. */
export type ChildRows = (parent: Row) => SObjectRecord[];

export interface FieldColumn {
  readonly name: string;
  readonly read: ReadRow;
  /** False for Id and foreign keys that every record carries although the query does not name them. */
  readonly named: boolean;
}

export interface ParentColumn {
  readonly step: ParentStep;
  /** The plan for a parent of that object; null: the parent is not shown. */
  readonly planFor: (object: ObjectSchema) => RecordPlan | null;
}

export interface ChildColumn {
  readonly relationship: string;
  readonly object: ObjectSchema;
  readonly plan: RecordPlan;
  readonly start: (run: QueryRun) => ChildRows;
}

/** How a row becomes a record. */
export interface RecordPlan {
  readonly object: ObjectSchema;
  readonly fields: readonly FieldColumn[];
  readonly parents: readonly ParentColumn[];
  readonly children: readonly ChildColumn[];
  /** Fields and relationships that may be read from the record. */
  readonly queried: ReadonlySet<string>;
  /** Names in the order of the SELECT list: fields, parent and child relationships. For the REST API. */
  readonly columns: readonly string[];
}

/** Gives the function that makes records of rows, for one execution of the query. */
export function recordBuilder(plan: RecordPlan, run: QueryRun): (row: Row) => SObjectRecord {
  const children = plan.children.map((child) => ({
    relationship: child.relationship,
    type: `List<${child.object.name}>`,
    rows: child.start(run),
  }));
  return (row) => {
    const record = buildRecord(plan, row, run);
    for (const { relationship, type, rows } of children) record.children.set(relationship, new ApexList(type, rows(row)));
    return record;
  };
}

function buildRecord(plan: RecordPlan, row: Row, run: QueryRun): SObjectRecord {
  const record = new SObjectRecord(plan.object);
  for (const field of plan.fields) record.values.set(field.name, field.read(row, run));
  for (const { step, planFor } of plan.parents) {
    const parent = run.parent(step, row);
    const object = parent === undefined ? undefined : step.polymorphic ? run.objectOf(idOf(parent)) : step.object;
    const parentPlan = object === undefined ? null : planFor(object);
    record.parents.set(step.relationship, parent === undefined || parentPlan === null ? null : buildRecord(parentPlan, parent, run));
  }
  record.queried = plan.queried;
  return record;
}

/** The name of the field that holds a record's id, wherever it is read. */
export const ID_FIELD = "Id";
