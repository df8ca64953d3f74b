import type { PanelAction, PanelConnection, PanelState } from "./panel-state.ts";
import { asObject, asText, isRecordId } from "./parse.ts";

/**
 * The page's side of the panel: the panel announces itself by an event and gets every state from then on; what the agent does
 * in it comes back as events. Both pass the component's boundary because they bubble and are composed.
 */
export class PanelLink {
  readonly #onConnect: () => void;
  #receive: ((state: PanelState) => void) | null = null;
  #state: PanelState | null = null;

  /** @param target where the events arrive: an element around the panel */
  constructor(target: EventTarget, onConnect: () => void, onAction: (action: PanelAction) => void) {
    this.#onConnect = onConnect;
    target.addEventListener("panelconnect", (event) => {
      this.#handleConnect(event);
    });
    target.addEventListener("panelaction", (event) => {
      const action = event instanceof CustomEvent ? toAction(event.detail) : null;
      if (action !== null) onAction(action);
    });
  }

  /** Whether there is a panel that shows the state. */
  get isConnected(): boolean {
    return this.#receive !== null;
  }

  /** Shows a state, now or when the panel comes. A panel that fails is given up: the phone goes on without it. */
  show(state: PanelState): void {
    this.#state = state;
    try {
      this.#receive?.(state);
    } catch {
      this.#receive = null;
    }
  }

  #handleConnect(event: Event): void {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    const connection = asObject(detail);
    if (connection === null || !isConnection(connection)) return;
    this.#receive = connection.receive;
    if (this.#state !== null) this.show(this.#state);
    this.#onConnect();
  }
}

function isConnection(value: object): value is PanelConnection {
  return "receive" in value && typeof value.receive === "function";
}

function toAction(detail: unknown): PanelAction | null {
  const value = asObject(detail);
  const recordId = value?.["recordId"];
  const callId = asText(value?.["callId"]);
  const number = asText(value?.["number"]);
  switch (value?.["type"]) {
    case "openRecord":
      return isRecordId(recordId) ? { type: "openRecord", recordId } : null;
    case "chooseMatch":
      return isRecordId(recordId) && callId !== null ? { type: "chooseMatch", callId, recordId } : null;
    case "searchNumber":
      return number === null ? null : { type: "searchNumber", number };
    case "dismissDial":
      return { type: "dismissDial" };
    case "usePhoneHere":
      return { type: "usePhoneHere" };
    case "logChanged":
      return { type: "logChanged" };
    default:
      return null;
  }
}
