import type { CallView, PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { icon, type IconName } from "../dom/icons.ts";
import { duration, outcomeOf, partyOf, timeOf } from "../dom/words.ts";
import { change, model, now } from "./model.ts";
import { notesView } from "./notes-view.ts";

/** Past calls of the agent and missed ones of the agent's lines. */
export function historyView(state: PhoneState): VirtualElement {
  return h(
    "section",
    { class: "history", key: "history", "aria-label": "Calls" },
    h("h1", { class: "title" }, "Calls"),
    state.history.length === 0 ? h("p", { class: "empty" }, "No calls yet.") : null,
    h(
      "ul",
      { class: "list" },
      state.history.map((call) => item(state, call)),
    ),
  );
}

function item(state: PhoneState, call: CallView): VirtualElement {
  const isOpen = model.openCall === call.id;
  const talk = call.answeredAt === null || call.endedAt === null ? "" : `, ${duration((call.endedAt - call.answeredAt) / 1000)}`;
  return h(
    "li",
    { key: call.id },
    h(
      "div",
      { class: "row" },
      h("span", { class: `kind kind-${kindOf(call)}` }, icon(kindOf(call))),
      h(
        "button",
        {
          type: "button",
          class: "row-text plain-text",
          "aria-expanded": String(isOpen),
          onclick: () => change({ openCall: isOpen ? null : call.id, comment: "" }),
        },
        h("strong", {}, partyOf(call)),
        h("span", { class: "quiet" }, `${outcomeOf(call)}${talk} - ${call.line.name} - ${timeOf(call.startedAt, now())}`),
      ),
      call.external === null
        ? null
        : h(
            "button",
            {
              type: "button",
              class: "plain",
              "aria-label": `Call ${partyOf(call)}`,
              onclick: () => change({ view: "keypad", digits: call.external ?? "", openCall: null }),
            },
            icon("phone"),
          ),
    ),
    isOpen ? notesView(state, call) : null,
  );
}

function kindOf(call: CallView): IconName {
  if (call.hasVoicemail) return "voicemail";
  if (call.direction === "outbound") return "outbound";
  return call.answeredAt === null ? "missed" : "inbound";
}
