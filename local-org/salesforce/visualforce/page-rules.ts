/** The tags of Visualforce that the local org renders, with their attributes. */
export interface TagRule {
  /** `value`: a merge field or text; `flag`: `true` or `false`, written out or as a merge field; `plain`: text without merge fields. */
  readonly attributes: Readonly<Record<string, "value" | "flag" | "plain" | "ignored">>;
  readonly required: readonly string[];
  readonly hasContent: boolean;
}

const LIBRARY_TAG: TagRule = { attributes: { value: "value" }, required: ["value"], hasContent: false };
const EMPTY_TAG: TagRule = { attributes: {}, required: [], hasContent: false };

/** By name in lower case. `ignored` attributes change nothing that the local org shows. */
export const TAG_RULES: ReadonlyMap<string, TagRule> = new Map<string, TagRule>([
  [
    "apex:page",
    {
      attributes: {
        applybodytag: "flag",
        applyhtmltag: "flag",
        cache: "ignored",
        contenttype: "plain",
        controller: "plain",
        doctype: "plain",
        expires: "ignored",
        id: "ignored",
        label: "ignored",
        language: "plain",
        lightningstylesheets: "flag",
        showheader: "flag",
        showquickactionvfheader: "ignored",
        sidebar: "flag",
        standardstylesheets: "flag",
        title: "value",
      },
      required: [],
      hasContent: true,
    },
  ],
  ["apex:includescript", { ...LIBRARY_TAG, attributes: { value: "value", loadonready: "flag" } }],
  ["apex:stylesheet", LIBRARY_TAG],
  ["apex:slds", EMPTY_TAG],
  ["apex:includelightning", EMPTY_TAG],
  [
    "apex:outputtext",
    {
      attributes: { value: "value", escape: "flag", rendered: "flag", style: "value", styleclass: "value" },
      required: [],
      hasContent: true,
    },
  ],
  [
    "apex:outputpanel",
    { attributes: { layout: "plain", rendered: "flag", style: "value", styleclass: "value" }, required: ["layout"], hasContent: true },
  ],
]);

/** Values of `docType`, with what the page begins with. */
export const DOC_TYPES: ReadonlyMap<string, string> = new Map([
  ["html-5.0", "<!DOCTYPE html>"],
  ["html-4.01-transitional", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'],
  ["html-4.01-strict", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">'],
]);
export const DEFAULT_DOC_TYPE = "html-4.01-transitional";

/** Elements of HTML that have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
