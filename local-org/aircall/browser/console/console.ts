/** The console: a person plays Aircall. */
import type { ConsoleState } from "../../screens/views.ts";
import { type Child, h, render, type VirtualElement } from "../dom/element.ts";
import { agentsView } from "./agents-view.ts";
import { callForm } from "./call-form.ts";
import { pastCalls, runningCalls } from "./calls-view.ts";
import { deliveriesView } from "./deliveries-view.ts";
import { faultsView } from "./faults-view.ts";
import { messageForm } from "./message-form.ts";
import { change, model, onChange } from "./model.ts";

const root = document.querySelector("#console");
if (root === null) throw new Error("console.html has no #console");
onChange(() => render(root, [page()]));
change({});

const events = new EventSource("/console/events");
events.addEventListener("state", (event) => {
  const state = JSON.parse(String(event.data)) as ConsoleState; // this page's own server, by the type that both share
  change({ state, skew: state.now - Date.now() });
});
window.setInterval(() => {
  if (model.state?.calls.some(({ endedAt }) => endedAt === null) === true) change({});
}, 500);

function page(): VirtualElement {
  const { state } = model;
  if (state === null) return h("main", { class: "waiting" }, "Connecting...");
  return h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "top" },
      h("h1", {}, "Aircall console"),
      h("p", {}, `The phone system of ${state.companyName}, played by you`),
      h("a", { href: "/", target: "_blank" }, "Open a phone"),
    ),
    notice(),
    h(
      "main",
      { class: "columns" },
      h("div", { class: "column" }, callForm(state), messageForm(state)),
      h("div", { class: "column column-wide" }, runningCalls(state), pastCalls(state), deliveriesView(state)),
      h("div", { class: "column" }, agentsView(state), faultsView(state)),
    ),
  );
}

function notice(): Child {
  const { notice: shown } = model;
  return h("p", { class: `notice ${shown?.isError === true ? "notice-bad" : ""}`, role: "status" }, shown?.text ?? "");
}
