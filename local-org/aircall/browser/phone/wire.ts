/** The phone's side of the protocol that the `aircall-everywhere` SDK speaks from the page around this one. */
import type { PhoneState } from "../../screens/views.ts";

/** What a command of the page around may be answered with. */
export type CommandAnswer =
  | { readonly success: true; readonly data?: unknown }
  | { readonly success: false; readonly errorCode: string; readonly errorMessage: string };

/** Does a command; null: there is no such command. */
export type CommandHandler = (name: string, value: unknown) => CommandAnswer | null;

export interface Wire {
  /** Tells the page around who is logged in: `loaded` or `logout` when that has changed. */
  announce(state: PhoneState): void;
  /** Sends an event, without its prefix. */
  send(name: string, value: unknown): void;
}

const UNKNOWN: CommandAnswer = { success: false, errorCode: "does_not_exists", errorMessage: "This event does not exist" };

/** Just above the time after which the SDK gives up. */
const LATE_MS = 2100;

/** Listens to the page around, and to no other window. */
export function connectWire(handle: CommandHandler, answers: () => PhoneState["answers"]): Wire {
  let announced: string | null = null;
  // Until the page around has spoken its origin is not known; it is asked nothing secret.
  let origin = "*";
  const isFramed = window.parent !== window;
  const send = (name: string, value: unknown): void => {
    if (isFramed)
      window.parent.postMessage(value === undefined ? { name: `apm_phone_${name}` } : { name: `apm_phone_${name}`, value }, origin);
  };
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !isFramed) return;
    const data: unknown = event.data;
    if (typeof data !== "object" || data === null || !("name" in data) || typeof data.name !== "string") return;
    const name = /^apm_app_(\w+)$/.exec(data.name)?.[1];
    if (name === undefined) return;
    origin = event.origin === "null" ? "*" : event.origin;
    if (announced === null || name === "isready") return;
    if (name === "get_settings") {
      send("integration_settings", {});
      return;
    }
    const value = "value" in data ? data.value : undefined;
    answer(send, name, handle(name, value) ?? UNKNOWN, answers());
  });
  return {
    send,
    announce: ({ me, companyName }) => {
      const email = me?.email ?? null;
      if (email === announced) return;
      if (announced !== null) send("logout", undefined);
      announced = email;
      if (me !== null) send("loaded", { email: me.email, first_name: me.firstName, last_name: me.lastName, company_name: companyName });
    },
  };
}

/** As documented, or with a trouble that the console has switched on. */
function answer(send: Wire["send"], name: string, value: CommandAnswer, mode: PhoneState["answers"]): void {
  const reply = `${name}_response`;
  switch (mode) {
    case "normal":
      return send(reply, value);
    case "none":
      return;
    case "late":
      window.setTimeout(() => send(reply, value), LATE_MS);
      return;
    case "invalid":
      return send(reply, { ...value, success: String(value.success) });
    case "no_code":
      return send(reply, { success: false });
  }
}
