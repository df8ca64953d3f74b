/** `layout/{Object}`. */
import { parameter } from "../route.ts";
import { layoutRepresentation } from "./layout-representation.ts";
import { requestedRecordType } from "./record-types.ts";
import { choiceParameter, type Resource, type UiRequest } from "./resource.ts";
import { uiObject } from "./ui-object.ts";

export const LAYOUT_TYPES = ["Full", "Compact"] as const;
export const LAYOUT_MODES = ["View", "Edit", "Create"] as const;

export const LAYOUT: readonly Resource[] = [
  { method: "GET", path: "layout/{}", parameters: ["layoutType", "mode", "recordTypeId", "formFactor"], answer: readLayout },
];

function readLayout(request: UiRequest) {
  const { org, metadata, parts } = request;
  const object = uiObject(org.schema, parts[0] ?? "");
  // The local org shows the desktop only.
  choiceParameter(request, "formFactor", ["Large"], "Large");
  const body = layoutRepresentation({
    layouts: metadata.layouts,
    object,
    layoutType: choiceParameter(request, "layoutType", LAYOUT_TYPES, "Full"),
    mode: choiceParameter(request, "mode", LAYOUT_MODES, "View"),
    recordTypeId: requestedRecordType(org, object, parameter(request, "recordTypeId")).recordTypeId,
  });
  return { status: 200, body };
}
