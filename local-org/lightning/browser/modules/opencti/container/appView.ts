/** What Open CTI tells of the page on screen: `getAppViewInfo` and the payload of `onNavigationChange`. */
import { request } from "../../local/org/org.ts";
import { currentRecord } from "../../shell/navigation/navigation.ts";
import { isRecord } from "../protocol/protocol.ts";

/** `url` alone off a record; `accountId` or `contactId` and `personAccount` only where there are person accounts. */
export type AppView = Readonly<Record<string, unknown>>;

const UI_API = "/services/data/v67.0/ui-api";

/** Reads name and object of the record on screen. Rejects when the record cannot be read. */
export async function appView(): Promise<AppView> {
  const url = location.pathname + location.search;
  const shown = currentRecord();
  if (shown === null) return { url };
  const { recordId } = shown;
  const ui = await request(`${UI_API}/record-ui/${recordId}?layoutTypes=Compact&modes=View`);
  const record = at(ui, "records", recordId);
  const objectType = at(record, "apiName");
  if (typeof objectType !== "string") return { url, recordId };
  const nameFields = at(ui, "objectInfos", objectType, "nameFields");
  return { url, recordId, recordName: nameOf(record, nameFields), objectType, ...personAccount(record) };
}

function nameOf(record: unknown, nameFields: unknown): string {
  const fields = Array.isArray(nameFields) ? nameFields.filter((field) => typeof field === "string") : [];
  const name = ["Name", ...fields].map((field) => at(record, "fields", field, "value")).find((value) => typeof value === "string");
  return typeof name === "string" ? name : "";
}

function personAccount(record: unknown): AppView {
  const isPerson = at(record, "fields", "IsPersonAccount", "value");
  if (typeof isPerson !== "boolean") return {};
  return { personAccount: isPerson, ...(isPerson ? { contactId: at(record, "fields", "PersonContactId", "value") } : {}) };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), value);
}
