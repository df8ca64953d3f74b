/** Custom objects, custom settings, custom metadata types and platform events of the project. */
import { systemField } from "./assumed-field.ts";
import { lazyObject } from "./lazy-object.ts";
import { makeField } from "./make-field.ts";
import type { ObjectMetadata } from "./object-metadata.ts";
import { readOverlayField } from "./overlay-field.ts";
import type { SchemaBuild } from "./schema-build.ts";
import type { ChildRelationship, FieldSchema, ObjectSchema } from "./schema.ts";

type Kind = "custom" | "customSetting" | "customMetadata" | "platformEvent";

const AUDIT_FIELDS = ["Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp"];
const KIND_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  custom: AUDIT_FIELDS,
  customSetting: [...AUDIT_FIELDS, "SetupOwnerId reference(Organization,Profile,User) defaulted label[Location]"],
  customMetadata: [
    "Id",
    "DeveloperName string(40) system label[Custom Metadata Record Name]",
    "MasterLabel string(40) system label[Label]",
    "Label string(40) system",
    "Language picklist(40) system restricted values[en_US*]",
    "NamespacePrefix string(15) readonly",
    "QualifiedApiName string(70) system name",
    "SystemModstamp",
  ],
  platformEvent: ["CreatedDate", "CreatedById", "ReplayId", "EventUuid"],
};
const NAME_LENGTH = 80;
const SETTING_NAME_LENGTH = 38;
/** Standard lists that hang on every custom object: relationship, child, field. */
const COMMON_CHILDREN: readonly (readonly [string, string, string])[] = [
  ["Attachments", "Attachment", "ParentId"],
  ["Notes", "Note", "ParentId"],
  ["ContentDocumentLinks", "ContentDocumentLink", "LinkedEntityId"],
  ["TopicAssignments", "TopicAssignment", "EntityId"],
  ["ProcessInstances", "ProcessInstance", "TargetObjectId"],
];
const ACTIVITY_CHILDREN: readonly (readonly [string, string, string])[] = [
  ["Tasks", "Task", "WhatId"],
  ["Events", "Event", "WhatId"],
  ["OpenActivities", "OpenActivity", "WhatId"],
  ["ActivityHistories", "ActivityHistory", "WhatId"],
  ["Emails", "EmailMessage", "RelatedToId"],
];

export function customKind(metadata: ObjectMetadata, build: SchemaBuild): Kind {
  if (/__e$/i.test(metadata.name)) return "platformEvent";
  if (/__mdt$/i.test(metadata.name)) return "customMetadata";
  return build.setting(metadata.name.toLowerCase(), "customSettingsType") === null ? "custom" : "customSetting";
}

export function customObject(metadata: ObjectMetadata, keyPrefix: string, build: SchemaBuild): ObjectSchema {
  const lowerName = metadata.name.toLowerCase();
  const kind = customKind(metadata, build);
  const label = build.setting(lowerName, "label") ?? metadata.name.replace(/__\w+$/, "").replaceAll("_", " ");
  const isWritten = kind === "custom" || kind === "customSetting";
  const settingType = build.setting(lowerName, "customSettingsType");
  return lazyObject({
    name: metadata.name,
    label,
    labelPlural: build.setting(lowerName, "pluralLabel") ?? label,
    keyPrefix,
    kind,
    customSettingType: settingType === "List" || settingType === "Hierarchy" ? settingType : null,
    publishBehavior:
      kind !== "platformEvent"
        ? null
        : build.setting(lowerName, "publishBehavior") === "PublishAfterCommit"
          ? "PublishAfterCommit"
          : "PublishImmediately",
    sharingModel: kind === "custom" ? sharingModel(metadata, build) : null,
    isProtected: build.setting(lowerName, "visibility") === "Protected",
    createable: isWritten || kind === "platformEvent",
    updateable: isWritten,
    deletable: isWritten,
    undeletable: kind === "custom",
    queryable: kind !== "platformEvent",
    searchable: kind === "custom" && build.setting(lowerName, "enableSearch") !== "false",
    isSetupObject: false,
    recordTypes: build.recordTypes(lowerName),
    fieldSets: build.fieldSets(lowerName),
    refused: [...otherStores(metadata), ...build.refusals(lowerName)],
    namespace: build.namespace,
    fields: () => [...implicitFields(metadata, kind, build), ...build.customFields(lowerName).map(({ field }) => field)],
    children: () =>
      kind === "custom" ? [...commonChildren(metadata, build), ...build.customChildren(lowerName)] : build.customChildren(lowerName),
  });
}

