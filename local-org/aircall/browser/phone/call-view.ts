/** A call that rings or runs. */
import type { CallView, PhoneState } from "../../screens/views.ts";
import { type Child, h, type VirtualElement } from "../dom/element.ts";
import { icon, type IconName } from "../dom/icons.ts";
import { duration, initials, partyOf } from "../dom/words.ts";
import { actOnCall, change, model, now } from "./model.ts";
import { notesView } from "./notes-view.ts";
import { transferView } from "./transfer-view.ts";

export function callView(state: PhoneState, call: CallView): VirtualElement {
  const rings = call.ringing.includes(state.me?.email ?? "");
  return rings ? incoming(call) : running(state, call);
}

function incoming(call: CallView): VirtualElement {
  const isTransfer = call.isTransferPending;
  return h(
    "section",
    { class: "call call-ringing", key: `ring-${call.id}`, "aria-label": "Incoming call" },
    h("p", { class: "call-kind", role: "status" }, isTransfer ? "Transferred to you" : "Incoming call"),
    party(call),
    h("p", { class: "quiet" }, `to ${call.line.name}`),
    cards(call),
    h(
      "div",
      { class: "answer" },
      h(
        "button",
        { type: "button", class: "round round-red", onclick: () => void actOnCall(call, "decline") },
        icon("hangUp"),
        h("span", {}, "Decline"),
      ),
      h(
        "button",
        { type: "button", class: "round round-green", id: "answer", onclick: () => void actOnCall(call, "answer") },
        icon("phone"),
        h("span", {}, "Answer"),
      ),
    ),
  );
}

function running(state: PhoneState, call: CallView): VirtualElement {
  const isAnswered = call.status === "answered";
  const kind = call.isTransferPending
    ? `Transferring to ${call.transferredTo ?? "a colleague"}`
    : !isAnswered
      ? "Calling"
      : call.isOnHold
        ? "On hold"
        : "In call";
  return h(
    "section",
    { class: `call ${model.panel === null ? "" : "call-panel"}`, key: `call-${call.id}`, "aria-label": "Current call" },
    h("p", { class: "call-kind", role: "status" }, kind),
    party(call),
    h("p", { class: "timer", role: "timer" }, isAnswered ? duration((now() - (call.answeredAt ?? now())) / 1000) : "..."),
    h("p", { class: "quiet" }, `${call.direction === "inbound" ? "to" : "from"} ${call.line.name}`),
    cards(call),
    h(
      "div",
      { class: "actions" },
      button(
        call.isOnHold ? "resume" : "hold",
        call.isOnHold ? "Resume" : "Hold",
        !isAnswered,
        call.isOnHold,
        () => void actOnCall(call, call.isOnHold ? "unhold" : "hold"),
      ),
      button("transfer", "Transfer", !isAnswered || call.isTransferPending, model.panel === "transfer", () => toggle("transfer")),
      button("tag", "Notes and tags", false, model.panel === "notes", () => toggle("notes")),
    ),
    panel(state, call),
    h(
      "button",
      { type: "button", class: "round round-red hang-up", id: "hang-up", onclick: () => void actOnCall(call, "hangUp") },
      icon("hangUp"),
      h("span", {}, "Hang up"),
    ),
  );
}

function panel(state: PhoneState, call: CallView): Child {
  if (model.panel === "transfer" && call.status === "answered" && !call.isTransferPending) return transferView(state, call);
  return model.panel === "notes" ? notesView(state, call) : null;
}

function toggle(panelName: "transfer" | "notes"): void {
  change({ panel: model.panel === panelName ? null : panelName });
}

function button(name: IconName, label: string, isDisabled: boolean, isPressed: boolean, onclick: () => void): VirtualElement {
  return h(
    "button",
    { type: "button", class: "action", key: name, disabled: isDisabled, "aria-pressed": String(isPressed), onclick },
    icon(name),
    h("span", {}, label),
  );
}

function party(call: CallView): VirtualElement {
  const hasName = call.contactName !== null;
  return h(
    "div",
    { class: "party" },
    h("span", { class: "face", "aria-hidden": "true" }, call.contactName !== null ? initials(call.contactName) : icon("phone")),
    h("h1", {}, partyOf(call)),
    hasName ? h("p", { class: "quiet" }, [call.companyName, call.externalDisplay].filter((part) => part !== null).join(" - ")) : null,
  );
}

/** What an integration shows about the caller (insight cards). */
function cards(call: CallView): Child {
  if (call.cards.length === 0) return null;
  const items = call.cards.map(({ label, text, link }, index) =>
    h(
      "li",
      { key: index },
      label === null ? null : h("span", { class: "quiet" }, `${label}: `),
      link === null ? text : h("a", { href: link, target: "_blank", rel: "noopener" }, text),
    ),
  );
  return h("ul", { class: "cards" }, items);
}
