/** Which fields a request for records wants: those it names, and those of layouts. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { addParentOf, addPath, addQualified, fieldTree, type FieldTree } from "./field-tree.ts";
import { layoutFields, layoutRepresentation } from "./layout-representation.ts";
import { LAYOUT_MODES, LAYOUT_TYPES } from "./layout-resource.ts";
import { MASTER_RECORD_TYPE } from "./record-types.ts";
import { listParameter, type UiRequest } from "./resource.ts";
import { nameFieldsOf } from "./ui-object.ts";
import type { LayoutMode, LayoutType } from "./wire.ts";

export const RECORD_PARAMETERS = ["fields", "optionalFields", "layoutTypes", "modes"];

/** Throws RestError (400) when the request names neither fields nor layouts, or fields that there are not. */
export function requestedFields(request: UiRequest, object: ObjectSchema): FieldTree {
  const fields = listParameter(request, "fields");
  const optionalFields = listParameter(request, "optionalFields");
  const types = choices(request, "layoutTypes", LAYOUT_TYPES);
  if (fields.length === 0 && optionalFields.length === 0 && types.length === 0) {
    throw new RestError(400, "MISSING_PARAMETER", "Give fields, optionalFields or layoutTypes.");
  }
  const tree = fieldTree(object);
  const modes = choices(request, "modes", LAYOUT_MODES);
  for (const type of types) addLayoutFields(request, tree, type, modes);
  addQualified(request.org.schema, tree, fields, optionalFields);
  return tree;
}

/** Adds what a layout shows: references with the records that they lead to. */
export function addLayoutFields({ org, metadata }: UiRequest, tree: FieldTree, layoutType: LayoutType, modes: readonly LayoutMode[]): void {
  const { object } = tree;
  for (const mode of modes.length === 0 ? (["View"] as const) : modes) {
    const layout = layoutRepresentation({ layouts: metadata.layouts, object, layoutType, mode, recordTypeId: MASTER_RECORD_TYPE });
    for (const name of layoutFields(layout)) {
      addPath(org.schema, tree, name);
      addParentOf(org.schema, tree, name);
    }
  }
  for (const name of nameFieldsOf(object)) tree.fields.add(name);
  if (object.recordTypes.length > 0) addPath(org.schema, tree, "RecordTypeId");
}

export function choices<T extends string>(request: UiRequest, name: string, known: readonly T[]): readonly T[] {
  return listParameter(request, name).map((text) => {
    const found = known.find((one) => one === text);
    if (found === undefined)
      throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be among ${known.join(", ")}, not '${text}'.`);
    return found;
  });
}
