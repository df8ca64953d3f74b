/** Governor limits of one transaction: counted and enforced with the platform's numbers. CPU time and heap are not measured. */
import { LimitExceeded } from "../apex/runtime/exceptions.ts";

export type LimitName =
  | "aggregateQueries"
  | "apexCursorRows"
  | "asyncCalls"
  | "callouts"
  | "dmlRows"
  | "dmlStatements"
  | "emailInvocations"
  | "fetchCallsOnApexCursor"
  | "futureCalls"
  | "mobilePushApexCalls"
  | "publishImmediateDml"
  | "queries"
  | "queryLocatorRows"
  | "queryRows"
  | "queueableJobs"
  | "soslQueries";

export type LimitMaxima = Readonly<Record<LimitName, number>>;

/** Limits of a synchronous transaction; scheduled Apex, platform event triggers and test methods use them too. */
export const SYNCHRONOUS_LIMITS: LimitMaxima = {
  aggregateQueries: 300,
  apexCursorRows: 50_000_000,
  asyncCalls: 200,
  callouts: 100,
  dmlRows: 10_000,
  dmlStatements: 150,
  emailInvocations: 10,
  fetchCallsOnApexCursor: 10,
  futureCalls: 50,
  mobilePushApexCalls: 10,
  publishImmediateDml: 150,
  queries: 100,
  queryLocatorRows: 10_000,
  queryRows: 50_000,
  queueableJobs: 50,
  soslQueries: 20,
};

/** Limits of a queueable. Future and batch jobs may call no future method on top of that (`NO_FUTURE_LIMITS`). */
export const ASYNCHRONOUS_LIMITS: LimitMaxima = { ...SYNCHRONOUS_LIMITS, queries: 200, queueableJobs: 1 };
export const NO_FUTURE_LIMITS: LimitMaxima = { ...ASYNCHRONOUS_LIMITS, futureCalls: 0 };

const WORDING: Readonly<Record<LimitName, string>> = {
  aggregateQueries: "Too many aggregate queries",
  apexCursorRows: "Too many Apex cursor rows",
  asyncCalls: "Too many async calls",
  callouts: "Too many callouts",
  dmlRows: "Too many DML rows",
  dmlStatements: "Too many DML statements",
  emailInvocations: "Too many Email Invocations",
  fetchCallsOnApexCursor: "Too many fetch calls on an Apex cursor",
  futureCalls: "Too many future calls",
  mobilePushApexCalls: "Too many mobile push apex calls",
  publishImmediateDml: "Too many Publish Immediate DML operations",
  queries: "Too many SOQL queries",
  queryLocatorRows: "Too many query locator rows",
  queryRows: "Too many query rows",
  queueableJobs: "Too many queueable jobs added to the queue",
  soslQueries: "Too many SOSL queries",
};

/** What a transaction, or the part of a test between startTest and stopTest, has used. */
export class LimitCounters {
  readonly maxima: LimitMaxima;
  readonly used: Record<LimitName, number>;

  constructor(maxima: LimitMaxima) {
    this.maxima = maxima;
    this.used = {
      aggregateQueries: 0,
      apexCursorRows: 0,
      asyncCalls: 0,
      callouts: 0,
      dmlRows: 0,
      dmlStatements: 0,
      emailInvocations: 0,
      fetchCallsOnApexCursor: 0,
      futureCalls: 0,
      mobilePushApexCalls: 0,
      publishImmediateDml: 0,
      queries: 0,
      queryLocatorRows: 0,
      queryRows: 0,
      queueableJobs: 0,
      soslQueries: 0,
    };
  }

  /** Counts `amount` more uses. Throws `LimitExceeded`, which Apex cannot catch, when the limit is passed. */
  count(name: LimitName, amount = 1): void {
    const used = (this.used[name] += amount);
    if (used > this.maxima[name]) throw new LimitExceeded(`${WORDING[name]}: ${used}`);
  }
}
