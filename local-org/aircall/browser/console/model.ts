/** What the console knows: the server's state, and the forms that a person fills in. */
import type { ConsoleState, DeliveryView } from "../../screens/views.ts";
import { post, RefusedError } from "../dom/server.ts";

export interface CallForm {
  direction: "inbound" | "outbound";
  external: string;
  line: string;
  user: string;
  outcome: string;
  ring: string;
  talk: string;
  transferTo: string;
  comment: string;
  tag: string;
}

export interface MessageForm {
  direction: "inbound" | "outbound";
  external: string;
  line: string;
  user: string;
  channel: string;
  body: string;
}

export interface Model {
  state: ConsoleState | null;
  call: CallForm;
  message: MessageForm;
  /** Texts being typed beside running calls, by call id. */
  notes: Record<number, string>;
  transfers: Record<number, string>;
  /** The delivery whose body is open. */
  delivery: DeliveryView | null;
  /** Only deliveries about this call or message. */
  subject: string;
  notice: { readonly text: string; readonly isError: boolean } | null;
  skew: number;
}

export const model: Model = {
  state: null,
  call: {
    direction: "inbound",
    external: "",
    line: "",
    user: "",
    outcome: "",
    ring: "2",
    talk: "10",
    transferTo: "",
    comment: "",
    tag: "",
  },
  message: { direction: "inbound", external: "", line: "", user: "", channel: "sms", body: "" },
  notes: {},
  transfers: {},
  delivery: null,
  subject: "",
  notice: null,
  skew: 0,
};

let repaint: () => void = () => undefined;

export function onChange(draw: () => void): void {
  repaint = draw;
}

export function change(changes: Partial<Model>): void {
  Object.assign(model, changes);
  repaint();
}

export function now(): number {
  return Date.now() + model.skew;
}

/** Posts to the stand-in; `done` is shown when it worked, a refusal when not. Gives the answer, or null. */
export async function act(path: string, body: object, done?: string): Promise<unknown> {
  try {
    const answer = await post(path, body);
    change({ notice: done === undefined ? null : { text: done, isError: false } });
    return answer;
  } catch (error) {
    change({ notice: { text: error instanceof RefusedError ? error.message : String(error), isError: true } });
    return null;
  }
}
