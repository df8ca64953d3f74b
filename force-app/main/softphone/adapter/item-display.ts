import type { HostPort, ItemIcon } from "./host-port.ts";
import type { PanelCall } from "./panel-state.ts";

/** Texts of the utility item; `{0}` stands for the caller. */
export interface ItemTexts {
  readonly phone: string;
  readonly ringing: string;
  readonly inCall: string;
}

/** The item in the utility bar: says who rings and who is on the line while the panel is closed. */
export class ItemDisplay {
  readonly #host: Pick<HostPort, "setItemLabel" | "setItemIcon">;
  readonly #texts: ItemTexts;
  #label: string | null = null;
  #icon: ItemIcon | null = null;

  constructor(host: Pick<HostPort, "setItemLabel" | "setItemIcon">, texts: ItemTexts) {
    this.#host = host;
    this.#texts = texts;
  }

  /** Shows the call that matters most: one that rings before one that is on. */
  show(calls: readonly PanelCall[]): void {
    const call = calls.find(({ phase }) => phase === "ringing") ?? calls.find(({ phase }) => phase === "inCall");
    this.#setLabel(call === undefined ? this.#texts.phone : this.#labelOf(call));
    this.#setIcon(call?.phase !== "ringing" ? "call" : call.direction === "outbound" ? "outbound_call" : "incoming_call");
  }

  #labelOf(call: PanelCall): string {
    return (call.phase === "ringing" ? this.#texts.ringing : this.#texts.inCall).replace("{0}", () => callerName(call));
  }

  #setLabel(label: string): void {
    // The host shows its own label until the first call.
    if (label === (this.#label ?? this.#texts.phone)) return;
    this.#label = label;
    this.#host.setItemLabel(label).catch(() => undefined);
  }

  #setIcon(icon: ItemIcon): void {
    if (icon === (this.#icon ?? "call")) return;
    this.#icon = icon;
    this.#host.setItemIcon(icon).catch(() => undefined);
  }
}

/** The chosen record's name, else the first match's, else the number; empty when nothing is known. */
export function callerName(call: Pick<PanelCall, "recordId" | "matches" | "number">): string {
  const chosen = call.matches.find(({ recordId }) => recordId === call.recordId) ?? call.matches[0];
  return chosen?.name ?? call.number ?? "";
}
