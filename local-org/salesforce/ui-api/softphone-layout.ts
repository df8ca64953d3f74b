/** `softphone-layout`: an administrator's setting; no metadata type can carry it. */
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { jsonBody } from "../route.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { userPermissionsOf } from "../setup-access.ts";
import { uiObject } from "./ui-object.ts";
import type { CallKind, ScreenPopSetting, ScreenPopSettings, SoftphoneLayout, SoftphoneLayoutPart } from "./wire.ts";

export const SOFTPHONE_LAYOUT: readonly Resource[] = [
  { method: "GET", path: "softphone-layout", parameters: [], answer: (request) => ({ status: 200, body: softphoneLayout(request) }) },
  { method: "PUT", path: "softphone-layout", parameters: [], answer: replace },
];

/** The layout's name among the values of Setup. */
const SETUP_NAME = "softphoneLayout";
const KINDS: readonly CallKind[] = ["Internal", "Inbound", "Outbound"];
const RELATED_FIELDS = ["ANI", "DNIS", "SEGMENT", "QUEUE"] as const;
const MATCHES = ["NoMatch", "SingleMatch", "MultipleMatches"] as const;
const POP_TYPES: Readonly<Record<(typeof MATCHES)[number], readonly ScreenPopSetting["screenPopType"][]>> = {
  NoMatch: ["DoNotPop", "PopToEntity", "PopToVisualforce"],
  SingleMatch: ["DoNotPop", "PopToEntity", "PopToVisualforce"],
  MultipleMatches: ["DoNotPop", "PopToSearch", "PopToVisualforce"],
};

const DEFAULT_OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Contact: ["Name", "Phone", "MobilePhone", "Title", "Email"],
  Lead: ["Name", "Company", "Phone", "Email"],
  Account: ["Name", "Phone", "Type"],
};
const DEFAULT_POPS: ScreenPopSettings = {
  screenPopsOpenWithin: "ExistingWindow",
  NoMatch: { screenPopType: "DoNotPop" },
  SingleMatch: { screenPopType: "PopToEntity" },
  MultipleMatches: { screenPopType: "PopToSearch" },
};

/**
 * What was set, else the default: people and companies by name and number, one match opens, several open the search. A layout that was
 * kept from an earlier start and names what the project no longer has counts for nothing.
 */
export function softphoneLayout({ org }: Pick<UiRequest, "org">): SoftphoneLayout {
  const kept = org.setup.get(SETUP_NAME);
  if (kept === undefined) return defaultLayout(org.schema);
  try {
    return readLayout(org.schema, kept);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    process.stderr.write(`The softphone layout is the default again: ${error.message}\n`);
    const layout = defaultLayout(org.schema);
    org.setup.set(SETUP_NAME, layout);
    return layout;
  }
}

function defaultLayout(schema: Schema): SoftphoneLayout {
  const objects = Object.fromEntries(
    Object.entries(DEFAULT_OBJECTS).flatMap(([name, fields]) => {
      const object = schema.object(name);
      return object === undefined ? [] : [[object.name, fields.map((field) => shownField(object, field))]];
    }),
  );
  const part = { callRelatedFields: ["ANI", "DNIS"] as const, objects };
  const quiet = { screenPopsOpenWithin: "ExistingWindow" } as const;
  return {
    Internal: { ...part, screenPopSettings: quiet },
    Inbound: { ...part, screenPopSettings: DEFAULT_POPS },
    Outbound: { ...part, screenPopSettings: quiet },
  };
}

/** Takes effect at once, for all users. Throws RestError: 403 for others than administrators, 400. */
function replace(request: UiRequest) {
  const { org, user } = request;
  if (!userPermissionsOf(org, user).includes("CustomizeApplication")) {
    throw new RestError(403, "INSUFFICIENT_ACCESS", "Only an administrator changes the softphone layout.");
  }
  const layout = readLayout(org.schema, jsonBody(request));
  org.setup.set(SETUP_NAME, layout);
  return { status: 200, body: layout };
}

