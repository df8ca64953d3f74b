/** Custom fields from their metadata (Metadata API, CustomField). */
import { makeField } from "./make-field.ts";
import type { FieldDraft } from "./make-field.ts";
import { MetadataError } from "./metadata-files.ts";
import type { ObjectPart } from "./object-metadata.ts";
import type { FieldSchema, FieldType } from "./schema.ts";
import { readSummary } from "./summary.ts";
import { readValueSet } from "./value-sets.ts";
import type { GlobalValueSets } from "./value-sets.ts";
import { isTrue, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: "string",
  Checkbox: "boolean",
  Currency: "currency",
  Date: "date",
  DateTime: "datetime",
  Email: "email",
  EncryptedText: "encryptedstring",
  ExternalLookup: "reference",
  Hierarchy: "reference",
  Html: "textarea",
  IndirectLookup: "reference",
  Location: "location",
  LongTextArea: "textarea",
  Lookup: "reference",
  MasterDetail: "reference",
  MetadataRelationship: "reference",
  MultiselectPicklist: "multipicklist",
  Number: "double",
  Percent: "percent",
  Phone: "phone",
  Picklist: "picklist",
  Summary: "double",
  Text: "string",
  TextArea: "textarea",
  Time: "time",
  Url: "url",
};

/** Results of text formulas are at most this long. */
const FORMULA_TEXT_LENGTH = 1300;
const AUTO_NUMBER_LENGTH = 30;

/** A lookup of a project with the name its parent sees it under (`Logs` for `Logs__r`), or null. */
export interface CustomField {
  readonly field: FieldSchema;
  readonly childRelationshipName: string | null;
}

/** The fields that one metadata field makes: a location has two components besides itself. */
export function readCustomField(object: string, part: ObjectPart, globals: GlobalValueSets): readonly CustomField[] {
  const { element, name } = part;
  const metadataType = textOf(element, "type");
  const type = metadataType === null ? undefined : TYPES[metadataType];
  if (metadataType === null || type === undefined) {
    throw new MetadataError(
      part.file,
      element.line,
      `field ${object}.${name} has ${metadataType === null ? "no type" : `the unknown type ${metadataType}`}`,
    );
  }
  const valueSet = readValueSet(element, globals);
  const draft: FieldDraft = {
    name,
    type,
    custom: true,
    label: textOf(element, "label") ?? name.replace(/__c$/i, "").replaceAll("_", " "),
    inlineHelpText: textOf(element, "inlineHelpText"),
    unique: isTrue(element, "unique"),
    caseSensitive: isTrue(element, "caseSensitive"),
    externalId: isTrue(element, "externalId"),
    ...(valueSet !== null && {
      picklistValues: valueSet.values,
      restrictedPicklist: valueSet.restricted,
      ...(valueSet.controllingField !== null && { controllingField: valueSet.controllingField }),
    }),
    ...requiredness(element, type),
    ...sizes(element, metadataType, type),
    ...reference(element, metadataType, name),
    ...computed(element, metadataType),
    ...(metadataType === "Html" && { isHtml: true }),
  };
  const own = { field: makeField(draft), childRelationshipName: textOf(element, "relationshipName") };
  return type === "location" ? [own, ...locationParts(name, draft.label ?? name)] : [own];
}

function requiredness(element: XmlElement, type: FieldType): Partial<FieldSchema> {
  const isRequired = isTrue(element, "required") && type !== "boolean";
  const defaultValue = textOf(element, "defaultValue");
  return {
    required: isRequired,
    ...(isRequired && { nillable: false }),
    defaultValue: defaultValue ?? (type === "boolean" ? "false" : null),
  };
}

function sizes(element: XmlElement, metadataType: string, type: FieldType): Partial<FieldSchema> {
  const length = textOf(element, "length");
  const precision = textOf(element, "precision");
  const scale = textOf(element, "scale");
  return {
    ...(metadataType === "TextArea" ? { length: 255 } : length !== null && { length: Number(length) }),
    ...(precision !== null && { precision: Number(precision) }),
    ...(scale !== null && type !== "location" && { scale: Number(scale) }),
  };
}

function reference(element: XmlElement, metadataType: string, name: string): Partial<FieldSchema> {
  if (TYPES[metadataType] !== "reference") return {};
  const target = metadataType === "Hierarchy" ? "User" : (textOf(element, "referenceTo") ?? "");
  const relationship = { referenceTo: [target], relationshipName: name.replace(/__c$/i, "__r") };
  if (metadataType === "MasterDetail") {
    return {
      ...relationship,
      isMasterDetail: true,
      onParentDelete: "cascade",
      required: true,
      nillable: false,
      updateable: isTrue(element, "reparentableMasterDetail"),
    };
  }
  if (metadataType === "MetadataRelationship") {
    // Entities and fields are named, not identified.
    const isName = target === "EntityDefinition" || target === "FieldDefinition";
    return { ...relationship, onParentDelete: "none", ...(isName && { apexType: "String", length: 255 }) };
  }
  const constraint = textOf(element, "deleteConstraint") ?? (isTrue(element, "required") ? "Restrict" : "SetNull");
  return { ...relationship, onParentDelete: constraint === "Cascade" ? "cascade" : constraint === "Restrict" ? "restrict" : "clear" };
}

function computed(element: XmlElement, metadataType: string): Partial<FieldSchema> {
  const readOnly = { createable: false, updateable: false, required: false } as const;
  if (metadataType === "AutoNumber") {
    return {
      ...readOnly,
      isAutoNumber: true,
      autoNumberFormat: textOf(element, "displayFormat") ?? "{0}",
      length: AUTO_NUMBER_LENGTH,
      nillable: false,
    };
  }
  if (metadataType === "Summary") {
    const summary = readSummary(element);
    return { ...readOnly, isSummary: true, ...(summary !== null && { summary }), ...(summary?.operation === "count" && { scale: 0 }) };
  }
  const formula = textOf(element, "formula");
  if (formula === null) return {};
  return {
    ...readOnly,
    formula,
    defaultValue: null,
    formulaTreatsBlanksAs: textOf(element, "formulaTreatBlanksAs") === "BlankAsBlank" ? "blank" : "zero",
    isGroupable: false,
    ...(metadataType === "Text" && { length: FORMULA_TEXT_LENGTH }),
  };
}

/** `Place__c` is also read as `Place__Latitude__s` and `Place__Longitude__s`. */
function locationParts(name: string, label: string): CustomField[] {
  return ["Latitude", "Longitude"].map((part) => ({
    field: makeField({
      name: name.replace(/__c$/i, `__${part}__s`),
      type: "double",
      custom: true,
      label: `${label} (${part})`,
      precision: 18,
      scale: 15,
      compoundField: name,
    }),
    childRelationshipName: null,
  }));
}
