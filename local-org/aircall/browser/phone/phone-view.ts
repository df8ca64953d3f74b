/** The whole phone, by what is going on. */
import { type Child, h, type VirtualElement } from "../dom/element.ts";
import { icon, type IconName } from "../dom/icons.ts";
import { afterCallView } from "./after-call-view.ts";
import { callView } from "./call-view.ts";
import { historyView } from "./history-view.ts";
import { keypadView } from "./keypad-view.ts";
import { loginView } from "./login-view.ts";
import { messagesView } from "./messages-view.ts";
import { change, leaveAfterCall, model, type View } from "./model.ts";
import { statusBar } from "./status-bar.ts";

const TABS: readonly (readonly [View, string, IconName])[] = [
  ["keypad", "Keypad", "keypad"],
  ["calls", "Calls", "history"],
  ["messages", "Messages", "message"],
];

export function phoneView(): VirtualElement {
  const { state } = model;
  if (state === null) return h("main", { class: "waiting", key: "waiting" }, h("p", {}, "Connecting to Aircall..."));
  if (state.me === null) return loginView(state);
  const isBusy = state.call !== null;
  return h(
    "div",
    { class: `phone ${isBusy ? "phone-busy" : ""}`, key: "phone" },
    statusBar(state, state.me),
    errorLine(),
    h("main", { class: "content", key: "content" }, content()),
    isBusy ? null : tabs(),
  );
}

function content(): Child {
  const { state, view } = model;
  if (state === null) return null;
  if (state.call !== null) return callView(state, state.call);
  const ended = state.history.find(({ id }) => id === state.afterCall);
  if (ended !== undefined) return afterCallView(state, ended);
  if (view === "calls") return historyView(state);
  return view === "messages" ? messagesView(state) : keypadView(state);
}

function errorLine(): Child {
  const { error } = model;
  if (error === null) return null;
  const close = h(
    "button",
    { type: "button", class: "plain", "aria-label": "Close this message", onclick: () => change({ error: null }) },
    icon("close"),
  );
  return h("p", { class: "error", role: "alert", key: "error" }, h("span", {}, error), close);
}

function tabs(): VirtualElement {
  const buttons = TABS.map(([view, label, name]) =>
    h(
      "button",
      {
        type: "button",
        key: view,
        class: "tab",
        "aria-current": model.view === view ? "page" : null,
        onclick: () => {
          leaveAfterCall();
          change({ view, openCall: null, conversation: null });
        },
      },
      icon(name),
      h("span", {}, label),
    ),
  );
  return h("nav", { class: "tabs", "aria-label": "Phone", key: "tabs" }, buttons);
}