function readLayout(schema: Schema, body: unknown): SoftphoneLayout {
  const layout = {
    Internal: readPart(schema, body, "Internal"),
    Inbound: readPart(schema, body, "Inbound"),
    Outbound: readPart(schema, body, "Outbound"),
  };
  refuseOthers(body, KINDS, "the softphone layout");
  return layout;
}

function readPart(schema: Schema, body: unknown, kind: CallKind): SoftphoneLayoutPart {
  const part = property(body, kind);
  refuseOthers(part, ["callRelatedFields", "objects", "screenPopSettings"], kind);
  const related = property(part, "callRelatedFields");
  const objects = property(part, "objects");
  if (!Array.isArray(related) || typeof objects !== "object" || objects === null)
    throw invalid(`${kind} needs callRelatedFields and objects.`);
  return {
    callRelatedFields: related.map((field) => oneOf(RELATED_FIELDS, field, `${kind}.callRelatedFields`)),
    objects: Object.fromEntries(Object.entries(objects).map(([name, fields]: [string, unknown]) => readObject(schema, name, fields))),
    screenPopSettings: readPops(schema, property(part, "screenPopSettings"), kind),
  };
}

function readObject(schema: Schema, name: string, fields: unknown): [string, SoftphoneLayoutPart["objects"][string]] {
  const object = uiObject(schema, name);
  if (!Array.isArray(fields)) throw invalid(`The fields of ${object.name} must be a list.`);
  return [object.name, fields.map((field: unknown) => shownField(object, String(property(field, "apiName"))))];
}

function readPops(schema: Schema, settings: unknown, kind: CallKind): SoftphoneLayoutPart["screenPopSettings"] {
  const screenPopsOpenWithin = oneOf(
    ["ExistingWindow", "NewWindow"] as const,
    property(settings, "screenPopsOpenWithin"),
    "screenPopsOpenWithin",
  );
  if (kind !== "Inbound") {
    refuseOthers(settings, ["screenPopsOpenWithin"], `${kind}.screenPopSettings (only inbound calls pop)`);
    return { screenPopsOpenWithin };
  }
  refuseOthers(settings, ["screenPopsOpenWithin", ...MATCHES], "Inbound.screenPopSettings");
  const [NoMatch, SingleMatch, MultipleMatches] = MATCHES.map((match) => readPop(schema, property(settings, match), match));
  if (NoMatch === undefined || SingleMatch === undefined || MultipleMatches === undefined)
    throw invalid("Inbound.screenPopSettings is incomplete.");
  return { screenPopsOpenWithin, NoMatch, SingleMatch, MultipleMatches };
}

function readPop(schema: Schema, setting: unknown, match: (typeof MATCHES)[number]): ScreenPopSetting {
  const screenPopType = oneOf(POP_TYPES[match], property(setting, "screenPopType"), `${match}.screenPopType`);
  const data = property(setting, "screenPopData");
  const needsData = screenPopType === "PopToVisualforce" || (match === "NoMatch" && screenPopType === "PopToEntity");
  if (!needsData) return { screenPopType };
  if (typeof data !== "string" || data === "") throw invalid(`${match} needs screenPopData with ${screenPopType}.`);
  return { screenPopType, screenPopData: screenPopType === "PopToEntity" ? uiObject(schema, data).name : data };
}

function shownField(object: ObjectSchema, name: string): { readonly displayName: string; readonly apiName: string } {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw invalid(`${object.name} has no field ${name}.`);
  return { displayName: field.label, apiName: field.name };
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalid(`${what} must be among ${choices.join(", ")}, not ${JSON.stringify(value)}.`);
  return found;
}

function refuseOthers(value: unknown, known: readonly string[], what: string): void {
  const other = typeof value === "object" && value !== null ? Object.keys(value).find((key) => !known.includes(key)) : undefined;
  if (other !== undefined) throw invalid(`The local org does not support "${other}" in ${what}.`);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function invalid(message: string): RestError {
  return new RestError(400, "INVALID_FIELD", message);
}
