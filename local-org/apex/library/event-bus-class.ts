/** EventBus: publishing from Apex, and the context of an event trigger. */
import { currentTransaction } from "../../transaction/context.ts";
import { publishEvents } from "../../transaction/publish.ts";
import { markWork } from "../../transaction/work-mark.ts";
import type { EventDelivery } from "../../transaction/trigger-context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexException, ApexList, PlatformObject, type ApexValue, type SObjectRecord } from "../runtime/values.ts";
import { recordsIn } from "./dml-input.ts";
import { resultObject } from "./dml-result.ts";
import { definePlainClass, type PlainObject } from "./plain-object.ts";

/** Operation ids by result. */
const operations = new WeakMap<object, string>();

function publish(records: readonly SObjectRecord[], callback: ApexValue): PlainObject[] {
  return publishEvents(records, callback).map(({ success, id, uuid, errors }) => {
    const result = resultObject("SaveResult", { id, created: false, errors: [...errors] }, success);
    if (uuid !== null) operations.set(result, uuid);
    return result;
  });
}

const publishOne = (record: SObjectRecord | null, callback: ApexValue = null): ApexValue =>
  publish([requireArgument(record)], callback)[0] ?? null;
const publishAll = (records: ApexList | null, callback: ApexValue = null): ApexValue =>
  new ApexList("List<Database.SaveResult>", publish(recordsIn(requireArgument(records)), callback));

definePlatformClass("System.EventBus", {
  statics: {
    "publish(SObject)": (record: SObjectRecord | null) => publishOne(record),
    "publish(List<SObject>)": (records: ApexList | null) => publishAll(records),
    "publish(SObject,Object)": publishOne,
    "publish(List<SObject>,Object)": publishAll,
    "getOperationId(Object)": (result: ApexValue) =>
      typeof result === "object" && result !== null ? (operations.get(result) ?? null) : null,
  },
});

class EventTriggerContext extends PlatformObject {
  readonly apexType = "EventBus.TriggerContext";
  readonly delivery: EventDelivery;

  constructor(delivery: EventDelivery) {
    super();
    this.delivery = delivery;
  }
}

function setCheckpoint({ delivery }: EventTriggerContext, replayId: string | null): null {
  const wanted = requireArgument(replayId);
  if (!delivery.replayIds.includes(wanted)) {
    throwApex("EventBus.InvalidReplayIdException", `Invalid replay ID ${wanted}: it is not in the current batch of events`);
  }
  delivery.checkpoint = { replayId: wanted, mark: markWork(currentTransaction()) };
  return null;
}

definePlatformClass("EventBus.TriggerContext", {
  statics: {
    "currentContext()": () => {
      const delivery = currentTransaction().triggers.findLast((scope) => scope.delivery !== null)?.delivery ?? null;
      return delivery === null ? null : new EventTriggerContext(delivery);
    },
  },
  members: {
    retries: (self: EventTriggerContext) => self.delivery.retries,
    lastError: (self: EventTriggerContext) => self.delivery.lastError,
    "getResumeCheckpoint()": (self: EventTriggerContext) => self.delivery.checkpoint?.replayId ?? null,
    "setResumeCheckpoint(String)": setCheckpoint,
  },
});

const RETRYABLE = "EventBus.RetryableException";

definePlatformClass(RETRYABLE, {
  constructors: {
    "()": () => new ApexException(RETRYABLE),
    "(String)": (message: string | null) => new ApexException(RETRYABLE, message),
    "(System.Exception)": (cause: ApexException | null) => new ApexException(RETRYABLE, null, cause),
    "(String,System.Exception)": (message: string | null, cause: ApexException | null) => new ApexException(RETRYABLE, message, cause),
  },
});

/** Change events are not published here; tests make their headers by hand. */
definePlainClass("EventBus.ChangeEventHeader");
