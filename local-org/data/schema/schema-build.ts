/** What all objects of one schema are made from. */
import type { Catalog } from "../../apex/catalog/catalog.ts";
import { assumedField } from "./assumed-field.ts";
import { readCustomField } from "./custom-field.ts";
import type { CustomField } from "./custom-field.ts";
import type { MetadataFiles } from "./metadata-files.ts";
import type { ObjectMetadata, ObjectPart } from "./object-metadata.ts";
import { readObjectMetadata } from "./object-metadata.ts";
import { readOverlayField } from "./overlay-field.ts";
import { readAutomationRefusals, validationRuleRefusals } from "./refusals.ts";
import type { ChildRelationship, FieldSchema, FieldSetSchema, ObjectSchema, PicklistValue } from "./schema.ts";
import { readGlobalValueSets, standardFieldValues } from "./value-sets.ts";
import type { GlobalValueSets } from "./value-sets.ts";
import { childOf, childrenOf, isTrue, textOf } from "./xml.ts";

/** What a task or an event may be related to besides custom objects that allow activities (Object Reference, Task.WhatId). */
const ACTIVITY_TARGETS =
  "Account Asset AssetRelationship Campaign Case Contract ContractLineItem Entitlement Opportunity Order Product2 Quote ServiceContract Solution WorkOrder WorkOrderLineItem".split(
    " ",
  );
/** What files, notes, feeds and topics may hang on besides custom objects. */
const ANY_TARGETS = (
  "Account Asset Campaign Case CollaborationGroup Contact ContentVersion ContentWorkspace Contract EmailMessage Event Lead LiveChatTranscript MessagingSession " +
  "Opportunity Order OrderItem Organization Product2 Quote Solution Task Topic User VoiceCall WorkOrder"
).split(" ");

export class SchemaBuild {
  readonly catalog: Catalog;
  readonly namespace: string | null;
  readonly metadata: ReadonlyMap<string, ObjectMetadata>;
  readonly standardValues: ReadonlyMap<string, readonly PicklistValue[]>;
  readonly #features: ReadonlySet<string>;
  readonly #globals: GlobalValueSets;
  readonly #automation: ReadonlyMap<string, ObjectSchema["refused"]>;
  readonly #customFields = new Map<string, readonly CustomField[]>();
  #references: ReadonlyMap<string, readonly ChildRelationship[]> | undefined;

  constructor(catalog: Catalog, files: MetadataFiles, namespace: string | null, features: readonly string[]) {
    this.catalog = catalog;
    this.namespace = namespace;
    this.metadata = readObjectMetadata(files);
    this.standardValues = standardFieldValues(files);
    this.#features = new Set(features.map((feature) => feature.replace(/:.*$/, "").toLowerCase()));
    this.#globals = readGlobalValueSets(files);
    this.#automation = readAutomationRefusals(files);
  }

  hasFeature(feature: string): boolean {
    return this.#features.has(feature.toLowerCase());
  }

