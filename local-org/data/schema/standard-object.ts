/** Standard objects: the stubs' names and types, the overlay's facts, the project's additions. */
import type { CatalogObject } from "../../apex/catalog/catalog.ts";
import { assumedField, systemField } from "./assumed-field.ts";
import { lazyObject } from "./lazy-object.ts";
import { labelOf } from "./make-field.ts";
import { readOverlayField } from "./overlay-field.ts";
import type { SchemaBuild } from "./schema-build.ts";
import type { ChildRelationship, FieldSchema, ObjectSchema } from "./schema.ts";
import { readValueSet } from "./value-sets.ts";
import { textOf } from "./xml.ts";

/** Fields that exist only with an org feature, on every object but those named. */
const FEATURE_FIELDS: readonly { readonly name: string; readonly feature: string; readonly except: readonly string[] }[] = [
  { name: "CurrencyIsoCode", feature: "MultiCurrency", except: [] },
  { name: "Division", feature: "Divisions", except: ["User", "Organization"] },
  { name: "*StateCode", feature: "StateAndCountryPicklist", except: [] },
  { name: "*CountryCode", feature: "StateAndCountryPicklist", except: [] },
];
/** Record types make this field; without one it does not exist. */
const RECORD_TYPE_FIELD = "RecordTypeId";
const NEW_OBJECT_FIELDS = ["Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp"];
/** Defaults of a new org. */
const SHARING_MODELS: Readonly<Record<string, string>> = {
  Account: "ReadWrite",
  Campaign: "FullAccess",
  Case: "ReadWriteTransfer",
  Contact: "ControlledByParent",
  Lead: "ReadWriteTransfer",
  Opportunity: "ReadWrite",
  Task: "Private",
  Event: "Private",
};
/** Polymorphic relationships of children, in the order in which a child list is likely to go by them. */
const POLYMORPHIC_PARENTS = ["Parent", "What", "LinkedEntity", "RelatedTo", "Entity", "TargetObject", "Record", "Item", "Who"];
const NOT_QUERYABLE = new Set(["AggregateResult", "Name"]);

export function standardObject(name: string, keyPrefix: string | null, build: SchemaBuild): ObjectSchema {
  const lowerName = name.toLowerCase();
  const overlay = build.catalog.objectOverlay(name);
  const stub = (): CatalogObject | undefined => build.catalog.object(name);
  const kind = standardKind(name, stub);
  const writes = overlay?.writes?.split(" ") ?? (kind === "history" || kind === "changeEvent" ? [] : ["create", "update", "delete"]);
  const label = build.setting(lowerName, "label") ?? overlay?.label ?? labelOf(name);
  return lazyObject({
    name,
    label,
    labelPlural: build.setting(lowerName, "pluralLabel") ?? overlay?.labelPlural ?? `${label}s`,
    keyPrefix,
    kind,
    customSettingType: null,
    publishBehavior: kind === "platformEvent" ? "PublishImmediately" : null,
    sharingModel: build.setting(lowerName, "sharingModel") ?? SHARING_MODELS[name] ?? null,
    isProtected: false,
    createable: writes.includes("create"),
    updateable: writes.includes("update") && kind !== "platformEvent",
    deletable: writes.includes("delete") && kind !== "platformEvent",
    undeletable: writes.includes("delete") && overlay?.setup !== true,
    queryable: kind !== "platformEvent" && kind !== "changeEvent" && !NOT_QUERYABLE.has(name),
    searchable: kind === "standard" && overlay?.setup !== true,
    isSetupObject: overlay?.setup === true,
    recordTypes: build.recordTypes(lowerName),
    fieldSets: build.fieldSets(lowerName),
    refused: build.refusals(lowerName),
    namespace: build.namespace,
    fields: () => standardFields(name, stub(), build),
    children: () => [...standardChildren(name, stub(), build), ...build.customChildren(lowerName)],
  });
}

/** Only names that may tell a kind are looked into: an org has some 2,000 objects. */
function standardKind(name: string, stubOf: () => CatalogObject | undefined): ObjectSchema["kind"] {
  const stub = /(Event|Share|History)$/.test(name) ? stubOf() : undefined;
  if (stub === undefined) return "standard";
  if (stub.fields.has("ChangeEventHeader")) return "changeEvent";
  if (stub.fields.has("ReplayId") && stub.fields.has("EventUuid")) return "platformEvent";
  if (stub.fields.has("RowCause")) return "share";
  return stub.fields.has("OldValue") && stub.fields.has("Field") ? "history" : "standard";
}

