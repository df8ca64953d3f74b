/** What a story left in an org, in a form that is equal for equal outcomes. */
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime, Decimal, type ApexValue } from "../../local-org/apex/runtime/values.ts";
import type { CommittedChange } from "../../local-org/data/store/store.ts";

/** Made anew each time, or saying only when something was stored. */
const STAMPS = new Set([
  "Id",
  "CreatedDate",
  "LastModifiedDate",
  "SystemModstamp",
  "LastViewedDate",
  "LastReferencedDate",
  "ContentModifiedDate",
  "VersionNumber",
]);
/** The engine's own bookkeeping of asynchronous work, and what is remembered of searches, which depends on what was searched for. */
const BOOKKEEPING = new Set(["AsyncApexJob", "CronTrigger", "CronJobDetail", "Aircall_Party__c"]);

/** Field values by `Aircall_Log__c 1 Outcome__c`; fields without a value are left out, ids of new records read as `#Task 1`. */
export type OrgState = ReadonlyMap<string, string>;

/** The state after these changes; deleted records and former versions of files are left out. */
export function orgState(changes: readonly CommittedChange[]): OrgState {
  const rows = changes.filter(({ object, row }) => row !== null && !BOOKKEEPING.has(object) && row.get("IsLatest") !== false);
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { object, id } of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const count = (counts.get(object) ?? 0) + 1;
    counts.set(object, count);
    labels.set(id, `${object} ${count}`);
  }
  const fields: [string, string][] = rows.flatMap(({ id, row }) =>
    [...(row ?? [])].flatMap(([name, value]): [string, string][] =>
      value === null || STAMPS.has(name) ? [] : [[`${labels.get(id) ?? ""} ${name}`, textOf(value, labels)]],
    ),
  );
  return new Map(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Lines for people; empty when both are equal. */
export function differences(expected: OrgState, actual: OrgState): string[] {
  const names = new Set([...expected.keys(), ...actual.keys()]);
  return [...names].flatMap((name) => {
    const wanted = expected.get(name) ?? "nothing";
    const found = actual.get(name) ?? "nothing";
    return wanted === found ? [] : [`${name}: ${found} instead of ${wanted}`];
  });
}

function textOf(value: ApexValue, labels: ReadonlyMap<string, string>): string {
  if (typeof value === "string") return textOfString(value, labels);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString();
  if (value instanceof ApexDatetime) return String(value.millis);
  if (value instanceof ApexDate) return String(value.days);
  if (value instanceof Decimal) return value.toString();
  if (value instanceof ApexDouble) return String(value.value);
  if (value instanceof ApexTime) return String(value.millis);
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "bigint") return String(value);
  throw new Error(`no record holds ${JSON.stringify(value)}`);
}

function textOfString(text: string, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(text);
  if (label !== undefined) return `#${label}`;
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(sorted(JSON.parse(text), labels));
  } catch {
    return text;
  }
}

/** The order of keys in stored JSON means nothing. */
function sorted(value: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return labels.has(value) ? `#${labels.get(value)}` : value;
  if (Array.isArray(value)) return value.map((item) => sorted(item, labels));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item, labels)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
