/** The transaction that runs now: user, limits, statics, trigger stack and everything else that ends with it. */
import type { ApexValue } from "../apex/runtime/values.ts";
import type { SObjectRecord } from "../apex/runtime/sobject.ts";
import type { AsyncJob } from "./async-job.ts";
import { LimitCounters, type LimitMaxima } from "./limits.ts";
import type { Org } from "./org.ts";
import type { Quiddity } from "./quiddity.ts";
import type { TestContext } from "./test-context.ts";
import type { TriggerContext } from "./trigger-context.ts";

/** The user on whose behalf Apex runs. */
export interface RunningUser {
  readonly id: string;
  readonly kind: "standard" | "automatedProcess" | "guest";
}

/** A platform event accepted by `EventBus.publish` (or DML) and not yet released to the bus. */
export interface PendingEvent {
  readonly record: SObjectRecord;
  readonly uuid: string;
  readonly callback: ApexValue;
}

export class Transaction {
  readonly org: Org;
  /** Name shown by `GET /local/limits` and in errors. */
  readonly label: string;
  /** Static state of every class, by slot; filled by the emitted code on first use. Asynchronous work in a test shares the test's. */
  readonly statics: unknown[];
  readonly quiddity: Quiddity;
  /** `Request.getCurrent().getRequestId()`. */
  readonly requestId: string;
  readonly parent: Transaction | null;
  /** Null outside tests; shared by a test method and the asynchronous work that it causes. */
  readonly test: TestContext | null;
  /** Changed by `System.runAs`. */
  user: RunningUser;
  /** Replaced between `Test.startTest` and `Test.stopTest`. */
  limits: LimitCounters;
  readonly triggers: TriggerContext[] = [];
  /** DML depth caused by triggers; the platform allows 16. */
  triggerDepth = 0;
  /** True after DML, publish or enqueue, until a rollback or `stopTest`: callouts are refused. */
  uncommittedWork = false;
  /** First set-up and first other object written, for mixed DML. Reset by `System.runAs`. */
  mixedDml: { setup: string | null; other: string | null } = { setup: null, other: null };
  /** Events of kind PublishAfterCommit. */
  readonly events: PendingEvent[] = [];
  /** Jobs enqueued; they enter the org's queue on commit. */
  readonly jobs: AsyncJob[] = [];
  /** Savepoints that were set and not released. Callouts are refused while there are any. */
  openSavepoints = 0;
  /** Time that callouts have taken so far. */
  calloutMillis = 0;
  /** The asynchronous job this transaction executes, if any. */
  readonly job: AsyncJob | null;
  /** `RestContext.request` and `.response`. */
  rest: { request: ApexValue; response: ApexValue } = { request: null, response: null };
  /** `Database.setSavepoint`, publish callbacks and others: values that live as long as the transaction, by owner's key. */
  readonly attachments = new Map<string, unknown>();

  constructor(options: {
    readonly org: Org;
    readonly label: string;
    readonly quiddity: Quiddity;
    readonly requestId: string;
    readonly user: RunningUser;
    readonly maxima: LimitMaxima;
    readonly parent: Transaction | null;
    readonly test: TestContext | null;
    readonly job: AsyncJob | null;
  }) {
    this.org = options.org;
    this.label = options.label;
    this.quiddity = options.quiddity;
    this.requestId = options.requestId;
    this.user = options.user;
    this.limits = new LimitCounters(options.maxima);
    this.parent = options.parent;
    this.statics = options.parent?.statics ?? [];
    this.test = options.test;
    this.job = options.job;
  }

  /** The trigger that runs now, or null. */
  get trigger(): TriggerContext | null {
    return this.triggers.at(-1) ?? null;
  }
}

let current: Transaction | null = null;
/** `$rt`-like object whose `statics` always is the current transaction's. */
let realm: { statics: unknown[] } | null = null;

/** The running transaction. Throws outside of one: Apex never runs without. */
export function currentTransaction(): Transaction {
  if (current === null) throw new Error("no transaction is running");
  return current;
}

export function currentTransactionOrNull(): Transaction | null {
  return current;
}

/** Makes `target.statics` follow the current transaction from now on. The emitter's runtime object registers here once. */
export function followStatics(target: { statics: unknown[] }): void {
  realm = target;
  target.statics = current?.statics ?? [];
}

/** Makes another transaction the current one; gives the one that was. Only for `runTransaction`. */
export function switchTransaction(next: Transaction | null): Transaction | null {
  const previous = current;
  current = next;
  if (realm !== null) realm.statics = next?.statics ?? [];
  return previous;
}
