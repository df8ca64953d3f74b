/** `timeline/{recordId}`: the activities of a record, as the activity timeline shows them. */
import { ApexDate, ApexDatetime } from "../../apex/runtime/date-time.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { activityDetails, detailPaths, nameOfParent, textOfField } from "./activity-details.ts";
import { dayOf, displayDate, todayOf } from "./activity-date.ts";
import { quoted } from "./list-query.ts";
import { queryRows, requireId } from "./read-records.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { objectOfId } from "./ui-object.ts";
import type { Timeline, TimelineItem } from "./wire.ts";

export const TIMELINE: readonly Resource[] = [
  { method: "GET", path: "timeline/{}", parameters: [], answer: (request) => ({ status: 200, body: timeline(request) }) },
];

const MOST = 200;

/** An activity with what decides its place. */
interface Placed {
  readonly item: TimelineItem;
  /** Day (days since 1970) and instant (epoch milliseconds); no day: as far away as can be. */
  readonly day: number;
  readonly instant: number;
}

function timeline(request: UiRequest): Timeline {
  const { org, parts } = request;
  const id = requireId(parts[0] ?? "");
  const object = objectOfId(org.schema, id);
  const placed = [...tasks(request, object, id), ...events(request, object, id), ...emails(request, object, id)];
  const open = placed.filter(({ item }) => !item.isClosed).sort((left, right) => left.day - right.day || left.instant - right.instant);
  const closed = placed.filter(({ item }) => item.isClosed).sort((left, right) => right.day - left.day || right.instant - left.instant);
  return { upcoming: open.map(({ item }) => item), past: closed.map(({ item }) => item) };
}

/** Activities name a person, another record, and through them an account. */
function condition(object: ObjectSchema, id: string): string {
  const fields =
    object.name === "Contact" || object.name === "Lead" ? ["WhoId"] : object.name === "Account" ? ["WhatId", "AccountId"] : ["WhatId"];
  return `(${fields.map((field) => `${field} = ${quoted(id)}`).join(" OR ")})`;
}

function tasks(request: UiRequest, object: ObjectSchema, id: string): readonly Placed[] {
  const task = request.org.schema.object("Task");
  if (task === undefined) return [];
  const paths = detailPaths(request.org.schema, task, ["ActivityDate", "IsClosed", "TaskSubtype", "CompletedDateTime", "CreatedDate"]);
  const clauses = `WHERE ${condition(object, id)} ORDER BY CreatedDate DESC, Id DESC LIMIT ${MOST}`;
  const today = todayOf(request.org);
  return queryRows(request.transaction, `SELECT ${paths.join(", ")} FROM Task ${clauses}`).map((row) => {
    const due = row.get("ActivityDate");
    const isClosed = row.get("IsClosed") === true;
    const done = instantOf(row, isClosed ? "CompletedDateTime" : "CreatedDate") ?? instantOf(row, "CreatedDate") ?? 0;
    const day = due instanceof ApexDate ? due.days : isClosed ? dayOf(done) : null;
    const subtype = row.get("TaskSubtype");
    return {
      item: {
        ...common(request, task, row),
        objectApiName: "Task",
        kind: subtype === "Call" ? "call" : subtype === "Email" ? "email" : "task",
        date: due instanceof ApexDate ? due.toIso() : null,
        displayDate: day === null ? null : displayDate(day, today, null),
        isClosed,
        isOverdue: !isClosed && due instanceof ApexDate && due.days < today,
      },
      day: day ?? Number.MAX_SAFE_INTEGER,
      instant: done,
    };
  });
}

/** An event is past when it has ended. */
function events(request: UiRequest, object: ObjectSchema, id: string): readonly Placed[] {
  const event = request.org.schema.object("Event");
  if (event === undefined) return [];
  const paths = detailPaths(request.org.schema, event, ["StartDateTime", "EndDateTime", "IsAllDayEvent", "ActivityDate", "CreatedDate"]);
  const clauses = `WHERE ${condition(object, id)} ORDER BY CreatedDate DESC, Id DESC LIMIT ${MOST}`;
  const today = todayOf(request.org);
  return queryRows(request.transaction, `SELECT ${paths.join(", ")} FROM Event ${clauses}`).map((row) => {
    const start = instantOf(row, "StartDateTime") ?? instantOf(row, "CreatedDate") ?? 0;
    const activityDay = row.get("ActivityDate");
    const isAllDay = row.get("IsAllDayEvent") === true;
    const day = isAllDay && activityDay instanceof ApexDate ? activityDay.days : dayOf(start);
    const end = instantOf(row, "EndDateTime") ?? start;
    return {
      item: {
        ...common(request, event, row),
        objectApiName: "Event",
        kind: "event",
        date: new ApexDatetime(start).toIso(),
        displayDate: displayDate(day, today, isAllDay ? null : start),
        isClosed: isAllDay ? day < today : end < request.org.clock.now(),
        isOverdue: false,
      },
      day,
      instant: start,
    };
  });
}

/** E-mails that are records of their own. */
function emails(request: UiRequest, object: ObjectSchema, id: string): readonly Placed[] {
  const { org, transaction } = request;
  if (org.schema.object("EmailMessage") === undefined) return [];
  const fields = object.name === "Case" ? ["ParentId", "RelatedToId"] : ["RelatedToId"];
  const where = fields.map((field) => `${field} = ${quoted(id)}`).join(" OR ");
  const soql = `SELECT Id, Subject, TextBody, FromAddress, ToAddress, MessageDate, CreatedDate, CreatedBy.Id, CreatedBy.Name FROM EmailMessage WHERE ${where} LIMIT ${MOST}`;
  return queryRows(transaction, soql).map((row) => {
    const instant = instantOf(row, "MessageDate") ?? instantOf(row, "CreatedDate") ?? 0;
    const author = nameOfParent(org.schema, row, "CreatedBy");
    return {
      item: {
        id: row.id ?? "",
        objectApiName: "EmailMessage",
        kind: "email",
        subject: textOfField(row, "Subject") ?? "",
        date: new ApexDatetime(instant).toIso(),
        displayDate: displayDate(dayOf(instant), todayOf(org), instant),
        isClosed: true,
        isOverdue: false,
        owner: author,
        who: null,
        what: null,
        description: textOfField(row, "TextBody"),
        details: (["FromAddress", "ToAddress"] as const).flatMap((apiName) => {
          const value = textOfField(row, apiName);
          return value === null
            ? []
            : [{ apiName, label: apiName === "FromAddress" ? "From" : "To", dataType: "Email" as const, value, recordId: null }];
        }),
      },
      day: dayOf(instant),
      instant,
    };
  });
}

function common({ org }: UiRequest, object: ObjectSchema, row: SObjectRecord) {
  return {
    id: row.id ?? "",
    subject: textOfField(row, "Subject") ?? "",
    owner: nameOfParent(org.schema, row, "Owner"),
    who: nameOfParent(org.schema, row, "Who"),
    what: nameOfParent(org.schema, row, "What"),
    description: textOfField(row, "Description"),
    details: activityDetails(org.schema, object, row),
  };
}

function instantOf(row: SObjectRecord, field: string): number | null {
  const value = row.get(field);
  return value instanceof ApexDatetime ? value.millis : null;
}
