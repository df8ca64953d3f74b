/**
 * The schema of an org: objects and fields, standard and custom, as the compiler, the store, SOQL, DML and
 * Schema describe see them. Names keep the case of their declaration; look-ups ignore case.
 */

export const FIELD_TYPES = [
  "id",
  "string",
  "textarea",
  "boolean",
  "int",
  "long",
  "double",
  "currency",
  "percent",
  "date",
  "datetime",
  "time",
  "email",
  "phone",
  "url",
  "picklist",
  "multipicklist",
  "combobox",
  "reference",
  "base64",
  "encryptedstring",
  "address",
  "location",
  "anytype",
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

export interface SummarySchema {
  readonly operation: "count" | "sum" | "min" | "max";
  /** The detail object and its reference to this one. */
  readonly child: string;
  readonly foreignKey: string;
  /** The detail's field that is summed up; null for a count. */
  readonly field: string | null;
  /** All must hold; operations as in metadata (`equals`, `notEqual`, `lessThan` ...). */
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface FieldSchema {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Static Apex type name: "String", "Id", "Decimal", "Integer", "Boolean", "Date", "Datetime", "Time", "Blob", "Long", "Double", "Object". */
  readonly apexType: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  /** Must be given on insert (no default): universally required, or required by the platform. */
  readonly required: boolean;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly custom: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  /** Objects a reference may point to; several = polymorphic. */
  readonly referenceTo: readonly string[];
  /** `Account` for `AccountId`, `Aircall_Log__r` for `Aircall_Log__c`; null when not a reference or unnamed. */
  readonly relationshipName: string | null;
  /** What happens to this row when the row it points to is deleted. */
  readonly onParentDelete: "clear" | "restrict" | "cascade" | "none";
  readonly isMasterDetail: boolean;
  readonly isAutoNumber: boolean;
  readonly autoNumberFormat: string | null;
  /** Formula source, or null. A formula the engine cannot evaluate is refused when the object is touched. */
  readonly formula: string | null;
  /** Roll-up summaries are refused when touched, unless `summary` says how they are computed. */
  readonly isSummary: boolean;
  readonly summary?: SummarySchema;
  /** Default as written in metadata (formula text) or null. */
  readonly defaultValue: string | null;
  readonly isNameField: boolean;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  readonly inlineHelpText: string | null;
  /** `BillingAddress` for `BillingCity`, `Name` for `FirstName`; absent when the field is no part of a compound field. */
  readonly compoundField?: string;
  /** Rich text area. */
  readonly isHtml?: boolean;
  /** How a formula reads blank numbers; absent: as zero. */
  readonly formulaTreatsBlanksAs?: "zero" | "blank";
  /** Field that decides which values of a dependent picklist are valid. */
  readonly controllingField?: string;
}

export interface ChildRelationship {
  /** `Contacts`, `Aircall_Logs__r`; null: not traversable in SOQL. */
  readonly relationshipName: string | null;
  readonly childObject: string;
  readonly field: string;
}

export interface FieldSetSchema {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Field paths as written (`Name`, `Owner.Email`). */
  readonly fields: readonly { readonly path: string; readonly required: boolean }[];
}

export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Three characters. Custom objects get `a00`, `a01` ... in name order, settings and events likewise. */
  readonly keyPrefix: string | null;
  readonly kind: "standard" | "custom" | "customSetting" | "customMetadata" | "platformEvent" | "share" | "history" | "changeEvent";
  readonly customSettingType: "List" | "Hierarchy" | null;
  readonly publishBehavior: "PublishAfterCommit" | "PublishImmediately" | null;
  readonly sharingModel: string | null;
  readonly isProtected: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly isSetupObject: boolean;
  /** By lower-case API name. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  /** Parent relationships: lower-case relationship name -> the reference field. */
  readonly parents: ReadonlyMap<string, FieldSchema>;
  readonly children: readonly ChildRelationship[];
  readonly recordTypes: readonly {
    readonly developerName: string;
    readonly label: string;
    readonly active: boolean;
    readonly isDefault: boolean;
  }[];
  /** Absent: none. */
  readonly fieldSets?: readonly FieldSetSchema[];
  /** Rows can be brought back from the recycle bin; absent: as `deletable`. */
  readonly undeletable?: boolean;
  /** Metadata that changes behaviour and is neither supported nor harmless: reason by name; touching the object is refused. */
  readonly refused: readonly { readonly file: string; readonly line: number; readonly what: string }[];
}

export interface Schema {
  /** Case-insensitive; undefined when there is no such object. With a namespace set, with and without its prefix. */
  object(name: string): ObjectSchema | undefined;
  objects(): Iterable<ObjectSchema>;
  byKeyPrefix(prefix: string): ObjectSchema | undefined;
  /** Prefix of the project's own names in describe results, without underscores; absent or null: none. */
  readonly namespace?: string | null;
}
