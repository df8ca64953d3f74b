/** Objects, fields, picklists. */
import type { RecordTypeInfo } from "./record.ts";

export type DataType =
  | "Address"
  | "AnyType"
  | "Base64"
  | "Boolean"
  | "ComboBox"
  | "Currency"
  | "Date"
  | "DateTime"
  | "Double"
  | "Email"
  | "EncryptedString"
  | "Int"
  | "Location"
  | "Long"
  | "MultiPicklist"
  | "Percent"
  | "Phone"
  | "Picklist"
  | "Reference"
  | "String"
  | "TextArea"
  | "Time"
  | "Url";

export interface ReferenceToInfo {
  readonly apiName: string;
  readonly nameFields: readonly string[];
}

export interface FieldInfo {
  readonly apiName: string;
  readonly calculated: boolean;
  /** The field is made of parts (`Name` of a person, `MailingAddress`). */
  readonly compound: boolean;
  /** `FirstName`, `City` ...: the part that this field is; null: none. */
  readonly compoundComponentName: string | null;
  /** `Name`, `MailingAddress`: the compound field that this field is part of; null: none. */
  readonly compoundFieldName: string | null;
  readonly controllerName: string | null;
  readonly controllingFields: readonly string[];
  readonly createable: boolean;
  readonly custom: boolean;
  readonly dataType: DataType;
  readonly extraTypeInfo:
    "ExternalLookup" | "IndirectLookup" | "PersonName" | "PlainTextArea" | "RichTextArea" | "SwitchablePersonName" | null;
  readonly externalId: boolean;
  readonly filterable: boolean;
  readonly filteredLookupInfo: null;
  readonly highScaleNumber: boolean;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText: string | null;
  readonly label: string;
  readonly length: number;
  readonly maskType: null;
  readonly nameField: boolean;
  readonly polymorphicForeignKey: boolean;
  readonly precision: number;
  readonly reference: boolean;
  readonly referenceTargetField: string | null;
  readonly referenceToInfos: readonly ReferenceToInfo[];
  readonly relationshipName: string | null;
  readonly required: boolean;
  readonly scale: number;
  readonly searchPrefilterable: boolean;
  readonly sortable: boolean;
  readonly unique: boolean;
  readonly updateable: boolean;
}

export interface ChildRelationshipInfo {
  readonly childObjectApiName: string;
  readonly fieldName: string;
  readonly junctionIdListNames: readonly string[];
  readonly junctionReferenceTo: readonly string[];
  readonly relationshipName: string;
}

/** `iconUrl` ends in `/standard/<name>_120.png` or `/custom/<name>_120.png`, as on the platform: `standard:<name>` is its SLDS icon. */
export interface ThemeInfo {
  /** Six hexadecimal digits without `#`. */
  readonly color: string;
  readonly iconUrl: string;
}

/** `GET object-info/{Object}`; the list of objects (`GET object-info`) is `{objects: {<api name>: {apiName, label, ...}}}`. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly associateEntityType: null;
  readonly associateParentEntity: null;
  readonly childRelationships: readonly ChildRelationshipInfo[];
  readonly compactLayoutable: boolean;
  readonly createable: boolean;
  readonly custom: boolean;
  readonly defaultRecordTypeId: string;
  readonly deletable: boolean;
  readonly dependentFields: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly feedEnabled: boolean;
  /** By API name. */
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly keyPrefix: string | null;
  readonly label: string;
  readonly labelPlural: string;
  readonly layoutable: boolean;
  readonly mruEnabled: boolean;
  readonly nameFields: readonly string[];
  readonly queryable: boolean;
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly searchable: boolean;
  readonly searchLayoutable: boolean;
  readonly themeInfo: ThemeInfo;
  readonly updateable: boolean;
}

export interface PicklistValueRepresentation {
  readonly attributes: null;
  readonly label: string;
  /** Indexes of controlling values for which this value is valid. */
  readonly validFor: readonly number[];
  readonly value: string;
}

export interface PicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValueRepresentation | null;
  readonly eTag: string;
  readonly url: string;
  readonly values: readonly PicklistValueRepresentation[];
}

/** `GET object-info/{Object}/picklist-values/{recordTypeId}`. */
export interface PicklistValuesCollection {
  readonly eTag: string;
  readonly picklistFieldValues: Readonly<Record<string, PicklistValues>>;
}
