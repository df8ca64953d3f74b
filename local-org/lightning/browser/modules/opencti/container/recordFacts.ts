/** What Open CTI tells of a record: its name, its object and, where there are person accounts, whose person it is. */
import { request } from "../../local/org/org.ts";
import { isRecord } from "../protocol/protocol.ts";

/** `accountId` or `contactId`, and `personAccount`, only in orgs with person accounts. */
export interface RecordFacts {
  readonly recordName: string;
  /** API name. */
  readonly objectType: string;
  readonly personAccount?: boolean;
  readonly accountId?: string;
  readonly contactId?: string;
}

const UI_API = "/services/data/v67.0/ui-api";
const PERSON_FIELDS = ["Account.IsPersonAccount", "Account.PersonContactId", "Contact.IsPersonAccount", "Contact.AccountId"].join(",");

/** Reads them. Rejects when the record cannot be read. */
export async function recordFacts(recordId: string): Promise<RecordFacts> {
  const query = `layoutTypes=Compact&modes=View&optionalFields=${PERSON_FIELDS}`;
  const ui = await request(`${UI_API}/record-ui/${encodeURIComponent(recordId)}?${query}`);
  const [record]: unknown[] = Object.values(isRecord(ui) && isRecord(ui["records"]) ? ui["records"] : {});
  const objectType = at(record, "apiName");
  if (typeof objectType !== "string") throw new Error(`There is no record ${recordId}.`);
  const nameFields = at(ui, "objectInfos", objectType, "nameFields");
  return { recordName: nameOf(record, nameFields), objectType, ...personOf(record, objectType) };
}

function nameOf(record: unknown, nameFields: unknown): string {
  const fields = Array.isArray(nameFields) ? nameFields.filter((field) => typeof field === "string") : [];
  return ["Name", ...fields].map((field) => textAt(record, field)).find((name) => name !== null) ?? "";
}

/** A person account is an account and a contact: told is the other one. */
function personOf(record: unknown, objectType: string): Pick<RecordFacts, "personAccount" | "accountId" | "contactId"> {
  const personAccount = at(record, "fields", "IsPersonAccount", "value");
  if (typeof personAccount !== "boolean") return {};
  const contactId = textAt(record, "PersonContactId");
  const accountId = textAt(record, "AccountId");
  if (!personAccount) return { personAccount };
  if (objectType === "Contact") return { personAccount, ...(accountId === null ? {} : { accountId }) };
  return { personAccount, ...(contactId === null ? {} : { contactId }) };
}

function textAt(record: unknown, field: string): string | null {
  const value = at(record, "fields", field, "value");
  return typeof value === "string" ? value : null;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), value);
}
