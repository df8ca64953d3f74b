/** A record in the hands of Apex. Field and relationship names are canonical (case of the schema). */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import { throwApex } from "./exceptions.ts";
import type { ApexList } from "./collections.ts";
import type { ApexValue } from "./values.ts";

/** An error set by `addError`. */
export interface RecordError {
  /** Canonical field name, or null for the whole record. */
  readonly field: string | null;
  readonly message: string;
  /** System.StatusCode by name. */
  readonly statusCode: string;
}

export class SObjectRecord {
  readonly schema: ObjectSchema;
  /** Set fields in the order they were set; a field set to null is there with null. */
  readonly values: Map<string, ApexValue>;
  /** Parent records by relationship name; null when the query found none. */
  readonly parents = new Map<string, SObjectRecord | null>();
  /** Child records by relationship name. */
  readonly children = new Map<string, ApexList>();
  /** Fields (and relationships) that the query asked for; null for records made in Apex: all fields may be read. */
  queried: ReadonlySet<string> | null = null;
  /** Gives formula and roll-up fields of records in triggers; null: such fields have no value of their own. */
  computed: ((field: FieldSchema) => ApexValue) | null = null;
  errors: RecordError[] = [];
  /** Set by triggers' old records and others that may not be changed. */
  readOnly = false;
  /** Made by `clone()`; `getCloneSourceId` gives `cloneSource`. */
  isClone = false;
  cloneSource: string | null = null;

  constructor(schema: ObjectSchema, values: Iterable<readonly [string, ApexValue]> = []) {
    this.schema = schema;
    this.values = new Map(values);
  }

  /** 18 characters or null. */
  get id(): string | null {
    const id = this.values.get("Id");
    return typeof id === "string" ? id : null;
  }

  /**
   * The field's value. A checkbox that was never set is false. Throws System.SObjectException when the record came from a
   * query without the field.
   */
  get(field: string): ApexValue {
    const value = this.values.get(field);
    if (value !== undefined) return value;
    if (this.queried !== null && !this.queried.has(field)) this.throwNotQueried(field);
    const schema = this.schema.fields.get(field.toLowerCase());
    if (schema !== undefined && this.computed !== null && (schema.formula !== null || schema.isSummary)) return this.computed(schema);
    return schema?.type === "boolean" ? false : null;
  }

  /** Sets a field. Throws System.FinalException when the record is read-only. */
  set(field: string, value: ApexValue): void {
    if (this.readOnly) throwApex("System.FinalException", "Record is read-only");
    this.values.set(field, value);
  }

  /** The parent record, null when there is none. */
  parent(relationship: string): SObjectRecord | null {
    const parent = this.parents.get(relationship);
    if (parent !== undefined) return parent;
    if (this.queried !== null && !this.queried.has(relationship)) {
      const reference = this.schema.parents.get(relationship.toLowerCase());
      const empty = reference !== undefined && this.values.get(reference.name) === null;
      if (!empty) this.throwNotQueried(relationship);
    }
    return null;
  }

  setParent(relationship: string, parent: SObjectRecord | null): void {
    if (this.readOnly) throwApex("System.FinalException", "Record is read-only");
    this.parents.set(relationship, parent);
  }

  throwNotQueried(field: string): never {
    const name = `${this.schema.name}.${field}`;
    throwApex("System.SObjectException", `SObject row was retrieved via SOQL without querying the requested field: ${name}`);
  }
}
