import type { FindCallers } from "./caller-lookup.ts";
import type { HostPort } from "./host-port.ts";
import type { CallerMatch, CallerSearch } from "./panel-state.ts";

/** What is known of a caller after the search. */
export interface CallerFound {
  readonly search: CallerSearch;
  readonly matches: readonly CallerMatch[];
  /** The record that was opened; null when none was. */
  readonly recordId: string | null;
  /** As in the panel's state. */
  readonly isChosen?: boolean;
}

type PopHost = Pick<HostPort, "screenPop" | "showSearch" | "searchAndScreenPop">;

/** Opens the caller's record when a call rings, once for each call. */
export class ScreenPop {
  readonly #host: PopHost;
  readonly #findCallers: FindCallers;
  readonly #seen = new Set<string>();

  constructor(host: PopHost, findCallers: FindCallers) {
    this.#host = host;
    this.#findCallers = findCallers;
  }

  /**
   * Finds the caller and opens the record on which the call will be logged. Not decided: the search page. Nobody: nothing.
   * Without the server the host searches by its own rules. Never rejects; a call that was handled before gives null.
   *
   * @param number null when it is withheld
   */
  async handleRing(callId: string, number: string | null): Promise<CallerFound | null> {
    if (this.#seen.has(callId)) return null;
    this.#seen.add(callId);
    if (number === null) return { search: "anonymous", matches: [], recordId: null };
    const found = await this.#findCallers(number).catch(() => null);
    if (found === null) return this.#popByHost(number);
    const [first] = found.matches;
    if (first !== undefined && !found.isUndecided) {
      const recordId = await this.#open(first.recordId);
      return { search: "found", matches: found.matches, recordId };
    }
    if (!found.isUndecided) return { search: "none", matches: [], recordId: null };
    // A refusal leaves the list in the panel, where the agent can still choose.
    await this.#host.showSearch(found.number).catch(() => undefined);
    return { search: "undecided", matches: found.matches, recordId: null };
  }

  async #open(recordId: string): Promise<string | null> {
    try {
      await this.#host.screenPop(recordId);
      return recordId;
    } catch {
      return null;
    }
  }

  async #popByHost(number: string): Promise<CallerFound> {
    try {
      const matches = await this.#host.searchAndScreenPop(number);
      // The host opened what its own rules say: with one match that is the record, with several the search page.
      const recordId = matches.length === 1 ? (matches[0]?.recordId ?? null) : null;
      return { search: matches.length === 0 ? "none" : "found", matches, recordId };
    } catch {
      return { search: "unavailable", matches: [], recordId: null };
    }
  }
}
