/** Why a row was not saved, in the platform's status codes and words. */
import type { FieldSchema } from "../schema/schema.ts";

export interface DmlError {
  /** A `StatusCode` constant: REQUIRED_FIELD_MISSING. */
  readonly statusCode: string;
  readonly message: string;
  /** API names; empty when the error belongs to the whole record. */
  readonly fields: readonly string[];
}

/** What became of one row of a DML operation. */
export interface RowResult {
  /** Null for a row that was not inserted. */
  id: string | null;
  /** True when an upsert inserted the row. */
  created: boolean;
  readonly errors: DmlError[];
}

const error = (statusCode: string, message: string, fields: readonly string[] = []): DmlError => ({ statusCode, message, fields });

export const requiredFieldMissing = (fields: readonly string[]): DmlError =>
  error("REQUIRED_FIELD_MISSING", `Required fields are missing: [${fields.join(", ")}]`, fields);

export const stringTooLong = (field: FieldSchema, value: string): DmlError =>
  error("STRING_TOO_LONG", `${field.label}: data value too large: ${value} (max length=${field.length})`, [field.name]);

export const badPicklistValue = (field: FieldSchema, value: string): DmlError =>
  error("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", `${field.label}: bad value for restricted picklist field: ${value}`, [field.name]);

export const invalidEmail = (field: FieldSchema, value: string): DmlError =>
  error("INVALID_EMAIL_ADDRESS", `${field.label}: invalid email address: ${value}`, [field.name]);

export const numberOutOfRange = (field: FieldSchema, value: string): DmlError =>
  error("NUMBER_OUTSIDE_VALID_RANGE", `${field.label}: value outside of valid range on numeric field: ${value}`, [field.name]);

export const wrongType = (field: FieldSchema, value: string): DmlError =>
  error("INVALID_TYPE_ON_FIELD_IN_RECORD", `${field.label}: value not of required type: ${value}`, [field.name]);

/** Another record already has the value. `existing`: its id, or null when it is part of the same operation. */
export const duplicateValue = (field: FieldSchema, existing: string | null): DmlError =>
  error(
    "DUPLICATE_VALUE",
    existing === null
      ? "duplicate value found: <unknown> duplicates value on record with id: <unknown>"
      : `duplicate value found: ${field.name} duplicates value on record with id: ${existing.slice(0, 15)}`,
  );

export const readOnlyFields = (fields: readonly string[]): DmlError =>
  error(
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    `Unable to create/update fields: ${fields.join(", ")}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields,
  );

export const idOnInsert = (): DmlError => error("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", ["Id"]);

/** `operation` with its article: "an update". */
export const idMissing = (operation: string): DmlError => error("MISSING_ARGUMENT", `Id not specified in ${operation} call`);

export const entityIsDeleted = (): DmlError => error("ENTITY_IS_DELETED", "entity is deleted");

export const invalidCrossReference = (fields: readonly string[] = []): DmlError =>
  error("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields);

export const wrongReferenceType = (field: FieldSchema, id: string): DmlError =>
  error("FIELD_INTEGRITY_EXCEPTION", `${field.label}: id value of incorrect type: ${id}`, [field.name]);

export const fieldIntegrity = (message: string, fields: readonly string[]): DmlError => error("FIELD_INTEGRITY_EXCEPTION", message, fields);

/** `addError` of Apex. */
export const customValidation = (message: string, fields: readonly string[]): DmlError =>
  error("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, fields);

export const triggerFailed = (message: string): DmlError => error("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);

export const mixedDml = (object: string, original: string): DmlError =>
  error(
    "MIXED_DML_OPERATION",
    `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object}, original object: ${original}`,
  );

export { error as dmlError };
