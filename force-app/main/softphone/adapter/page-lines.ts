import { callerName } from "./item-display.ts";
import type { PanelState } from "./panel-state.ts";

/**
 * The page's own plain lines, for when the panel is not there: one paragraph for each status (`data-status`), whose words the
 * page holds in the agent's language, and one for the calls (`data-calls`).
 */
export class PageLines {
  readonly #root: ParentNode;

  /** @param onUsePhoneHere called when the agent asks for the phone by the page's own button */
  constructor(root: ParentNode, onUsePhoneHere: () => void) {
    this.#root = root;
    root.querySelector("[data-use-phone-here]")?.addEventListener("click", onUsePhoneHere);
  }

  /** @param isPanelShown the panel says the same, and better */
  show(state: Pick<PanelState, "status" | "calls">, isPanelShown: boolean): void {
    for (const line of this.#root.querySelectorAll<HTMLElement>("[data-status]")) {
      line.hidden = isPanelShown || line.dataset["status"] !== state.status;
    }
    const calls = this.#root.querySelector<HTMLElement>("[data-calls]");
    if (calls === null) return;
    const live = isPanelShown ? [] : state.calls.filter(({ phase }) => phase !== "ended");
    calls.hidden = live.length === 0;
    calls.textContent = live
      .map((call) => [callerName(call), call.number].filter((part, at, all) => all.indexOf(part) === at).join(" · "))
      .join(", ");
  }
}
