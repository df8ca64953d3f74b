/** Date, Datetime and Time: immutable. Zones and patterns live in `time-zone.ts` and `date-format.ts`. */

export const DAY_MILLIS = 86_400_000;

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar; month 1 to 12, overflowing parts roll over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MILLIS);
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}

export class ApexDate {
  /** Days since 1970-01-01. */
  readonly days: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;

  constructor(days: number) {
    const date = new Date(days * DAY_MILLIS);
    this.days = days;
    this.year = date.getUTCFullYear();
    this.month = date.getUTCMonth() + 1;
    this.day = date.getUTCDate();
  }

  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(daysFromCivil(year, month, day));
  }

  /** `2020-01-31`. */
  toIso(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }
}

export class ApexDatetime {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly millis: number;

  constructor(millis: number) {
    this.millis = millis;
  }

  /** `2020-01-31T10:00:00.000Z`. */
  toIso(): string {
    return new Date(this.millis).toISOString();
  }
}

export class ApexTime {
  /** Milliseconds since midnight, below a day. */
  readonly millis: number;

  /** Wraps round at midnight. */
  constructor(millis: number) {
    this.millis = ((millis % DAY_MILLIS) + DAY_MILLIS) % DAY_MILLIS;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.millis / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.millis / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.millis / 1000) % 60;
  }

  get millisecond(): number {
    return this.millis % 1000;
  }

  /** `10:00:00.000Z`. */
  toIso(): string {
    return `${pad(this.hour)}:${pad(this.minute)}:${pad(this.second)}.${pad(this.millisecond, 3)}Z`;
  }
}
