/** `softphone-search`: what Open CTI's `searchAndScreenPop` finds, and what pops by the rules of the softphone layout. */
import { searchRecords } from "../../transaction/search-context.ts";
import { prepareSearchText } from "../../data/sosl/run-search.ts";
import { ApexDatetime } from "../../apex/runtime/date-time.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { valueToJson } from "../rest-record.ts";
import { jsonBody } from "../route.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { softphoneLayout } from "./softphone-layout.ts";
import { findLiteral } from "./sosl-text.ts";
import { nameFieldOf, uiObject } from "./ui-object.ts";
import type { CallKind, ScreenPop, ScreenPopSetting, SoftphoneLayoutPart, SoftphoneSearchAnswer } from "./wire.ts";

export const SOFTPHONE_SEARCH: readonly Resource[] = [
  { method: "POST", path: "softphone-search", parameters: [], answer: (request) => ({ status: 200, body: search(request) }) },
];

type Match = SoftphoneSearchAnswer["matches"][string];

const KNOWN = ["searchParams", "queryParams", "params", "defaultFieldValues", "callType"];
/** Shorter terms find nothing: SOSL wants two characters. */
const SHORTEST_TERM = 2;

interface Asked {
  readonly term: string;
  readonly queryParams: string;
  readonly defaultFieldValues: Readonly<Record<string, unknown>>;
  readonly kind: CallKind;
}

function search(request: UiRequest): SoftphoneSearchAnswer {
  const asked = readBody(jsonBody(request));
  const part = softphoneLayout(request)[asked.kind];
  const matches = findMatches(request, asked.term, part);
  return { matches, screenPop: asked.kind === "Inbound" ? screenPop(asked, part, Object.keys(matches)) : null };
}

function findMatches({ org, transaction }: UiRequest, term: string, { objects }: SoftphoneLayoutPart): Record<string, Match> {
  const wanted = Object.entries(objects).filter(([, fields]) => fields.length > 0);
  if (term.length < SHORTEST_TERM || wanted.length === 0) return {};
  const returning = wanted.map(([name, fields]) => {
    const object = uiObject(org.schema, name);
    const columns = new Set(["Id", nameFieldOf(object).name, "LastModifiedDate", ...fields.map(({ apiName }) => apiName)]);
    return `${object.name}(${[...columns].join(", ")})`;
  });
  const prepared = prepareSearchText(`FIND ${findLiteral(term)} IN ALL FIELDS RETURNING ${returning.join(", ")}`, org.schema);
  const matches: Record<string, Match> = {};
  for (const { object, records } of searchRecords(prepared, [], transaction)) {
    for (const record of records) matches[record.id ?? ""] = matchOf(object, record);
  }
  return matches;
}

function matchOf(object: ObjectSchema, record: SObjectRecord): Match {
  const values = [...record.values].map(([field, value]): [string, Match[string]] => [field, plain(value)]);
  const name = plain(record.get(nameFieldOf(object).name));
  return { ...Object.fromEntries(values), Id: record.id ?? "", Name: name, RecordType: object.name };
}

function plain(value: ApexValue): Match[string] {
  const json = value instanceof ApexDatetime ? value.toIso() : valueToJson(value);
  return typeof json === "object" && json !== null ? JSON.stringify(json) : json;
}

/** Only inbound calls come here. */
function screenPop(asked: Asked, { screenPopSettings }: SoftphoneLayoutPart, ids: readonly string[]): ScreenPop | null {
  const [first] = ids;
  const setting =
    ids.length === 0 ? screenPopSettings.NoMatch : ids.length === 1 ? screenPopSettings.SingleMatch : screenPopSettings.MultipleMatches;
  return setting === undefined ? null : popOf(setting, asked, first ?? null);
}

function popOf({ screenPopType, screenPopData = "" }: ScreenPopSetting, asked: Asked, recordId: string | null): ScreenPop | null {
  switch (screenPopType) {
    case "DoNotPop":
      return null;
    case "PopToEntity":
      if (recordId !== null) return { type: "SOBJECT", params: { recordId } };
      return { type: "NEW_RECORD_MODAL", params: { entityName: screenPopData, defaultFieldValues: asked.defaultFieldValues } };
    case "PopToSearch":
      return { type: "SEARCH", params: { searchString: asked.term } };
    case "PopToVisualforce":
      return { type: "URL", params: { url: `/apex/${screenPopData}${asked.queryParams === "" ? "" : `?${asked.queryParams}`}` } };
  }
}

function readBody(body: unknown): Asked {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new RestError(400, "JSON_PARSER_ERROR", "The request body must be a JSON object.");
  }
  const other = Object.entries(body).find(([name]) => !KNOWN.includes(name));
  if (other !== undefined) throw new RestError(400, "INVALID_PARAM", `The local org does not support "${other[0]}" of searchAndScreenPop.`);
  const text = (name: string): string => {
    const value: unknown = Reflect.get(body, name) ?? "";
    if (typeof value !== "string") throw new RestError(400, "INVALID_PARAM", `${name} must be a text.`);
    return value.trim();
  };
  const defaults: unknown = Reflect.get(body, "defaultFieldValues") ?? {};
  if (typeof defaults !== "object" || defaults === null) throw new RestError(400, "INVALID_PARAM", "defaultFieldValues must be an object.");
  if (text("searchParams") === "" && text("queryParams") === "") {
    throw new RestError(400, "INVALID_PARAM", "Give searchParams or queryParams.");
  }
  return {
    term: text("searchParams"),
    queryParams: text("queryParams"),
    defaultFieldValues: { ...defaults },
    kind: kindOf(text("callType")),
  };
}

/** No call type means inbound. */
function kindOf(text: string): CallKind {
  const kind = (
    [
      ["", "Inbound"],
      ["inbound", "Inbound"],
      ["outbound", "Outbound"],
      ["internal", "Internal"],
    ] as const
  ).find(([name]) => name === text.toLowerCase())?.[1];
  if (kind === undefined) throw new RestError(400, "INVALID_PARAM", `callType must be inbound, outbound or internal, not ${text}.`);
  return kind;
}
