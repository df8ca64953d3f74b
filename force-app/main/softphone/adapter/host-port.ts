import type { CallerMatch } from "./panel-state.ts";

/** A wish to dial that came from a click on a phone number somewhere in the host. */
export interface DialRequest {
  /** As the field shows it, in any format. */
  readonly number: string;
  /** The record that the number belongs to; null when the host names none. */
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly objectApiName: string | null;
}

/** Icons of the utility item, by their names in the Lightning Design System. */
export type ItemIcon = "call" | "incoming_call" | "outbound_call";

/**
 * What the phone asks of the place it is embedded in. Every promise rejects with a `HostError` when the host refuses.
 * Open CTI ends in February 2028: another host is another implementation of these few methods.
 */
export interface HostPort {
  /** Opens a record in the workspace. */
  screenPop(recordId: string): Promise<void>;
  /** Opens the search page with a text of at least three characters. */
  showSearch(text: string): Promise<void>;
  /** Lets the host find an inbound caller by its own rules and open what those rules say; gives what it found. */
  searchAndScreenPop(number: string): Promise<readonly CallerMatch[]>;
  enableClickToDial(): Promise<void>;
  disableClickToDial(): Promise<void>;
  onClickToDial(listener: (request: DialRequest) => void): void;
  /** Tells when the agent moves within this browser tab, returning to it included. */
  onNavigationChange(listener: () => void): void;
  setPanelVisibility(visible: boolean): Promise<void>;
  isPanelVisible(): Promise<boolean>;
  setItemLabel(label: string): Promise<void>;
  setItemIcon(icon: ItemIcon): Promise<void>;
  /** Tells the host that the phone has started, which keeps it from showing its standby page. */
  initializationComplete(): Promise<void>;
  /** Reads what is on the screen again, after the server has changed it. */
  refreshView(): Promise<void>;
}

/** A refusal of the host. */
export class HostError extends Error {
  /** The host's own code: `INVALID_PARAM`, `GENERIC_ERROR`, `SERVER_ERROR`, `SOFTPHONE_CONTAINER_ERROR`; else `UNKNOWN`. */
  readonly code: string;

  constructor(method: string, code: string, description: string) {
    super(`${method}: ${description} (${code})`);
    this.name = "HostError";
    this.code = code;
  }
}
