import type { CallView, ConsoleState } from "../../screens/views.ts";
import { type Child, h, type VirtualElement } from "../dom/element.ts";
import { icon, type IconName } from "../dom/icons.ts";
import { duration, outcomeOf, partyOf, timeOf } from "../dom/words.ts";
import { card } from "./fields.ts";
import { act, change, model, now } from "./model.ts";

/** Calls that ring or run, with what a person can do about them. */
export function runningCalls(state: ConsoleState): VirtualElement {
  const running = state.calls.filter(({ endedAt }) => endedAt === null);
  return card(
    "Running calls",
    "running",
    running.length === 0 ? h("p", { class: "empty" }, "Nobody is on the phone. Start a call, or open a phone and dial.") : null,
    h(
      "ul",
      { class: "running", "aria-live": "polite" },
      running.map((call) => runningCall(state, call)),
    ),
  );
}

function runningCall(state: ConsoleState, call: CallView): VirtualElement {
  const since = call.answeredAt ?? call.startedAt;
  const nameOf = (email: string | null): string => state.agents.find((agent) => agent.email === email)?.name ?? email ?? "";
  const who =
    call.ringing.length > 0 ? `rings at ${call.ringing.map(nameOf).join(", ")}` : call.holder !== null ? `with ${nameOf(call.holder)}` : "";
  return h(
    "li",
    { key: call.id, class: `live live-${call.status}` },
    h(
      "div",
      { class: "live-head" },
      h("span", { class: "kind" }, icon(call.direction === "inbound" ? "inbound" : "outbound")),
      h(
        "div",
        {},
        h("h3", {}, partyOf(call)),
        h(
          "p",
          { class: "quiet" },
          [call.contactName === null ? null : call.externalDisplay, call.line.name, who]
            .filter((part) => part !== null && part !== "")
            .join(" - "),
        ),
      ),
      h("p", { class: "state" }, outcomeOf(call), h("span", { class: "clock" }, duration((now() - since) / 1000))),
    ),
    h("div", { class: "buttons" }, buttons(call)),
    call.status === "answered" && !call.isTransferPending ? transferForm(state, call) : null,
    notes(state, call),
  );
}

function buttons(call: CallView): Child[] {
  const items: [string, IconName, string, string][] = [];
  if (call.isTransferPending)
    items.push(["Take the transfer", "phone", "answer", "good"], ["Decline the transfer", "close", "decline", ""]);
  else if (call.status === "initial") {
    if (call.direction === "outbound") items.push(["They answer", "phone", "answer", "good"]);
    else if (call.ringing.length > 0) items.push(["Agent answers", "phone", "answer", "good"]);
    if (call.direction === "inbound") {
      if (call.ringing.length > 0) items.push(["Agent declines", "close", "decline", ""]);
      items.push(["Leave a voicemail", "voicemail", "voicemail", ""]);
    }
  } else items.push(call.isOnHold ? ["Resume", "resume", "unhold", ""] : ["Hold", "hold", "hold", ""]);
  items.push([call.status === "initial" ? "Give up" : "Hang up", "hangUp", "hangUp", "bad"]);
  return items.map(([label, name, action, tone]) =>
    h(
      "button",
      { type: "button", key: action, class: tone, onclick: () => void act(`/local/calls/${call.id}`, { action }) },
      icon(name),
      label,
    ),
  );
}

function transferForm(state: ConsoleState, call: CallView): VirtualElement {
  const to = model.transfers[call.id] ?? "";
  return h(
    "form",
    {
      class: "inline",
      onsubmit: (event: Event) => {
        event.preventDefault();
        void act(`/local/calls/${call.id}`, { action: "transfer", to });
      },
    },
    h("input", {
      type: "text",
      list: `colleagues-${call.id}`,
      placeholder: "Transfer to: colleague or number",
      "aria-label": `Transfer call with ${partyOf(call)} to`,
      value: to,
      oninput: ({ target }: Event) => {
        if (target instanceof HTMLInputElement) change({ transfers: { ...model.transfers, [call.id]: target.value } });
      },
    }),
    h(
      "datalist",
      { id: `colleagues-${call.id}` },
      state.agents.filter(({ email }) => email !== call.holder).map(({ email, name }) => h("option", { value: email, key: email }, name)),
    ),
    h("button", { type: "submit", disabled: to === "" }, icon("transfer"), "Transfer"),
  );
}

function notes(state: ConsoleState, call: CallView): VirtualElement {
  const text = model.notes[call.id] ?? "";
  const isSet = (id: number): boolean => call.tags.some((tag) => tag.id === id);
  return h(
    "details",
    { class: "notes" },
    h("summary", {}, `Tags and comments (${call.tags.length + call.comments.length})`),
    h(
      "div",
      { class: "tags" },
      state.tags.map(({ id, name, color }) =>
        h(
          "button",
          {
            type: "button",
            key: id,
            class: "tag",
            style: `--tag: ${color}`,
            "aria-pressed": String(isSet(id)),
            onclick: () => void act(`/local/calls/${call.id}`, { action: isSet(id) ? "untag" : "tag", tag: id }),
          },
          name,
        ),
      ),
    ),
    h(
      "ul",
      { class: "lines" },
      call.comments.map(({ content, author }, index) =>
        h("li", { key: index }, content, h("span", { class: "quiet" }, ` ${author ?? "API"}`)),
      ),
    ),
    h(
      "form",
      {
        class: "inline",
        onsubmit: (event: Event) => {
          event.preventDefault();
          void act(`/local/calls/${call.id}`, { action: "comment", comment: text }).then((answer) => {
            if (answer !== null) change({ notes: { ...model.notes, [call.id]: "" } });
          });
        },
      },
      h("input", {
        type: "text",
        placeholder: "Comment",
        "aria-label": `Comment on the call with ${partyOf(call)}`,
        value: text,
        oninput: ({ target }: Event) => {
          if (target instanceof HTMLInputElement) change({ notes: { ...model.notes, [call.id]: target.value } });
        },
      }),
      h("button", { type: "submit", disabled: text.trim() === "" }, "Save"),
    ),
  );
}

/** Calls that are over; notes can still be added. */
export function pastCalls(state: ConsoleState): VirtualElement {
  const past = state.calls.filter(({ endedAt }) => endedAt !== null);
  return card(
    "Past calls",
    "past",
    past.length === 0 ? h("p", { class: "empty" }, "None yet.") : null,
    h(
      "ul",
      { class: "past" },
      past.map((call) =>
        h(
          "li",
          { key: call.id },
          h(
            "div",
            { class: "past-head" },
            h(
              "span",
              { class: "kind" },
              icon(
                call.hasVoicemail
                  ? "voicemail"
                  : call.direction === "outbound"
                    ? "outbound"
                    : call.answeredAt === null
                      ? "missed"
                      : "inbound",
              ),
            ),
            h("strong", {}, partyOf(call)),
            h(
              "span",
              { class: "quiet" },
              [outcomeOf(call), duration(call.duration), call.userName, call.line.name, timeOf(call.startedAt, now())]
                .filter((part) => part !== null)
                .join(" - "),
            ),
            h("button", { type: "button", class: "link", onclick: () => change({ subject: String(call.id) }) }, `Events of ${call.id}`),
          ),
          notes(state, call),
        ),
      ),
    ),
  );
}