function standardFields(name: string, stub: CatalogObject | undefined, build: SchemaBuild): FieldSchema[] {
  const lowerName = name.toLowerCase();
  const overlay = build.catalog.objectOverlay(name);
  const isAbsent = absentNames(name, overlay?.features ?? {}, build);
  const known = new Map((overlay?.fields ?? []).map((text) => [text.slice(0, text.indexOf(" ")), text]));
  const fields = new Map<string, FieldSchema>();
  for (const field of new Set([...(stub?.fields.keys() ?? []), ...(overlay?.isNew === true ? NEW_OBJECT_FIELDS : []), ...known.keys()])) {
    if (isAbsent(field)) continue;
    const text = known.get(field);
    if (text !== undefined) fields.set(field, build.expandTargets(readOverlayField(text)));
    else fields.set(field, stub === undefined ? (systemField(field) ?? neverField(field)) : assumedField(stub, field));
  }
  if (build.recordTypes(lowerName).length > 0)
    fields.set(RECORD_TYPE_FIELD, systemField(RECORD_TYPE_FIELD) ?? neverField(RECORD_TYPE_FIELD));
  applyProjectChanges(name, fields, build);
  for (const { field } of build.customFields(lowerName)) fields.set(field.name, field);
  return [...fields.values()];
}

function neverField(field: string): never {
  throw new Error(`${field} is no system field`);
}

/** Tells which fields and child relationships this org lacks because a feature is off. */
function absentNames(object: string, features: Readonly<Record<string, string>>, build: SchemaBuild): (field: string) => boolean {
  const names = Object.entries(features)
    .filter(([feature]) => !build.hasFeature(feature))
    .flatMap(([, list]) => list.split(" "));
  if (!build.hasFeature("RecordTypes")) names.push(RECORD_TYPE_FIELD);
  for (const { name, feature, except } of FEATURE_FIELDS) if (!except.includes(object) && !build.hasFeature(feature)) names.push(name);
  const pattern = new RegExp(`^(?:${names.map((name) => name.replace("*", ".*")).join("|")})$`);
  return (field) => pattern.test(field);
}

/** Picklist values, labels and help that the project gives to standard fields. */
function applyProjectChanges(object: string, fields: Map<string, FieldSchema>, build: SchemaBuild): void {
  for (const [name, field] of build.standardValues.size > 0 ? fields : []) {
    const values = build.standardValues.get(`${object}.${name}`.toLowerCase());
    if (values !== undefined) fields.set(name, { ...field, picklistValues: values });
  }
  for (const part of build.metadata.get(object.toLowerCase())?.fields ?? []) {
    const field = [...fields.values()].find(({ name }) => name.toLowerCase() === part.name.toLowerCase());
    if (field === undefined) continue;
    const valueSet = readValueSet(part.element, new Map());
    fields.set(field.name, {
      ...field,
      inlineHelpText: textOf(part.element, "inlineHelpText") ?? field.inlineHelpText,
      ...(valueSet !== null && valueSet.values.length > 0 && { picklistValues: valueSet.values }),
    });
  }
}

function standardChildren(name: string, stub: CatalogObject | undefined, build: SchemaBuild): ChildRelationship[] {
  const overlay = build.catalog.objectOverlay(name);
  const known = overlay?.children ?? {};
  const isAbsent = absentNames(name, overlay?.features ?? {}, build);
  const result: ChildRelationship[] = Object.entries(known).map(([relationshipName, path]) => {
    const [childObject = "", field = ""] = path.split(".");
    return { relationshipName, childObject, field };
  });
  for (const [relationshipName, childObject] of stub?.children ?? []) {
    if (relationshipName in known || isAbsent(relationshipName)) continue;
    result.push({
      relationshipName,
      childObject,
      get field() {
        return childField(name, childObject, build);
      },
    });
  }
  return result;
}

/** The field by which a standard child points to its parent: the lookup to it, or a polymorphic one. */
function childField(parent: string, child: string, build: SchemaBuild): string {
  const parents = [...(build.catalog.object(child)?.parents ?? [])];
  const exact = parents.filter(([, target]) => target === parent).map(([relationship]) => relationship);
  const polymorphic = parents.filter(([, target]) => target === "Name" || target === "SObject").map(([relationship]) => relationship);
  const likely = POLYMORPHIC_PARENTS.find((relationship) => polymorphic.includes(relationship));
  return `${exact.find((relationship) => relationship === parent) ?? exact[0] ?? likely ?? polymorphic[0] ?? parent}Id`;
}