/** Big objects, external objects and article types live in stores that this engine has not. */
function otherStores({ name, definition }: ObjectMetadata): ObjectSchema["refused"] {
  const suffix = /__(b|x|kav)$/i.exec(name)?.[1]?.toLowerCase();
  if (suffix === undefined || definition === null) return [];
  const what = suffix === "b" ? "a big object" : suffix === "x" ? "an external object" : "a knowledge article type";
  return [{ file: definition.file, line: definition.element.line, what }];
}

/** Detail objects take the sharing of their master. */
export function sharingModel(metadata: ObjectMetadata, build: SchemaBuild): string {
  const lowerName = metadata.name.toLowerCase();
  const isDetail = build.customFields(lowerName).some(({ field }) => field.isMasterDetail);
  return isDetail ? "ControlledByParent" : (build.setting(lowerName, "sharingModel") ?? "ReadWrite");
}

function implicitFields(metadata: ObjectMetadata, kind: Kind, build: SchemaBuild): FieldSchema[] {
  const lowerName = metadata.name.toLowerCase();
  const fields = KIND_FIELDS[kind].map((text) => systemField(text) ?? readOverlayField(text));
  const add = (name: string): void => {
    const field = systemField(name);
    if (field !== undefined) fields.push(field);
  };
  if (kind === "customSetting") {
    const isList = build.setting(lowerName, "customSettingsType") === "List";
    fields.push(makeField({ name: "Name", type: "string", length: SETTING_NAME_LENGTH, isNameField: true, required: isList }));
  }
  if (kind !== "custom") return fields;
  const { label, isAutoNumber, format } = build.nameField(lowerName);
  fields.push(
    makeField({
      name: "Name",
      type: "string",
      label,
      length: NAME_LENGTH,
      isNameField: true,
      ...(isAutoNumber && { isAutoNumber, autoNumberFormat: format ?? "{0}", createable: false, updateable: false, nillable: false }),
    }),
  );
  if (sharingModel(metadata, build) !== "ControlledByParent") add("OwnerId");
  if (build.setting(lowerName, "enableActivities") === "true") add("LastActivityDate");
  add("LastViewedDate");
  add("LastReferencedDate");
  if (metadata.recordTypes.length > 0) add("RecordTypeId");
  if (build.hasFeature("MultiCurrency")) add("CurrencyIsoCode");
  return fields;
}

function commonChildren(metadata: ObjectMetadata, build: SchemaBuild): ChildRelationship[] {
  const lowerName = metadata.name.toLowerCase();
  const standard = build.setting(lowerName, "enableActivities") === "true" ? [...COMMON_CHILDREN, ...ACTIVITY_CHILDREN] : COMMON_CHILDREN;
  const result: ChildRelationship[] = standard.map(([relationshipName, childObject, field]) => ({ relationshipName, childObject, field }));
  const base = metadata.name.replace(/__c$/i, "");
  if (hasShares(metadata, build)) result.push({ relationshipName: "Shares", childObject: `${base}__Share`, field: "ParentId" });
  if (hasHistory(metadata, build)) result.push({ relationshipName: "Histories", childObject: `${base}__History`, field: "ParentId" });
  return result;
}

/** Rows are shared one by one only where the default leaves something to share. */
export function hasShares(metadata: ObjectMetadata, build: SchemaBuild): boolean {
  return customKind(metadata, build) === "custom" && ["Private", "Read"].includes(sharingModel(metadata, build));
}

export function hasHistory(metadata: ObjectMetadata, build: SchemaBuild): boolean {
  return build.setting(metadata.name.toLowerCase(), "enableHistory") === "true";
}
