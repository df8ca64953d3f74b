/**
 * Puts saved records into an org that was deployed anew. What the deployment makes (permission sets, classes, pages ...) is
 * taken as it is now; people's records keep their ids unless those are taken or their object got another key prefix, and
 * everything that refers to a row follows it.
 */
import type { ApexValue } from "../../apex/runtime/values.ts";
import { idOf, type Row } from "../../data/store/store.ts";
import type { Org } from "../../transaction/org.ts";
import type { SavedOrg } from "./saved-org.ts";

/** Made by every deployment, but changed by people: the saved values win. */
const PEOPLES_OWN = new Set(["User", "Organization", "BusinessHours"]);
/** Jobs do not outlive the process that they wait in. */
const GONE_WITH_THE_PROCESS = new Set(["CronTrigger", "CronJobDetail", "AsyncApexJob"]);
const NAME_FIELDS = ["Username", "DeveloperName", "Name", "ApiName", "MasterLabel", "ParameterName"];
const NAME_PARTS = ["NamespacePrefix", "SobjectType", "TableEnumOrId"];

interface Placement {
  readonly object: string;
  readonly row: Row;
  readonly id: string;
  readonly isDeleted: boolean;
  readonly replaces: boolean;
}

/** Ids of all rows in the org: taken right after the deployment, those that the deployment made. */
export function idsOf(org: Org): Set<string> {
  return new Set([...org.store.tables()].flatMap((table) => [...table.rows()].map(idOf)));
}

/** Restores into an org in which nothing but its deployment has happened. Gives the names of objects that it no longer has. */
export function restoreOrg(org: Org, { deployed, clockOffset, setup, stored }: SavedOrg): string[] {
  const newIds = new Map<string, string>();
  const placements: Placement[] = [];
  const unknown: string[] = [];
  for (const [key, count] of stored.counters) raiseCounter(org, key, count);
  for (const [object, { rows, deleted }] of stored.objects) {
    if (org.schema.object(object) === undefined) unknown.push(object);
    else if (!GONE_WITH_THE_PROCESS.has(object))
      for (const [list, isDeleted] of [[rows, false] as const, [deleted, true] as const])
        for (const row of list) place(org, object, row, isDeleted, deployed, newIds, placements);
  }
  for (const { object, row, id, isDeleted, replaces } of placements) {
    const moved = moveReferences(org, object, row, id, newIds);
    if (replaces) {
      org.store.update(object, new Map([...(org.store.get(id) ?? []), ...moved]));
      continue;
    }
    org.store.insert(object, moved);
    if (isDeleted) org.store.delete(object, id);
  }
  for (const [name, value] of Object.entries(setup)) org.setup.set(name, value);
  org.clock.advance(clockOffset);
  return unknown;
}

function raiseCounter(org: Org, key: string, count: number): void {
  const counters = new Map(org.store.counters());
  counters.set(key, Math.max(count, counters.get(key) ?? 0));
  org.store.restoreCounters(counters);
}

function place(
  org: Org,
  object: string,
  row: Row,
  isDeleted: boolean,
  deployed: ReadonlySet<string>,
  newIds: Map<string, string>,
  placements: Placement[],
): void {
  const old = idOf(row);
  if (deployed.has(old)) {
    const now = isDeleted ? undefined : sameNamed(org, object, row);
    if (now === undefined) return;
    newIds.set(old, now);
    if (PEOPLES_OWN.has(object)) placements.push({ object, row, id: now, isDeleted, replaces: true });
    return;
  }
  const isFree = old.startsWith(org.schema.object(object)?.keyPrefix ?? "-") && org.store.get(old) === undefined;
  const id = isFree ? old : org.store.newId(object);
  if (!isFree) newIds.set(old, id);
  placements.push({ object, row, id, isDeleted, replaces: false });
}

/** The row of the new deployment with the same name; undefined when it makes none any more, or rows of this object have no names. */
function sameNamed(org: Org, object: string, row: Row): string | undefined {
  const name = NAME_FIELDS.find((field) => typeof row.get(field) === "string");
  if (name === undefined) return undefined;
  const same = org.store
    .table(object)
    .lookup(name, row.get(name) ?? null)
    .find((one) => NAME_PARTS.every((part) => (one.get(part) ?? null) === (row.get(part) ?? null)));
  return same === undefined ? undefined : idOf(same);
}

/** Text fields that hold ids follow too: packages keep ids of records in them. Fields that the object no longer has are left out. */
function moveReferences(org: Org, object: string, row: Row, id: string, newIds: ReadonlyMap<string, string>): Row {
  const { fields } = org.store.table(object).schema;
  const moved = new Map<string, ApexValue>();
  for (const [field, value] of row) {
    if (fields.has(field.toLowerCase())) moved.set(field, typeof value === "string" ? (newIds.get(value) ?? value) : value);
  }
  moved.set("Id", id);
  return moved;
}
