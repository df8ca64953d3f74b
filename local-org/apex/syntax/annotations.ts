/** The annotations of Apex: where they may stand and what they take. Source: Apex Developer Guide, "Annotations". */

export type AnnotationTarget =
  "classes" | "interfaces" | "enums" | "fields" | "properties" | "methods" | "constructors" | "parameters" | "locals";

/** `boolean`, `text`, or the words allowed. */
export type AnnotationValue = "boolean" | "text" | readonly string[];

export interface AnnotationRule {
  readonly targets: readonly AnnotationTarget[];
  /** By lower-case name. `""` is the value without a name. */
  readonly parameters: Readonly<Record<string, AnnotationValue>>;
}

const members = ["fields", "properties", "methods", "constructors"] as const;
const types = ["classes", "interfaces", "enums"] as const;
const variables = ["fields", "properties"] as const;
const jsonAccess = ["never", "sameNamespace", "samePackage", "always"];

/** By lower-case name. */
export const annotationRules: Readonly<Record<string, AnnotationRule>> = {
  auraenabled: {
    targets: ["methods", ...variables],
    parameters: { cacheable: "boolean", continuation: "boolean", scope: ["global"] },
  },
  deprecated: { targets: [...types, ...members], parameters: {} },
  future: { targets: ["methods"], parameters: { callout: "boolean" } },
  httpdelete: { targets: ["methods"], parameters: {} },
  httpget: { targets: ["methods"], parameters: {} },
  httppatch: { targets: ["methods"], parameters: {} },
  httppost: { targets: ["methods"], parameters: {} },
  httpput: { targets: ["methods"], parameters: {} },
  invocablemethod: {
    targets: ["methods"],
    parameters: {
      callout: "boolean",
      capabilitytype: "text",
      category: "text",
      configurationeditor: "text",
      description: "text",
      iconname: "text",
      label: "text",
    },
  },
  invocablevariable: {
    targets: variables,
    parameters: { defaultvalue: "text", description: "text", label: "text", placeholdertext: "text", required: "boolean" },
  },
  istest: {
    targets: ["classes", "methods"],
    parameters: { critical: "boolean", isparallel: "boolean", oninstall: "boolean", seealldata: "boolean", testfor: "text" },
  },
  jsonaccess: { targets: ["classes"], parameters: { serializable: jsonAccess, deserializable: jsonAccess } },
  namespaceaccessible: { targets: [...types, ...members], parameters: {} },
  readonly: { targets: ["methods"], parameters: { usereplica: ["preferred"] } },
  remoteaction: { targets: ["methods"], parameters: {} },
  restresource: { targets: ["classes"], parameters: { urlmapping: "text" } },
  suppresswarnings: { targets: [...types, ...members, "parameters", "locals"], parameters: { "": "text" } },
  testsetup: { targets: ["methods"], parameters: {} },
  testvisible: { targets: [...types, ...members, "locals"], parameters: {} },
};