  /** Custom objects of the project, in name order. */
  customObjects(): readonly ObjectMetadata[] {
    return [...this.metadata.values()]
      .filter(({ name, definition }) => definition !== null && /__(c|e|mdt|b|x|kav)$/i.test(name))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** Custom fields of an object by lower-case name; Task and Event have Activity's too. */
  customFields(object: string): readonly CustomField[] {
    let fields = this.#customFields.get(object);
    if (fields === undefined) {
      const parts = [...this.#fieldParts(object), ...(object === "task" || object === "event" ? this.#fieldParts("activity") : [])];
      fields = parts.flatMap((part) => readCustomField(object, part, this.#globals)).map((custom) => this.#typedSummary(custom));
      this.#customFields.set(object, fields);
    }
    return fields;
  }

  /** A roll-up has the type of what it sums up. */
  #typedSummary(custom: CustomField): CustomField {
    const { field } = custom;
    if (field.summary === undefined || field.summary.field === null) return custom;
    const { child, field: name } = field.summary;
    const lowerName = name.toLowerCase();
    const summed =
      this.customFields(child.toLowerCase()).find((other) => other.field.name.toLowerCase() === lowerName)?.field ??
      this.#standardField(child, lowerName);
    if (summed === undefined) return custom;
    const { type, apexType, precision, scale } = summed;
    return { ...custom, field: { ...field, type, apexType, precision, scale } };
  }

  #standardField(object: string, lowerName: string): FieldSchema | undefined {
    const overlaid = this.catalog.objectOverlay(object)?.fields.map(readOverlayField) ?? [];
    const found = overlaid.find(({ name }) => name.toLowerCase() === lowerName);
    const stub = this.catalog.object(object);
    const name = [...(stub?.fields.keys() ?? [])].find((known) => known.toLowerCase() === lowerName);
    return found ?? (stub === undefined || name === undefined ? undefined : assumedField(stub, name));
  }

  #fieldParts(object: string): readonly ObjectPart[] {
    return this.metadata.get(object)?.fields.filter(({ name }) => /__c$/i.test(name)) ?? [];
  }

  /** Relationships that the project's lookups give to the object with that lower-case name. */
  customChildren(target: string): readonly ChildRelationship[] {
    this.#references ??= this.#readReferences();
    return this.#references.get(target) ?? [];
  }

  #readReferences(): ReadonlyMap<string, readonly ChildRelationship[]> {
    const references = new Map<string, ChildRelationship[]>();
    for (const [lowerName, { name }] of this.metadata) {
      // A lookup on Activity is a field of tasks and of events; its parent sees the tasks.
      const childObjects = lowerName === "activity" ? ["Task", "Event"] : [name];
      for (const { field, childRelationshipName } of this.customFields(lowerName === "activity" ? "task" : lowerName)) {
        for (const target of field.referenceTo) {
          const known = references.get(target.toLowerCase()) ?? [];
          references.set(target.toLowerCase(), known);
          childObjects.forEach((childObject, index) => {
            const relationshipName = childRelationshipName === null || index > 0 ? null : `${childRelationshipName}__r`;
            known.push({ relationshipName, childObject, field: field.name });
          });
        }
      }
    }
    return references;
  }

  /** Puts objects in for `*` and `*activity`. */
  expandTargets(field: FieldSchema): FieldSchema {
    const [target] = field.referenceTo;
    if (target === "*") return { ...field, referenceTo: [...ANY_TARGETS, ...this.customObjects().map(({ name }) => name)] };
    if (target !== "*activity") return field;
    const custom = this.customObjects().filter(({ definition }) => definition !== null && isTrue(definition.element, "enableActivities"));
    return { ...field, referenceTo: [...ACTIVITY_TARGETS, ...custom.map(({ name }) => name)] };
  }

  refusals(object: string): ObjectSchema["refused"] {
    const metadata = this.metadata.get(object);
    return [...(metadata === undefined ? [] : validationRuleRefusals(metadata)), ...(this.#automation.get(object) ?? [])];
  }

  recordTypes(object: string): ObjectSchema["recordTypes"] {
    return (this.metadata.get(object)?.recordTypes ?? []).map(({ name, element }) => ({
      developerName: name,
      label: textOf(element, "label") ?? name,
      active: isTrue(element, "active"),
      isDefault: false,
    }));
  }

  fieldSets(object: string): readonly FieldSetSchema[] {
    return (this.metadata.get(object)?.fieldSets ?? []).map(({ name, element }) => ({
      name,
      label: textOf(element, "label") ?? name,
      description: textOf(element, "description") ?? "",
      fields: childrenOf(element, "displayedFields").map((field) => ({
        path: textOf(field, "field") ?? "",
        required: isTrue(field, "isRequired"),
      })),
    }));
  }

  /** What the object's own metadata file says under that name, or null. */
  setting(object: string, name: string): string | null {
    const definition = this.metadata.get(object)?.definition;
    return definition === null || definition === undefined ? null : textOf(definition.element, name);
  }

  /** Label, type and display format of a custom object's Name field. */
  nameField(object: string): { readonly label: string; readonly isAutoNumber: boolean; readonly format: string | null } {
    const definition = this.metadata.get(object)?.definition;
    const element = definition === null || definition === undefined ? undefined : childOf(definition.element, "nameField");
    return {
      label: (element && textOf(element, "label")) ?? "Name",
      isAutoNumber: element !== undefined && textOf(element, "type") === "AutoNumber",
      format: (element && textOf(element, "displayFormat")) ?? null,
    };
  }
}
