/** TimeZone. */
import { zoneName } from "../runtime/date-format.ts";
import type { ApexDatetime } from "../runtime/date-time.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { nowMillis } from "../runtime/environment.ts";
import { textHash } from "../runtime/hash.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { isTimeZone, zoneOffset } from "../runtime/time-zone.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

export class ApexTimeZone extends PlatformObject {
  readonly id: string;

  /** An unknown id stands for GMT, as in Java. */
  constructor(id: string) {
    super();
    this.id = isTimeZone(id) ? id : "GMT";
  }

  get apexType(): string {
    return "System.TimeZone";
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }

  override apexHashCode(): number {
    return textHash(this.id);
  }

  override apexToString(): string {
    return this.id;
  }

  /** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`. */
  get displayName(): string {
    const now = nowMillis();
    const minutes = zoneOffset(this.id, now) / 60_000;
    const size = Math.abs(minutes);
    const pad = (value: number): string => String(Math.floor(value)).padStart(2, "0");
    return `(GMT${minutes < 0 ? "-" : "+"}${pad(size / 60)}:${pad(size % 60)}) ${zoneName(now, this.id, true)} (${this.id})`;
  }
}

definePlatformClass("System.TimeZone", {
  statics: {
    "getTimeZone(String)": (id: string | null) => new ApexTimeZone(argument(id)),
  },
  members: {
    "getDisplayName()": (self: ApexTimeZone) => self.displayName,
    "getID()": (self: ApexTimeZone) => self.id,
    "getOffset(Datetime)": (self: ApexTimeZone, at: ApexDatetime | null) => zoneOffset(self.id, argument(at).millis),
    "toString()": (self: ApexTimeZone) => self.id,
  },
});
