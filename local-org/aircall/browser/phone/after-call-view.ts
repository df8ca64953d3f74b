import type { CallView, PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { duration, partyOf } from "../dom/words.ts";
import { leaveAfterCall } from "./model.ts";
import { notesView } from "./notes-view.ts";

/** After the call: time for tags and a comment. */
export function afterCallView(state: PhoneState, call: CallView): VirtualElement {
  const talk = call.answeredAt === null || call.endedAt === null ? 0 : (call.endedAt - call.answeredAt) / 1000;
  return h(
    "section",
    { class: "after", key: `after-${call.id}`, "aria-label": "After the call" },
    h("p", { class: "call-kind", role: "status" }, "Call ended"),
    h("h1", {}, partyOf(call)),
    h("p", { class: "quiet" }, `${duration(talk)} with ${call.externalDisplay}`),
    notesView(state, call),
    h("button", { type: "button", class: "wide", id: "done", onclick: leaveAfterCall }, "Done"),
  );
}
