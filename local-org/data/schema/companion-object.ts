/** Objects that the platform makes beside a custom object: `Log__Share`, `Log__History`, `Log__ChangeEvent`. */
import { hasHistory, hasShares } from "./custom-object.ts";
import { lazyObject } from "./lazy-object.ts";
import { makeField } from "./make-field.ts";
import type { ObjectMetadata } from "./object-metadata.ts";
import { readOverlayField } from "./overlay-field.ts";
import { systemField } from "./assumed-field.ts";
import type { SchemaBuild } from "./schema-build.ts";
import type { FieldSchema, ObjectSchema } from "./schema.ts";

/** Record ids of all custom shares and of all histories begin alike (Standard Field Record ID Prefix Decoder). */
export const SHARE_PREFIX = "02c";
export const HISTORY_PREFIX = "017";

/** Fields of the changed record that no change event carries. */
const NOT_IN_CHANGE_EVENTS = new Set(["id", "isdeleted", "systemmodstamp", "lastactivitydate", "lastvieweddate", "lastreferenceddate"]);

/** The companion of that lower-case name, or undefined when the project's objects have none such. */
export function companionObject(
  lowerName: string,
  build: SchemaBuild,
  object: (name: string) => ObjectSchema | undefined,
): ObjectSchema | undefined {
  const match = /^(\w+)__(share|history|changeevent)$/.exec(lowerName);
  const metadata = match?.[1] === undefined ? undefined : build.metadata.get(`${match[1]}__c`);
  if (metadata === undefined || metadata.definition === null) return undefined;
  if (match?.[2] === "share") return hasShares(metadata, build) ? shareObject(metadata, build) : undefined;
  if (match?.[2] === "history") return hasHistory(metadata, build) ? historyObject(metadata, build) : undefined;
  const changed = object(metadata.name);
  return changed?.kind === "custom" ? changeEventObject(changed, build) : undefined;
}

function shareObject(metadata: ObjectMetadata, build: SchemaBuild): ObjectSchema {
  const reasons = metadata.sharingReasons.map(({ name }) => `${name.replace(/__c$/i, "")}__c`);
  return companion(metadata.name, "Share", "share", SHARE_PREFIX, build, () => [
    readOverlayField(`ParentId reference(${metadata.name}) required createonly cascade`),
    readOverlayField("AccessLevel picklist(40) required restricted values[Read=Read Only|Edit=Read/Write|All=Owner]"),
    readOverlayField(
      `RowCause picklist(40) createonly restricted values[${["Owner", "Manual*", "Rule", "ImplicitParent", "Team", ...reasons].join("|")}]`,
    ),
    ...system("Id", "UserOrGroupId", "IsDeleted", "LastModifiedDate", "LastModifiedById"),
  ]);
}

function historyObject(metadata: ObjectMetadata, build: SchemaBuild): ObjectSchema {
  return companion(metadata.name, "History", "history", HISTORY_PREFIX, build, () => [
    readOverlayField(`ParentId reference(${metadata.name}) system cascade`),
    readOverlayField("Field picklist(255) system restricted"),
    readOverlayField("DataType picklist(40) readonly restricted"),
    readOverlayField("OldValue anytype readonly"),
    readOverlayField("NewValue anytype readonly"),
    ...system("Id", "IsDeleted", "CreatedDate", "CreatedById"),
  ]);
}

function changeEventObject(changed: ObjectSchema, build: SchemaBuild): ObjectSchema {
  return companion(changed.name, "ChangeEvent", "changeEvent", null, build, () => [
    ...system("Id", "ReplayId"),
    makeField({ name: "ChangeEventHeader", type: "anytype", apexType: "EventBus.ChangeEventHeader", createable: false, updateable: false }),
    ...[...changed.fields.entries()]
      .filter(([name, { formula }]) => !NOT_IN_CHANGE_EVENTS.has(name) && formula === null)
      .map(([, field]) => field),
  ]);
}

function system(...names: readonly string[]): FieldSchema[] {
  return names.flatMap((name) => systemField(name) ?? []);
}

function companion(
  object: string,
  suffix: string,
  kind: ObjectSchema["kind"],
  keyPrefix: string | null,
  build: SchemaBuild,
  fields: () => readonly FieldSchema[],
): ObjectSchema {
  const name = object.replace(/__c$/i, `__${suffix}`);
  const isShare = kind === "share";
  return lazyObject({
    name,
    label: `${suffix}: ${build.setting(object.toLowerCase(), "label") ?? object}`,
    labelPlural: `${suffix}: ${build.setting(object.toLowerCase(), "label") ?? object}`,
    keyPrefix,
    kind,
    customSettingType: null,
    publishBehavior: null,
    sharingModel: null,
    isProtected: false,
    createable: isShare,
    updateable: isShare,
    deletable: isShare,
    undeletable: false,
    queryable: kind !== "changeEvent",
    searchable: false,
    isSetupObject: false,
    recordTypes: [],
    refused: [],
    namespace: build.namespace,
    fields,
    children: () => [],
  });
}
