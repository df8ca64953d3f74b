import type { ConsoleState, DeliveryView } from "../../screens/views.ts";
import { type Child, h, type VirtualElement } from "../dom/element.ts";
import { card, textField } from "./fields.ts";
import { change, model } from "./model.ts";

/** Webhook deliveries with their answers; one can be opened. */
export function deliveriesView(state: ConsoleState): VirtualElement {
  const { subject, delivery } = model;
  const shown = state.deliveries.filter((entry) => subject === "" || String(entry.subject) === subject.trim());
  return card(
    "Webhook deliveries",
    "deliveries",
    h(
      "ul",
      { class: "webhooks" },
      state.webhooks.map(({ id, name, url, isActive, failures, eventCount }) =>
        h(
          "li",
          { key: id },
          h("span", { class: `pill ${isActive ? "pill-good" : "pill-bad"}` }, isActive ? "Active" : "Disabled"),
          h("span", {}, `${name}: ${url}`),
          h("span", { class: "quiet" }, `${eventCount} events${failures > 0 ? `, ${failures} failures in a row` : ""}`),
        ),
      ),
    ),
    h(
      "div",
      { class: "filter" },
      textField("Only about", subject, (value) => change({ subject: value }), { placeholder: "id of a call or message" }),
      state.pendingDeliveries > 0 ? h("span", { class: "quiet" }, `${state.pendingDeliveries} waiting`) : null,
    ),
    shown.length === 0 ? h("p", { class: "empty" }, "Nothing was sent yet.") : null,
    h(
      "ol",
      { class: "deliveries" },
      shown.map((entry) => item(entry, delivery)),
    ),
  );
}

function item(entry: DeliveryView, open: DeliveryView | null): VirtualElement {
  const isOpen = open?.id === entry.id;
  return h(
    "li",
    { key: entry.id },
    h(
      "button",
      { type: "button", class: "delivery", "aria-expanded": String(isOpen), onclick: () => void toggle(entry, isOpen) },
      h("span", { class: `pill ${toneOf(entry)}` }, entry.status ?? wordOf(entry)),
      h("span", { class: "event" }, entry.event),
      h("span", { class: "quiet" }, entry.subject ?? ""),
      h(
        "span",
        { class: "quiet" },
        [entry.attempt > 1 ? `attempt ${entry.attempt}` : null, entry.ms === null ? null : `${entry.ms} ms`, entry.at.slice(11, 19)]
          .filter((part) => part !== null)
          .join(", "),
      ),
    ),
    isOpen ? details(open) : null,
  );
}

function details({ body, answer, url }: DeliveryView): Child {
  return h(
    "div",
    { class: "body" },
    h("p", { class: "quiet" }, `POST ${url}`),
    h("pre", { tabindex: "0", "aria-label": "What was sent" }, JSON.stringify(body, null, 2)),
    answer === "" ? null : h("p", {}, h("strong", {}, "Answer: "), h("code", {}, answer)),
  );
}

function wordOf({ state }: DeliveryView): string {
  return { sending: "...", delivered: "ok", failed: "no answer", lost: "lost" }[state];
}

function toneOf({ state }: DeliveryView): string {
  return state === "delivered" ? "pill-good" : state === "sending" ? "" : "pill-bad";
}

async function toggle({ id }: DeliveryView, isOpen: boolean): Promise<void> {
  if (isOpen) {
    change({ delivery: null });
    return;
  }
  const response = await fetch(`/local/webhooks/${id}`);
  if (response.ok) change({ delivery: (await response.json()) as DeliveryView }); // this page's own server
}
