/**
 * Platform events between publisher and triggers. Each trigger is a subscription of its own: a queue, the retries of the
 * batch in front, and whether the platform has stopped it.
 */
import { asApexError } from "../apex/runtime/catching.ts";
import { ApexException, AssertionFailed, UncatchableError, UnsupportedFeatureError } from "../apex/runtime/exceptions.ts";
import { callBridge } from "../apex/runtime/user-object.ts";
import { ApexDatetime, SObjectRecord, type ApexValue } from "../apex/runtime/values.ts";
import { TriggerScope } from "../data/dml/trigger-scope.ts";
import { publishResult } from "../apex/library/publish-result.ts";
import { currentTransactionOrNull, type PendingEvent, type RunningUser } from "./context.ts";
import { failureText, reportFailure } from "./failure.ts";
import type { Org } from "./org.ts";
import type { TriggerUnit } from "./program.ts";
import { runTransaction } from "./run-transaction.ts";
import type { EventDelivery } from "./trigger-context.ts";
import { undoWork } from "./work-mark.ts";

export const MAXIMUM_BATCH = 2000;
/** A batch may throw EventBus.RetryableException so often; then its trigger is stopped. */
export const MAXIMUM_RETRIES = 9;

/** PlatformEventSubscriberConfig of a trigger. */
export interface SubscriberConfig {
  readonly user: RunningUser | null;
  readonly batchSize: number;
}

/** An event on the bus. */
export interface BusEvent {
  readonly record: SObjectRecord;
  readonly replayId: string;
}

interface Subscription {
  readonly trigger: TriggerUnit;
  waiting: BusEvent[];
  retries: number;
  lastError: string | null;
  /** Epoch milliseconds before which a batch is not retried. */
  notBefore: number;
  isStopped: boolean;
}

interface Callback {
  readonly target: ApexValue;
  readonly uuids: readonly string[];
  readonly method: "onSuccess" | "onFailure";
}

export type EventListener = (event: BusEvent) => void;

export class EventBus {
  readonly #org: Org;
  readonly #subscriptions = new Map<string, Subscription>();
  #callbacks: Callback[] = [];
  readonly #listeners: EventListener[] = [];
  /** By lower-case trigger name. */
  readonly configs = new Map<string, SubscriberConfig>();
  /** While true nothing is delivered. */
  isHeld = false;

  constructor(org: Org) {
    this.#org = org;
  }

  /** Takes events over: they get their replay ids and wait for their triggers; callbacks learn of the success. */
  accept(events: readonly PendingEvent[]): void {
    for (const { record } of events) {
      const replayId = String(this.#org.store.nextNumber("replay id"));
      record.values.set("ReplayId", replayId);
      const event: BusEvent = { record, replayId };
      for (const trigger of this.#triggersOn(record.schema.name)) this.#subscription(trigger).waiting.push(event);
      for (const listener of this.#listeners) listener(event);
    }
    this.#addCallbacks(events, "onSuccess");
  }

  /** `Test.getEventBus().fail()`: the events are lost, callbacks learn of the failure. */
  fail(events: readonly PendingEvent[]): void {
    this.#addCallbacks(events, "onFailure");
  }

  #addCallbacks(events: readonly PendingEvent[], method: Callback["method"]): void {
    const byTarget = new Map<ApexValue, string[]>();
    for (const { callback, uuid } of events) {
      if (callback === null) continue;
      const uuids = byTarget.get(callback) ?? [];
      uuids.push(uuid);
      byTarget.set(callback, uuids);
    }
    for (const [target, uuids] of byTarget) this.#callbacks.push({ target, uuids, method });
  }

  #triggersOn(object: string): readonly TriggerUnit[] {
    return this.#org.program.triggersOn(object).filter((trigger) => trigger.events.includes("after insert"));
  }

  #subscription(trigger: TriggerUnit): Subscription {
    let subscription = this.#subscriptions.get(trigger.name);
    if (subscription === undefined) {
      subscription = { trigger, waiting: [], retries: 0, lastError: null, notBefore: 0, isStopped: false };
      this.#subscriptions.set(trigger.name, subscription);
    }
    return subscription;
  }

  // ------------------------------------------------------------------ delivery

  /** Batches and callbacks that could run at an instant. */
  countDue(now: number): number {
    if (this.isHeld) return 0;
    return this.#callbacks.length + [...this.#subscriptions.values()].filter((subscription) => isDue(subscription, now)).length;
  }

  /** When a batch that is retried becomes due; null when nothing waits. */
  nextAt(): number | null {
    const times = [...this.#subscriptions.values()].filter((one) => one.waiting.length > 0 && !one.isStopped).map((one) => one.notBefore);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Delivers one batch to one trigger, or runs one callback. False when nothing is due. */
  runNext(now: number): boolean {
    if (this.isHeld) return false;
    const callback = this.#callbacks.shift();
    if (callback !== undefined) {
      this.#call(callback);
      return true;
    }
    for (const subscription of this.#subscriptions.values()) {
      if (!isDue(subscription, now)) continue;
      this.#deliver(subscription);
      return true;
    }
    return false;
  }

  /** Fires each trigger that has events once, and runs the callbacks: `Test.getEventBus().deliver()`. */
  deliverOnce(): void {
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.#call(callback);
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.waiting.length > 0 && !subscription.isStopped) this.#deliver(subscription);
    }
  }

