import type { FieldSchema, FieldType, ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { isPerson, isUiObject, nameFieldsOf } from "./ui-object.ts";
import type { DataType, FieldInfo, ReferenceToInfo } from "./wire.ts";

const DATA_TYPES: Readonly<Record<FieldType, DataType>> = {
  id: "String",
  string: "String",
  textarea: "TextArea",
  boolean: "Boolean",
  int: "Int",
  long: "Long",
  double: "Double",
  currency: "Currency",
  percent: "Percent",
  date: "Date",
  datetime: "DateTime",
  time: "Time",
  email: "Email",
  phone: "Phone",
  url: "Url",
  picklist: "Picklist",
  multipicklist: "MultiPicklist",
  combobox: "ComboBox",
  reference: "Reference",
  base64: "Base64",
  encryptedstring: "EncryptedString",
  address: "Address",
  location: "Location",
  anytype: "AnyType",
};

export function dataTypeOf({ type }: FieldSchema): DataType {
  return DATA_TYPES[type];
}

/** A field as `object-info` describes it. */
export function fieldInfo(schema: Schema, object: ObjectSchema, field: FieldSchema): FieldInfo {
  const compound = isCompound(object, field);
  const isReference = field.type === "reference";
  return {
    apiName: field.name,
    calculated: field.formula !== null || field.isSummary || field.isAutoNumber,
    compound,
    compoundComponentName: componentName(field),
    compoundFieldName: field.compoundField ?? (compound ? field.name : null),
    controllerName: field.controllingField ?? null,
    controllingFields: field.controllingField === undefined ? [] : [field.controllingField],
    createable: field.createable,
    custom: field.custom,
    dataType: dataTypeOf(field),
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(object, field),
    filterable: field.isFilterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.isHtml === true,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.isNameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: isReference,
    referenceTargetField: null,
    referenceToInfos: isReference ? targetsOf(schema, field) : [],
    relationshipName: field.relationshipName,
    required: field.required || (!field.nillable && field.type !== "boolean" && field.createable),
    scale: field.scale,
    searchPrefilterable: isReference && !field.name.endsWith("OwnerId"),
    sortable: field.isSortable,
    unique: field.unique,
    updateable: field.updateable,
  };
}

function targetsOf(schema: Schema, field: FieldSchema): readonly ReferenceToInfo[] {
  return field.referenceTo.flatMap((name) => {
    const target = schema.object(name);
    return target === undefined || !isUiObject(target) ? [] : [{ apiName: target.name, nameFields: nameFieldsOf(target) }];
  });
}

function isCompound(object: ObjectSchema, field: FieldSchema): boolean {
  return field.type === "address" || field.type === "location" || (field.name === "Name" && isPerson(object));
}

/** `MailingCity` is the part `City` of `MailingAddress`. */
function componentName({ name, compoundField }: FieldSchema): string | null {
  if (compoundField === undefined) return null;
  const prefix = compoundField.replace(/Address$/, "");
  return compoundField !== "Name" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function extraTypeInfo(object: ObjectSchema, field: FieldSchema): FieldInfo["extraTypeInfo"] {
  if (field.type === "textarea") return field.isHtml === true ? "RichTextArea" : "PlainTextArea";
  if (field.name !== "Name") return null;
  if (isPerson(object)) return "PersonName";
  return object.name === "Account" && object.fields.has("lastname") ? "SwitchablePersonName" : null;
}
