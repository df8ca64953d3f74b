/** Records, and how writes are refused. */

/** A field of a record. `displayValue` is null where the value itself is what people read (text, checkbox) and for no value. */
export interface FieldValue {
  readonly value: null | boolean | number | string | RecordRepresentation;
  readonly displayValue: string | null;
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly developerName: string | null;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** A record. A field that spans a relationship stands nested: `fields.Account.value.fields.Name`. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Null in record defaults. */
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  /** ISO 8601, UTC. */
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  /** Null for an object without record types. */
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

/** Body of POST (`apiName` and `fields`) and PATCH (`fields`) records; `allowSaveOnDuplicate` is accepted. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, null | boolean | number | string>>;
  readonly allowSaveOnDuplicate?: boolean;
}

/** `GET records/batch/{ids}`. */
export interface BatchRepresentation<T> {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: T | readonly UiApiError[] }[];
}

export interface UiApiFieldError {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string;
  readonly fieldLabel: string;
  readonly message: string;
}

export interface UiApiRecordError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: null;
  readonly fieldLabel: null;
  readonly message: string;
}

/** One item of an error answer (a list of one). `output` comes with refused writes. */
export interface UiApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly enhancedErrorType?: "RecordError";
  readonly output?: {
    readonly errors: readonly UiApiRecordError[];
    readonly fieldErrors: Readonly<Record<string, readonly UiApiFieldError[]>>;
  };
}
