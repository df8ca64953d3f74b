/** Reads the bodies that change how the stand-in behaves. Each throws RequestError for what does not fit. */
import type { Pace } from "../calls/pace.ts";
import { type Faults, PHONE_ANSWERS, type PhoneSettings } from "../stand-in.ts";
import type { DeliverySettings } from "../webhooks/delivery-settings.ts";
import { RequestError, RequestFields } from "./request-fields.ts";

/** The body of `POST /local/webhooks`: only what is named changes. */
export function deliverySettings(body: unknown): Partial<DeliverySettings> {
  const known = [
    "repeat",
    "drop",
    "delay",
    "shuffle",
    "shuffleQuiet",
    "seed",
    "enabled",
    "failuresAllowed",
    "retryAfter",
    "timeout",
  ] as const;
  const fields = new RequestFields(body, known);
  const changes = {
    repeat: fields.number("repeat", 0, 100),
    drop: fields.number("drop", 0, 1),
    delay: delayOf(fields.raw("delay")),
    shuffle: fields.flag("shuffle"),
    shuffleQuiet: fields.number("shuffleQuiet"),
    seed: fields.number("seed"),
    enabled: fields.flag("enabled"),
    failuresAllowed: fields.number("failuresAllowed", 1),
    retryAfter: fields.number("retryAfter"),
    timeout: fields.number("timeout", 0.01),
  };
  return defined(changes);
}

function delayOf(value: unknown): readonly [number, number] | undefined {
  if (value === undefined || value === null) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (items.length === 2) {
    const [from, to] = items;
    if (typeof from === "number" && typeof to === "number" && from >= 0 && to >= from) return [from, to];
  }
  throw new RequestError('"delay" must be [least, most] in seconds, such as [0, 5]');
}

/** The body of `POST /local/faults`: only what is named changes; `rest` null ends the REST fault. */
export function changeFaults(faults: Faults, body: unknown): void {
  const fields = new RequestFields(body, ["rest", "latencyMs", "refuseAvailability"]);
  const latencyMs = fields.number("latencyMs", 0, 60_000);
  const refuseAvailability = fields.flag("refuseAvailability");
  const raw = fields.raw("rest");
  const rest = raw === undefined || raw === null ? null : restFault(raw);
  if (raw !== undefined) faults.rest = rest;
  if (latencyMs !== undefined) faults.latencyMs = latencyMs;
  if (refuseAvailability !== undefined) faults.refuseAvailability = refuseAvailability;
}

function restFault(value: unknown): NonNullable<Faults["rest"]> {
  const fields = new RequestFields(value, ["status", "count", "retryAfter"]);
  const status = fields.number("status", 400, 599);
  if (status === undefined) throw new RequestError('"rest.status" must be a status from 400 to 599');
  return { status, count: fields.number("count", 1) ?? 1, retryAfter: fields.number("retryAfter") ?? null };
}

/** The body of `POST /local/phone`. */
export function changePhoneSettings(settings: PhoneSettings, body: unknown): void {
  const fields = new RequestFields(body, ["dialAtOnce", "answers"]);
  Object.assign(settings, defined({ dialAtOnce: fields.flag("dialAtOnce"), answers: fields.oneOf("answers", PHONE_ANSWERS) }));
}

/** The body of `POST /local/pace`; seconds. */
export function changePace(pace: Pace, body: unknown): void {
  const fields = new RequestFields(body, Object.keys(pace));
  const changes: Partial<Pace> = {
    ...defined({
      ringLimit: fields.number("ringLimit"),
      calleeAnswersAfter: fields.number("calleeAnswersAfter"),
      endedAfter: fields.number("endedAfter"),
      voicemailAfter: fields.number("voicemailAfter"),
      assetsAfter: fields.number("assetsAfter"),
      deliveredAfter: fields.number("deliveredAfter"),
      insightsAfter: fields.number("insightsAfter"),
    }),
  };
  Object.assign(pace, changes);
}

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> };

function defined<T extends object>(values: T): Defined<T> {
  const result: Defined<T> = {};
  for (const key of Object.keys(values) as (keyof T)[]) {
    const value = values[key];
    if (value !== undefined && value !== null) result[key] = value;
  }
  return result;
}
