/** The phone page: what an agent sees of Aircall inside another page. */
import type { PhoneState } from "../../screens/views.ts";
import { render } from "../dom/element.ts";
import { change, dial, leaveAfterCall, model, onChange, onLogin } from "./model.ts";
import { phoneView } from "./phone-view.ts";
import { type CommandAnswer, connectWire } from "./wire.ts";

let events: EventSource | null = null;

const root = document.querySelector("#phone");
if (root === null) throw new Error("phone.html has no #phone");
onChange(() => render(root, [phoneView()]));

const wire = connectWire(command, () => model.state?.answers ?? "normal");
onLogin(listen);
listen();
window.setInterval(() => {
  // Only timers move by themselves.
  if (model.state?.call != null || (model.state?.me?.wrapUpUntil ?? null) !== null) change({});
}, 500);

/** Hears states and events for whoever is logged in now. */
function listen(): void {
  events?.close();
  events = new EventSource("/phone/events");
  events.addEventListener("state", (event) => {
    const state = JSON.parse(String(event.data)) as PhoneState; // this page's own server, by the type that both share
    receive(state);
  });
  events.addEventListener("message", (event) => {
    const message: unknown = JSON.parse(String(event.data));
    if (typeof message !== "object" || message === null || !("name" in message) || typeof message.name !== "string") return;
    const value = "value" in message ? message.value : undefined;
    if (message.name === "external_dial") fillKeypad(value);
    wire.send(message.name, value);
  });
}

function receive(state: PhoneState): void {
  const before = model.state?.call ?? null;
  const isOtherCall = state.call?.id !== before?.id;
  wire.announce(state);
  change({
    state,
    skew: state.now - Date.now(),
    ...(isOtherCall ? { panel: null, error: null, comment: "", transferTo: "", openCall: null } : {}),
  });
  document.title = state.call?.status === "initial" ? "Ringing - Phone" : "Phone";
}

/** Commands of the page around, as Aircall documents them. `dial_number` fills the keypad; calling is up to the agent. */
function command(name: string, value: unknown): CommandAnswer | null {
  const isInCall = model.state?.call != null;
  const inCall: CommandAnswer = { success: false, errorCode: "in_call", errorMessage: "The phone is in a call" };
  switch (name) {
    case "dial_number":
      if (isInCall) return inCall;
      fillKeypad(value);
      if (model.state?.dialAtOnce === true) dial();
      return { success: true };
    case "exit_keyboard":
      if (isInCall) return inCall;
      if (model.view !== "keypad")
        return { success: false, errorCode: "not_in_keyboard", errorMessage: "The phone is not on the keyboard" };
      change({ view: "calls", digits: "" });
      return { success: true };
    case "is_logged_in":
      return { success: true, data: true };
    default:
      return null;
  }
}

function fillKeypad(value: unknown): void {
  if (typeof value !== "object" || value === null || !("phone_number" in value)) return;
  leaveAfterCall();
  change({ view: "keypad", digits: String(value.phone_number), openCall: null, conversation: null, error: null });
  document.querySelector<HTMLElement>("#call-button")?.focus({ preventScroll: true });
}

window.addEventListener("pageshow", (event) => {
  // Out of the back-forward cache: the event stream is gone.
  if (event.persisted) location.reload();
});
