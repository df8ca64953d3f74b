/**
 * Objects whose records the platform derives from others or from its own workings, and that no DML fills. Sessions and
 * log-ins are not among them: nobody logs in to this org, so that it has none.
 */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import type { Table } from "../store/table.ts";

const DERIVED = new Set(
  (
    "activityhistory apexlog attachedcontentdocument attachedcontentnote combinedattachment contentfolderitem datastatistics " +
    "emailstatus entityparticle eventlogfile lookedupfromactivity name " +
    "noteandattachment openactivity ownedcontentdocument picklistvalueinfo processinstancehistory publisher recentlyviewed relationshipdomain " +
    "relationshipinfo setupaudittrail userrecordaccess usersearch"
  ).split(" "),
);

export function isDerived({ name, kind }: ObjectSchema): boolean {
  return kind === "history" || DERIVED.has(name.toLowerCase());
}

/** Refuses to answer "no rows" for an object that the platform fills and this org does not. */
export function requireRecords(table: Table): void {
  if (table.size > 0 || table.deletedRows().next().done !== true) return;
  unsupported(`records of ${table.schema.name}, which the platform derives`);
}
