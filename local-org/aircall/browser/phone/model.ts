/** What the phone page knows: the server's state and what only this page has (the view, texts being typed). */
import type { CallView, PhoneState } from "../../screens/views.ts";
import { post, RefusedError } from "../dom/server.ts";

export type View = "keypad" | "calls" | "messages";

export interface Model {
  state: PhoneState | null;
  view: View;
  /** The number being typed. */
  digits: string;
  /** Line to call and write with; null = the agent's own default. */
  line: number | null;
  /** Open panel of the call. */
  panel: "transfer" | "notes" | null;
  comment: string;
  transferTo: string;
  /** A past call that is open for notes. */
  openCall: number | null;
  /** Number of the open conversation. */
  conversation: string | null;
  message: string;
  /** What went wrong last. */
  error: string | null;
  /** Server's clock minus this one's, milliseconds. */
  skew: number;
}

export const model: Model = {
  state: null,
  view: "keypad",
  digits: "",
  line: null,
  panel: null,
  comment: "",
  transferTo: "",
  openCall: null,
  conversation: null,
  message: "",
  error: null,
  skew: 0,
};

let repaint: () => void = () => undefined;

/** Sets what draws the page. */
export function onChange(draw: () => void): void {
  repaint = draw;
}

let listenAgain: () => void = () => undefined;

/** Sets what opens the stream of states anew. */
export function onLogin(listen: () => void): void {
  listenAgain = listen;
}

/** Logs in to the phone on this browser; null logs out. */
export async function logIn(user: string | null): Promise<void> {
  await post("/phone/session", user === null ? {} : { user });
  listenAgain();
}

/** Changes the page's own part and draws. */
export function change(changes: Partial<Model>): void {
  Object.assign(model, changes);
  repaint();
}

export function now(): number {
  return Date.now() + model.skew;
}

/** The line that calls and messages go out with. */
export function currentLine(): number | null {
  const { state, line } = model;
  const known = state?.lines.some(({ id }) => id === line) ?? false;
  return known ? line : (state?.defaultLine ?? state?.lines[0]?.id ?? null);
}

/** Asks the server for something; a refusal is shown. Gives whether it was done. */
export async function act(body: object): Promise<boolean> {
  try {
    await post("/phone/actions", body);
    change({ error: null });
    return true;
  } catch (error) {
    change({ error: error instanceof RefusedError ? error.message : String(error) });
    return false;
  }
}

export function actOnCall(call: CallView, action: string, more: object = {}): Promise<boolean> {
  return act({ type: "call", call: call.id, action: { action, ...more } });
}

/** Leaves the after-call card; ends the wrap-up. */
export function leaveAfterCall(): void {
  if (model.state?.afterCall != null) void act({ type: "afterCallDone" });
}

/** Calls the typed number. */
export function dial(): void {
  const { digits } = model;
  if (digits.trim() === "") return;
  void act({ type: "dial", to: digits, line: currentLine() }).then((isDone) => {
    if (isDone) change({ digits: "" });
  });
}
