import type { ConsoleState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { card, checkField, type Option, selectField } from "./fields.ts";
import { act } from "./model.ts";

const REPEAT: readonly Option[] = [
  ["1", "once"],
  ["2", "twice"],
  ["3", "three times"],
];
const DROP: readonly Option[] = [
  ["0", "none"],
  ["0.1", "one in ten"],
  ["0.5", "every other"],
  ["1", "all"],
];
const DELAY: readonly Option[] = [
  ["0", "at once"],
  ["2", "up to 2 s late"],
  ["10", "up to 10 s late"],
];
const REST: readonly Option[] = [
  ["", "answers normally"],
  ["429", "429, rate limit"],
  ["500", "500, error"],
  ["403", "403, credential refused"],
];
const LATENCY: readonly Option[] = [
  ["0", "at once"],
  ["1000", "after 1 s"],
  ["6000", "after 6 s"],
];
const ANSWERS: readonly Option[] = [
  ["normal", "answers normally"],
  ["none", "does not answer"],
  ["late", "answers too late"],
  ["invalid", "answers nonsense"],
  ["no_code", "fails without a code"],
];

/** Everything that can be made to go wrong. */
export function faultsView({ settings, faults, phone }: ConsoleState): VirtualElement {
  const webhooks = (body: object): void => void act("/local/webhooks", body);
  return card(
    "What goes wrong",
    "faults",
    h("h3", {}, "Webhooks"),
    checkField("Aircall sends webhooks", settings.enabled, (enabled) => webhooks({ enabled })),
    checkField("Out of order", settings.shuffle, (shuffle) => webhooks({ shuffle })),
    h(
      "div",
      { class: "pair" },
      selectField("Each is sent", String(settings.repeat), REPEAT, (repeat) => webhooks({ repeat: Number(repeat) })),
      selectField("Lost", String(settings.drop), DROP, (drop) => webhooks({ drop: Number(drop) })),
    ),
    selectField("They come", String(settings.delay[1]), DELAY, (delay) => webhooks({ delay: [0, Number(delay)] })),
    h("h3", {}, "REST API"),
    selectField(
      "The API",
      String(faults.rest !== null && faults.rest.count > 0 ? faults.rest.status : ""),
      REST,
      (status) => void act("/local/faults", { rest: status === "" ? null : { status: Number(status), count: 50, retryAfter: 10 } }),
    ),
    selectField("It answers", String(faults.latencyMs), LATENCY, (latency) => void act("/local/faults", { latencyMs: Number(latency) })),
    checkField(
      "Refuses to set an availability",
      faults.refuseAvailability,
      (refuseAvailability) => void act("/local/faults", { refuseAvailability }),
    ),
    h("h3", {}, "Phone"),
    selectField("A command from the page", phone.answers, ANSWERS, (answers) => void act("/local/phone", { answers })),
    checkField("dial_number calls at once", phone.dialAtOnce, (dialAtOnce) => void act("/local/phone", { dialAtOnce })),
  );
}
