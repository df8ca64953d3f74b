/** `record-ui/{ids}` and `record-defaults/create/{Object}`: everything that a form or a record page needs at once. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { newDefaults } from "../../data/dml/new-defaults.ts";
import { planOf } from "../../data/dml/object-plan.ts";
import { RestError } from "../rest-error.ts";
import { parameter } from "../route.ts";
import { etagOf } from "./etag.ts";
import { addQualified, fieldTree } from "./field-tree.ts";
import { layoutFields, layoutRepresentation } from "./layout-representation.ts";
import { LAYOUT_MODES, LAYOUT_TYPES } from "./layout-resource.ts";
import { objectInfo } from "./object-info.ts";
import { readRecords, requireId } from "./read-records.ts";
import { addLayoutFields, choices } from "./record-fields.ts";
import { fieldValue, newRepresentation } from "./record-representation.ts";
import { defaultRecordType, requestedRecordType } from "./record-types.ts";
import { choiceParameter, listParameter, type Resource, type UiRequest } from "./resource.ts";
import { objectOfId, uiObject } from "./ui-object.ts";
import type { FieldValue, Layout, ObjectInfo, RecordDefaults, RecordRepresentation, RecordUi } from "./wire.ts";

export const RECORD_UI: readonly Resource[] = [
  {
    method: "GET",
    path: "record-ui/{}",
    parameters: ["layoutTypes", "modes", "optionalFields", "formFactor"],
    answer: (request) => ({ status: 200, body: recordUi(request) }),
  },
  {
    method: "GET",
    path: "record-defaults/create/{}",
    parameters: ["recordTypeId", "optionalFields", "formFactor"],
    answer: (request) => ({ status: 200, body: recordDefaults(request) }),
  },
];

function recordUi(request: UiRequest): RecordUi {
  const { org, metadata, transaction } = request;
  choiceParameter(request, "formFactor", ["Large"], "Large");
  const types = choices(request, "layoutTypes", LAYOUT_TYPES);
  const modes = choices(request, "modes", LAYOUT_MODES);
  const layoutTypes = types.length === 0 ? (["Full"] as const) : types;
  const layoutModes = modes.length === 0 ? (["View"] as const) : modes;
  const layouts: Record<string, Record<string, Record<string, Record<string, Layout>>>> = {};
  const objectInfos: Record<string, ObjectInfo> = {};
  const records: Record<string, RecordRepresentation> = {};
  for (const text of (request.parts[0] ?? "").split(",")) {
    const id = requireId(text.trim());
    const object = objectOfId(org.schema, id);
    const tree = fieldTree(object);
    for (const layoutType of layoutTypes) addLayoutFields(request, tree, layoutType, layoutModes);
    addQualified(org.schema, tree, [], listParameter(request, "optionalFields"));
    const [record] = readRecords(transaction, tree, [id]);
    if (record === undefined) throw new RestError(404, "NOT_FOUND", "The requested resource does not exist");
    const { recordTypeId } = record.recordTypeInfo ?? defaultRecordType(org, object);
    records[id] = record;
    objectInfos[object.name] = objectInfo(org, metadata, object);
    const byType = ((layouts[object.name] ??= {})[recordTypeId] ??= {});
    for (const layoutType of layoutTypes) {
      byType[layoutType] = Object.fromEntries(
        layoutModes.map((mode) => [mode, layoutRepresentation({ layouts: metadata.layouts, object, layoutType, mode, recordTypeId })]),
      );
    }
  }
  return { eTag: etagOf(Object.values(records).map(({ eTag }) => eTag)), layoutUserStates: {}, layouts, objectInfos, records };
}

function recordDefaults(request: UiRequest): RecordDefaults {
  const { org, metadata, parts } = request;
  choiceParameter(request, "formFactor", ["Large"], "Large");
  const object = uiObject(org.schema, parts[0] ?? "");
  if (!object.createable) throw new RestError(400, "INVALID_TYPE", `Records of ${object.name} cannot be created.`);
  const { recordTypeId } = requestedRecordType(org, object, parameter(request, "recordTypeId"));
  const layout = layoutRepresentation({ layouts: metadata.layouts, object, layoutType: "Full", mode: "Create", recordTypeId });
  return {
    layout,
    objectInfos: { [object.name]: objectInfo(org, metadata, object) },
    record: newRepresentation(org, object, defaultValues(request, object, layout, recordTypeId), recordTypeId),
  };
}

/** The fields of the layout and optional ones, filled as the platform fills a new record. */
function defaultValues(
  request: UiRequest,
  object: ObjectSchema,
  layout: Layout,
  recordTypeId: string,
): Readonly<Record<string, FieldValue>> {
  const { transaction, org } = request;
  const tree = fieldTree(object);
  addQualified(org.schema, tree, layoutFields(layout), listParameter(request, "optionalFields"));
  const defaults = new Map(newDefaults(transaction, planOf(object), (field) => tree.fields.has(field)));
  if (object.recordTypes.length > 0) {
    tree.fields.add("RecordTypeId");
    defaults.set("RecordTypeId", recordTypeId);
  }
  const values: Record<string, FieldValue> = {};
  for (const name of tree.fields) {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) continue;
    const value = defaults.get(field.name) ?? (field.type === "boolean" ? false : defaultPicklistValue(field.picklistValues));
    values[field.name] = fieldValue(field, value);
  }
  return values;
}

function defaultPicklistValue(values: readonly { readonly value: string; readonly isDefault: boolean }[]): string | null {
  return values.find(({ isDefault }) => isDefault)?.value ?? null;
}
