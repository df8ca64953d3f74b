/** System: jobs. AsyncOptions, QueueableDuplicateSignature and AsyncInfo belong to them. */
import { DEFAULT_SCOPE, executeBatch } from "../../transaction/batch.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { attachFinalizer, enqueueJob, type QueueableOptions } from "../../transaction/queueable.ts";
import { abortJob, schedule, scheduleBatch } from "../../transaction/schedule.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { instanceOf } from "../runtime/type-test.ts";
import type { ApexValue } from "../runtime/values.ts";
import { DuplicateSignature } from "./duplicate-signature.ts";
import { parseId } from "./id.ts";
import { definePlainClass, PlainObject } from "./plain-object.ts";
import { ApexVersion } from "./version.ts";

type Text = string | null;
type Count = number | null;

definePlainClass("System.AsyncOptions");

function optionsOf(given: PlainObject | null): QueueableOptions {
  if (given === null) return {};
  const delay = given.get("MinimumQueueableDelayInMinutes");
  const depth = given.get("MaximumQueueableStackDepth");
  const signature = given.get("DuplicateSignature");
  return {
    ...(typeof delay === "number" ? { delayMinutes: delay } : {}),
    ...(typeof depth === "number" ? { maximumDepth: depth } : {}),
    ...(signature instanceof DuplicateSignature ? { duplicateSignature: signature.text } : {}),
  };
}

function enqueue(target: ApexValue, options: QueueableOptions): string {
  const job = requireArgument(target);
  // A batch class may be queueable, too; a stateful one may not.
  if (instanceOf(job, "Database.Stateful")) {
    throwApex("System.AsyncException", "Queueable cannot be implemented with other system interfaces.");
  }
  return enqueueJob(job, options);
}

const isKind =
  (...kinds: readonly string[]) =>
  (): boolean =>
    kinds.includes(currentTransaction().job?.kind ?? "");

definePlatformClass("System.System", {
  statics: {
    "enqueueJob(Object)": (target: ApexValue) => enqueue(target, {}),
    "enqueueJob(Object,Integer)": (target: ApexValue, delay: Count) => enqueue(target, { delayMinutes: requireArgument(delay) }),
    "enqueueJob(Object,System.AsyncOptions)": (target: ApexValue, options: PlainObject | null) => enqueue(target, optionsOf(options)),
    "attachFinalizer(System.Finalizer)": (finalizer: ApexValue) => {
      attachFinalizer(requireArgument(finalizer));
      return null;
    },
    "schedule(String,String,Object)": (name: Text, cron: Text, target: ApexValue) =>
      schedule(requireArgument(name), requireArgument(cron), requireArgument(target)),
    "scheduleBatch(Object,String,Integer)": (target: ApexValue, name: Text, minutes: Count) =>
      scheduleBatch(requireArgument(target), requireArgument(name), requireArgument(minutes), DEFAULT_SCOPE),
    "scheduleBatch(Object,String,Integer,Integer)": (target: ApexValue, name: Text, minutes: Count, scope: Count) =>
      scheduleBatch(requireArgument(target), requireArgument(name), requireArgument(minutes), requireArgument(scope)),
    "abortJob(String)": (id: Text) => {
      abortJob(parseId(requireArgument(id)));
      return null;
    },
    "isBatch()": isKind("batch"),
    "isFuture()": isKind("future"),
    // A finalizer is no queueable, although it belongs to one.
    "isQueueable()": () => currentTransaction().quiddity === "QUEUEABLE",
    "isScheduled()": isKind("scheduled"),
    /** Version of the running package; unpackaged code has none of its own. */
    "requestVersion()": () => new ApexVersion(1, 0, null),
  },
});

definePlatformClass("System.Database", {
  statics: {
    "executeBatch(Object)": (target: ApexValue) => executeBatch(requireArgument(target), DEFAULT_SCOPE),
    "executeBatch(Object,Integer)": (target: ApexValue, scope: Count) => executeBatch(requireArgument(target), requireArgument(scope)),
  },
});

definePlatformClass("System.AsyncInfo", {
  statics: {
    "getCurrentQueueableStackDepth()": () => currentTransaction().job?.depth ?? 0,
    "getMaximumQueueableStackDepth()": () => currentTransaction().job?.maximumDepth ?? 0,
    "hasMaxStackDepth()": () => (currentTransaction().job?.maximumDepth ?? null) !== null,
    "getMinimumQueueableDelayInMinutes()": () => currentTransaction().job?.delayMinutes ?? 0,
  },
});
