/** System: clock, debug output, equality. Jobs and users are defined with the transaction's classes. */
import { definePlatformClass } from "../runtime/define.ts";
import { ApexDate, ApexDatetime, DAY_MILLIS } from "../runtime/date-time.ts";
import { nowMillis, userTimeZone } from "../runtime/environment.ts";
import { apexEquals } from "../runtime/equality.ts";
import { hashOf } from "../runtime/hash.ts";
import { toText } from "../runtime/to-string.ts";
import { zoneOffset } from "../runtime/time-zone.ts";
import type { ApexValue, EnumValue } from "../runtime/values.ts";

/** Receives what `System.debug` prints. */
export type DebugListener = (level: string, message: string) => void;

let listener: DebugListener | null = null;

/** Sends debug output somewhere; null throws it away. Gives the previous listener. */
export function onDebug(next: DebugListener | null): DebugListener | null {
  const previous = listener;
  listener = next;
  return previous;
}

definePlatformClass("System.System", {
  statics: {
    "currentTimeMillis()": () => BigInt(nowMillis()),
    "debug(Object)": (message: ApexValue) => debug("DEBUG", message),
    "debug(System.LoggingLevel,Object)": (level: EnumValue | null, message: ApexValue) => debug(level?.name ?? "DEBUG", message),
    "equals(Object,Object)": (left: ApexValue, right: ApexValue) => apexEquals(left, right),
    "hashCode(Object)": (value: ApexValue) => hashOf(value),
    "now()": () => new ApexDatetime(nowMillis()),
    "today()": () => today(),
  },
});

/** The text is made even when nobody listens: a `toString` of the project may have effects. */
function debug(level: string, message: ApexValue): null {
  const text = toText(message);
  listener?.(level, text);
  return null;
}

/** The day it is in the user's time zone. */
export function today(): ApexDate {
  const now = nowMillis();
  return new ApexDate(Math.floor((now + zoneOffset(userTimeZone(), now)) / DAY_MILLIS));
}
