/** Scheduled Apex: CronTrigger rows, and jobs that enqueue their own next firing. */
import { schedulableContext } from "../apex/library/job-contexts.ts";
import { userTimeZone } from "../apex/runtime/environment.ts";
import { throwApex } from "../apex/runtime/exceptions.ts";
import { ApexDatetime, type ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import { executeBatch } from "./batch.ts";
import { callExecute } from "./call-execute.ts";
import { currentTransaction, currentTransactionOrNull, type RunningUser } from "./context.ts";
import { CronError, CronExpression } from "./cron-expression.ts";
import { reportFailure } from "./failure.ts";
import { apexClassId } from "./job-row.ts";
import { classNameOf } from "./job-target.ts";
import type { Org } from "./org.ts";
import { runTransaction } from "./run-transaction.ts";
import { snapshot } from "./snapshot.ts";
import { insertSystemRow, updateSystemRow } from "./system-row.ts";
import { toText } from "../apex/runtime/to-string.ts";

const MAXIMUM_SCHEDULED = 100;

/** `System.schedule`: gives the CronTrigger's id. */
export function schedule(name: string, cron: string, target: ApexValue): string {
  const { org } = currentTransaction();
  const expression = parseCron(cron);
  const zone = userTimeZone();
  const next = expression.next(org.clock.now(), zone);
  if (next === null) throwApex("System.AsyncException", `Based on configured schedule, the given trigger '${name}' will never fire.`);
  const kept = snapshot(target);
  return addTrigger({ name, cron, className: classNameOf(target), next, jobType: "7" }, kept, (job) =>
    runScheduled(org, job, expression, zone),
  );
}

function parseCron(cron: string): CronExpression {
  try {
    return new CronExpression(cron);
  } catch (error) {
    if (error instanceof CronError) throwApex("System.StringException", error.message);
    throw error;
  }
}

/** `System.scheduleBatch`: one firing after so many minutes. Gives the CronTrigger's id. */
export function scheduleBatch(target: ApexValue, name: string, minutes: number, scope: number): string {
  const { org } = currentTransaction();
  if (minutes < 1) throwApex("System.AsyncException", "Minutes from now must be greater than 0");
  const next = org.clock.now() + minutes * 60_000;
  const at = new Date(next);
  const cron = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} ? ${at.getUTCFullYear()}`;
  return addTrigger({ name, cron, className: classNameOf(target), next, jobType: "A" }, snapshot(target), (job) => {
    if (!inTest()) endTrigger(org, job);
    inTransaction(org, job, () => void executeBatch(job.target, scope));
  });
}

interface NewTrigger {
  readonly name: string;
  readonly cron: string;
  readonly className: string;
  readonly next: number;
  /** CronJobDetail.JobType: "7" scheduled Apex, "A" scheduled batch. */
  readonly jobType: string;
}

function addTrigger(trigger: NewTrigger, target: ApexValue, run: (job: AsyncJob) => void): string {
  const transaction = currentTransaction();
  const { org, user } = transaction;
  const { store } = org;
  if (store.table("CronJobDetail").lookup("Name", trigger.name).length > 0) {
    throwApex("System.AsyncException", `The Apex job named "${trigger.name}" is already scheduled for execution.`);
  }
  if (store.table("CronTrigger").size >= MAXIMUM_SCHEDULED) {
    throwApex("System.AsyncException", `You have exceeded the maximum number (${MAXIMUM_SCHEDULED}) of Apex scheduled jobs.`);
  }
  transaction.uncommittedWork = true;
  const detail = insertSystemRow(org, "CronJobDetail", user.id, { Name: trigger.name, JobType: trigger.jobType });
  const id = insertSystemRow(org, "CronTrigger", user.id, {
    CronJobDetailId: detail,
    CronExpression: trigger.cron,
    State: "WAITING",
    TimesTriggered: 0,
    StartTime: new ApexDatetime(org.clock.now()),
    NextFireTime: new ApexDatetime(trigger.next),
    TimeZoneSidKey: userTimeZone(),
  });
  insertSystemRow(org, "AsyncApexJob", user.id, {
    JobType: "ScheduledApex",
    ApexClassId: apexClassId(org, trigger.className),
    CronTriggerId: id,
    Status: "Queued",
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
  });
  transaction.jobs.push(triggerJob(id, trigger.className, user, trigger.next, target, run));
  return id;
}

function triggerJob(
  id: string,
  className: string,
  user: RunningUser,
  notBefore: number,
  target: ApexValue,
  run: (job: AsyncJob) => void,
): AsyncJob {
  return {
    id,
    kind: "scheduled",
    className,
    user,
    notBefore,
    depth: 1,
    maximumDepth: null,
    duplicateSignature: null,
    retries: 0,
    target,
    run,
  };
}

function runScheduled(org: Org, job: AsyncJob, expression: CronExpression, zone: string): void {
  const row = org.store.get(job.id);
  if (row === undefined) return;
  // In a test the job runs at stopTest although its time has not come: the schedule stays as it was.
  if (!inTest()) {
    const next = expression.next(Math.max(job.notBefore, org.clock.now()), zone);
    updateSystemRow(org, "CronTrigger", job.id, {
      TimesTriggered: Number(row.get("TimesTriggered") ?? 0) + 1,
      PreviousFireTime: new ApexDatetime(org.clock.now()),
      NextFireTime: next === null ? null : new ApexDatetime(next),
    });
    if (next === null) endTrigger(org, job);
    else org.queue.add({ ...job, notBefore: next });
  }
  inTransaction(org, job, () => {
    callExecute(snapshot(job.target), "System.SchedulableContext", schedulableContext(job.id));
  });
}

function inTest(): boolean {
  return (currentTransactionOrNull()?.test ?? null) !== null;
}

/** A scheduled job that will not fire again disappears from the list of scheduled jobs. */
function endTrigger(org: Org, job: AsyncJob): void {
  removeTrigger(org, job.id);
}

function inTransaction(org: Org, job: AsyncJob, body: () => void): void {
  const label = `scheduled ${job.className}`;
  try {
    runTransaction(org, { user: job.user, kind: "SCHEDULED", label, job }, body);
  } catch (error) {
    reportFailure(org, label, error);
  }
}

/** `System.abortJob`: of a scheduled job, a batch or a queueable that waits. */
export function abortJob(id: string): void {
  const transaction = currentTransaction();
  const { org } = transaction;
  const table = org.store.tableOf(id)?.schema.name;
  if (org.store.get(id) === undefined) throwApex("System.StringException", `Invalid id: ${id}`);
  // The job itself stays queued and finds out when it is due, so that a rollback brings it back.
  if (table === "CronTrigger") removeTrigger(org, id);
  else updateSystemRow(org, "AsyncApexJob", id, { Status: "Aborted", CompletedDate: new ApexDatetime(org.clock.now()) });
}

function removeTrigger(org: Org, id: string): void {
  const { store } = org;
  const detail = store.get(id)?.get("CronJobDetailId");
  store.purge("CronTrigger", id);
  if (typeof detail === "string") store.purge("CronJobDetail", detail);
  for (const row of store.table("AsyncApexJob").schema.fields.has("crontriggerid")
    ? store.table("AsyncApexJob").lookup("CronTriggerId", id)
    : []) {
    updateSystemRow(org, "AsyncApexJob", toText(row.get("Id") ?? null), { Status: "Completed" });
  }
}