  /** Names of triggers that the platform has stopped. */
  stopped(): readonly string[] {
    return [...this.#subscriptions.values()].filter(({ isStopped }) => isStopped).map(({ trigger }) => trigger.name);
  }

  /** Lets a stopped trigger go on, as an administrator does in Setup. */
  resume(triggerName: string): void {
    const subscription = this.#subscriptions.get(triggerName);
    if (subscription !== undefined) Object.assign(subscription, { isStopped: false, retries: 0, lastError: null });
  }

  onEvent(listener: EventListener): void {
    this.#listeners.push(listener);
  }

  #deliver(subscription: Subscription): void {
    const { trigger } = subscription;
    const org = this.#org;
    const config = this.configs.get(trigger.name.toLowerCase());
    const batch = subscription.waiting.slice(0, Math.min(config?.batchSize ?? MAXIMUM_BATCH, MAXIMUM_BATCH));
    const delivery: EventDelivery = {
      retries: subscription.retries,
      lastError: subscription.lastError,
      checkpoint: null,
      replayIds: batch.map(({ replayId }) => replayId),
    };
    const label = `trigger ${trigger.object} (${batch.length})`;
    const user = config?.user ?? org.users.automatedProcess;
    let failure: unknown = null;
    try {
      runTransaction(org, { user, kind: "UNDEFINED", label }, (transaction) => {
        const scope = new TriggerScope(trigger.object, "AFTER_INSERT", batch.map(copyOf), null, delivery);
        scope.triggerName = trigger.name;
        transaction.triggers.push(scope);
        try {
          trigger.run();
        } catch (thrown) {
          const error = asApexError(thrown);
          const { checkpoint } = delivery;
          if (checkpoint === null || isRetryable(error) || !org.store.isHeld(checkpoint.mark.store)) throw error;
          // What was done up to the checkpoint is kept; the rest of the batch is delivered again.
          undoWork(transaction, checkpoint.mark);
          failure = error;
        } finally {
          transaction.triggers.pop();
        }
      });
    } catch (error) {
      failure = error;
    }
    if (failure !== null && isRetryable(failure)) this.#retry(subscription, failure);
    else this.#advance(subscription, batch, delivery);
    if (failure !== null && !isRetryable(failure)) reportDelivery(org, label, failure);
  }

  #retry(subscription: Subscription, error: ApexException): void {
    subscription.retries++;
    subscription.lastError = error.shownMessage;
    if (subscription.retries > MAXIMUM_RETRIES) {
      subscription.isStopped = true;
      const { trigger } = subscription;
      this.#org.keepFailure({
        label: `trigger ${trigger.name}`,
        message: `stopped after ${MAXIMUM_RETRIES} retries: ${failureText(error)}`,
        stack: "",
        at: this.#org.clock.now(),
      });
    }
    subscription.notBefore = this.#org.clock.now() + 1000 * 2 ** (subscription.retries - 1);
  }

  #advance(subscription: Subscription, batch: readonly BusEvent[], { checkpoint }: EventDelivery): void {
    const last = checkpoint === null ? batch.length : batch.findIndex(({ replayId }) => replayId === checkpoint.replayId) + 1;
    subscription.waiting = subscription.waiting.slice(last);
    subscription.retries = 0;
    subscription.lastError = null;
    subscription.notBefore = 0;
  }

  #call({ target, uuids, method }: Callback): void {
    const org = this.#org;
    const label = `publish callback ${method} (${uuids.length})`;
    try {
      runTransaction(org, { user: org.users.automatedProcess, kind: "PLATFORM_EVENT_PUBLISH_CALLBACK", label }, () => {
        callBridge(target, method, publishResult(method, uuids));
      });
    } catch (error) {
      reportFailure(org, label, asApexError(error));
    }
  }
}

function isDue(subscription: Subscription, now: number): boolean {
  return subscription.waiting.length > 0 && !subscription.isStopped && subscription.notBefore <= now;
}

function isRetryable(error: unknown): error is ApexException {
  return error instanceof ApexException && error.typeName === "EventBus.RetryableException";
}

/** Every firing gets records of its own. */
function copyOf({ record }: BusEvent): SObjectRecord {
  const copy = new SObjectRecord(record.schema, record.values);
  copy.readOnly = true;
  return copy;
}

/** A trigger's exception does not reach the publisher, not even in a test; failed assertions and unsupported features do. */
function reportDelivery(org: Org, label: string, error: unknown): void {
  const inTest = (currentTransactionOrNull()?.test ?? null) !== null;
  if (inTest && !(error instanceof AssertionFailed || error instanceof UnsupportedFeatureError)) {
    if (error instanceof ApexException || error instanceof UncatchableError) return;
  }
  reportFailure(org, label, error);
}

/** Stamps an event as published. */
export function stampEvent(record: SObjectRecord, user: RunningUser, now: number): void {
  record.values.set("CreatedDate", new ApexDatetime(now));
  record.values.set("CreatedById", user.id);
}
