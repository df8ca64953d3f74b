/**
 * The shape of the committed catalogue files. They are compact, one entry per line, so that a new API version reads as
 * a diff, and an entry is only decoded when it is asked for.
 *
 * `generated/classes/<Namespace>.json`: an array of ClassEntry. `generated/objects.jsonl`: one ObjectEntry per line.
 */
export interface ClassEntry {
  /** Canonical name (`System.Http`, `String`, `Database.DMLOptions.EmailHeader`). */
  readonly name: string;
  /** Absent: class. */
  readonly kind?: "interface" | "enum";
  readonly abstract?: true;
  readonly typeParameters?: readonly string[];
  readonly super?: string;
  readonly interfaces?: readonly string[];
  /** `Integer size`, `static Boolean isInsert`. */
  readonly fields?: readonly string[];
  /** `(String,Integer)`. */
  readonly constructors?: readonly string[];
  /** `String getName()`, `static Id valueOf(String)`. */
  readonly methods?: readonly string[];
  /** Of an enum, separated by spaces. */
  readonly values?: string;
}

/** Lists of names are separated by spaces; a key that is an Apex type name lists the fields of that type. */
export interface ObjectEntry {
  readonly name: string;
  /** Has Id, IsDeleted, CreatedById, CreatedDate, LastModifiedById, LastModifiedDate and SystemModstamp with their two users. */
  readonly audited?: true;
  readonly fields: Readonly<Partial<Record<ObjectFieldType, string>>>;
  /** `Owner:User`: relationship and target of the field `OwnerId`. Several possible targets: `Name` or `SObject`. */
  readonly parents?: string;
  /** `Contacts:Contact`. */
  readonly children?: string;
}

/** Hand-written facts about a standard object in `overlay/objects/<Object>.json`. */
export interface ObjectOverlay {
  readonly object: string;
  /** Where the facts are documented. */
  readonly source: string;
  /** The stubs lack this object. */
  readonly isNew?: true;
  readonly label: string;
  readonly labelPlural: string;
  /** A set-up object: mixing its DML with that of other objects is refused. */
  readonly setup?: true;
  /** DML that Apex may do, of `create update delete`; absent: all. */
  readonly writes?: string;
  /** Written as `data/schema/overlay-field.ts` says; in place of what would be assumed from the stubs. */
  readonly fields: readonly string[];
  /** Fields and child relationships that exist only with a feature of the org; `*` stands for any characters. */
  readonly features?: Readonly<Record<string, string>>;
  /** Child relationships whose field is not the only candidate: `"Tasks": "Task.WhatId"`. */
  readonly children?: Readonly<Record<string, string>>;
}

export const OBJECT_FIELD_TYPES = [
  "Id",
  "String",
  "Boolean",
  "Integer",
  "Long",
  "Decimal",
  "Date",
  "Datetime",
  "Time",
  "Blob",
  "Object",
  "Address",
  "Location",
] as const;
export type ObjectFieldType = (typeof OBJECT_FIELD_TYPES)[number];

/**
 * Hand-written additions in `overlay/classes/<Namespace>.json`: members are added to the class of that name (or make a
 * new one), `remove` takes out generated ones by their text. One entry may name several classes, separated by spaces.
 */
export interface ClassOverlay extends ClassEntry {
  /** Where this is documented. */
  readonly source: string;
  readonly remove?: readonly string[];
}

/** What `audited` stands for. */
export const AUDIT_FIELDS: Readonly<Record<string, ObjectFieldType>> = {
  Id: "Id",
  IsDeleted: "Boolean",
  CreatedById: "Id",
  CreatedDate: "Datetime",
  LastModifiedById: "Id",
  LastModifiedDate: "Datetime",
  SystemModstamp: "Datetime",
};
export const AUDIT_PARENTS: Readonly<Record<string, string>> = { CreatedBy: "User", LastModifiedBy: "User" };
