/** Task and Event: who and what they may point to, and the fields that follow from others. */
import { ApexDate, ApexDatetime, type ApexValue } from "../../../apex/runtime/values.ts";
import type { Store } from "../../store/store.ts";
import { fieldIntegrity, requiredFieldMissing, type DmlError } from "../dml-error.ts";
import type { ObjectRules, Values } from "../object-rules.ts";

export const taskRules: ObjectRules = {
  derived: ["AccountId", "IsClosed", "IsHighPriority", "CompletedDateTime", "WhoCount", "WhatCount"],
  onNew(values) {
    if (!values.has("TaskSubtype")) values.set("TaskSubtype", "Task");
  },
  beforeSave(values, { transaction, old }, errors) {
    relate(transaction.org.store, values, errors);
    if ((values.get("TaskSubtype") ?? null) === null) values.set("TaskSubtype", "Task");
    const closed = values.get("Status") === "Completed";
    values.set("IsClosed", closed);
    values.set("IsHighPriority", values.get("Priority") === "High");
    if (closed !== (old?.get("IsClosed") === true)) {
      values.set("CompletedDateTime", closed ? new ApexDatetime(transaction.org.clock.now()) : null);
    }
  },
};

const MINUTE = 60_000;

export const eventRules: ObjectRules = {
  derived: ["AccountId", "WhoCount", "WhatCount"],
  beforeSave(values, { transaction, old }, errors) {
    relate(transaction.org.store, values, errors);
    if ((values.get("EventSubtype") ?? null) === null) values.set("EventSubtype", "Event");
    const changed = (field: string): boolean => (values.get(field) ?? null) !== null && values.get(field) !== old?.get(field);
    let start = values.get("StartDateTime") ?? null;
    if (!changed("StartDateTime") && changed("ActivityDateTime")) start = values.get("ActivityDateTime") ?? null;
    const allDay = values.get("IsAllDayEvent") === true;
    const day = values.get("ActivityDate") ?? null;
    if (!(start instanceof ApexDatetime) && allDay && day instanceof ApexDate) start = new ApexDatetime(day.days * 24 * 60 * MINUTE);
    if (!(start instanceof ApexDatetime)) {
      errors.push(requiredFieldMissing([allDay ? "ActivityDate" : "ActivityDateTime"]));
      return;
    }
    const minutes = values.get("DurationInMinutes") ?? null;
    let end = values.get("EndDateTime") ?? null;
    if (typeof minutes === "number" && (!changed("EndDateTime") || !(end instanceof ApexDatetime))) {
      end = new ApexDatetime(start.millis + minutes * MINUTE);
    }
    if (!(end instanceof ApexDatetime)) {
      if (!allDay) {
        errors.push(requiredFieldMissing(["DurationInMinutes"]));
        return;
      }
      end = start;
    }
    if (end.millis < start.millis) {
      errors.push(fieldIntegrity("End date must be after start date", ["EndDateTime"]));
      return;
    }
    values.set("StartDateTime", start);
    values.set("ActivityDateTime", allDay ? null : start);
    values.set("EndDateTime", end);
    values.set("DurationInMinutes", allDay ? 1440 : Math.round((end.millis - start.millis) / MINUTE));
    values.set("ActivityDate", new ApexDate(Math.floor(start.millis / (24 * 60 * MINUTE))));
  },
};

/** A lead excludes Related To; counts and the account follow. */
function relate(store: Store, values: Values, errors: DmlError[]): void {
  const who = idIn(values, "WhoId");
  const what = idIn(values, "WhatId");
  if (who !== null && what !== null && store.tableOf(who)?.schema.name === "Lead") {
    errors.push(fieldIntegrity("Related To ID: must be blank when Name ID is a lead", ["WhatId"]));
  }
  values.set("WhoCount", who === null ? 0 : 1);
  values.set("WhatCount", what === null ? 0 : 1);
  values.set("AccountId", accountOf(store, who, what));
}

function idIn(values: Values, field: string): string | null {
  const id = values.get(field) ?? null;
  return typeof id === "string" && id !== "" ? id : null;
}

/** Of an account, opportunity, contract or child of Account that it relates to; else of the contact. */
function accountOf(store: Store, who: string | null, what: string | null): ApexValue {
  const whatTable = what === null ? undefined : store.tableOf(what);
  if (what !== null && whatTable !== undefined) {
    const { schema } = whatTable;
    if (schema.name === "Account") return what;
    const custom = [...schema.fields.values()].find((field) => field.isMasterDetail && field.referenceTo.includes("Account"));
    const field = ["Opportunity", "Contract"].includes(schema.name) ? "AccountId" : custom?.name;
    if (field !== undefined) return whatTable.get(what)?.get(field) ?? null;
  }
  const contact = who !== null && store.tableOf(who)?.schema.name === "Contact" ? store.get(who) : undefined;
  return contact?.get("AccountId") ?? null;
}
