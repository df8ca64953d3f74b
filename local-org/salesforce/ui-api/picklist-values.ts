/** `object-info/{Object}/picklist-values/{recordTypeId}[/{field}]`. Record types limit no values here: the metadata of theirs is not read. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { RestError } from "../rest-error.ts";
import { etagOf } from "./etag.ts";
import { requestedRecordType } from "./record-types.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { uiObject } from "./ui-object.ts";
import type { PicklistValueRepresentation, PicklistValues, PicklistValuesCollection } from "./wire.ts";

export const PICKLISTS: readonly Resource[] = [
  { method: "GET", path: "object-info/{}/picklist-values/{}", parameters: [], answer: (request) => ({ status: 200, body: all(request) }) },
  {
    method: "GET",
    path: "object-info/{}/picklist-values/{}/{}",
    parameters: [],
    answer: (request) => ({ status: 200, body: one(request) }),
  },
];

function all(request: UiRequest): PicklistValuesCollection {
  const { object, base } = place(request);
  const picklistFieldValues: Record<string, PicklistValues> = {};
  for (const field of object.fields.values()) {
    if (isPicklist(field)) picklistFieldValues[field.name] = picklistValues(field, `${base}/${field.name}`);
  }
  return { eTag: etagOf(picklistFieldValues), picklistFieldValues };
}

function one(request: UiRequest): PicklistValues {
  const { object, base } = place(request);
  const name = (request.parts[2] ?? "").replace(new RegExp(`^${object.name}\\.`, "i"), "");
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !isPicklist(field)) throw new RestError(400, "INVALID_FIELD", `${object.name}.${name} is no picklist.`);
  return picklistValues(field, `${base}/${field.name}`);
}

function place({ org, parts: [objectName = "", recordType = ""], base }: UiRequest): {
  readonly object: ObjectSchema;
  readonly base: string;
} {
  const object = uiObject(org.schema, objectName);
  const { recordTypeId } = requestedRecordType(org, object, recordType);
  return { object, base: `${base}/object-info/${object.name}/picklist-values/${recordTypeId}` };
}

function isPicklist({ type }: FieldSchema): boolean {
  return type === "picklist" || type === "multipicklist" || type === "combobox";
}

function picklistValues(field: FieldSchema, url: string): PicklistValues {
  if (field.controllingField !== undefined) unsupported(`values of the dependent picklist ${field.name}`);
  const values = field.picklistValues.filter(({ active }) => active);
  const shown = values.map(representation);
  const standard = values.find(({ isDefault }) => isDefault);
  return {
    controllerValues: {},
    defaultValue: standard === undefined ? null : representation(standard),
    eTag: etagOf([url, shown]),
    url,
    values: shown,
  };
}

function representation({ label, value }: { readonly label: string; readonly value: string }): PicklistValueRepresentation {
  return { attributes: null, label, validFor: [], value };
}
