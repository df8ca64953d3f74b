import type { DialOutcome } from "./panel-state.ts";

/** Another tab without a call hands the phone over much sooner. */
const TAKEOVER_MS = 2000;

/** A phone that was just fetched loads and logs in by itself within this time. */
const LOADING_MS = 10_000;

const LOOK_AGAIN_MS = 50;

export interface DialHereParts {
  readonly isLeader: () => boolean;
  readonly claim: () => void;
  readonly isReady: () => boolean;
  readonly dial: (number: string) => Promise<DialOutcome>;
}

/**
 * Dials with the phone in this tab, where the agent is. It is fetched when another tab has it; one that does not let go has a
 * call on. Never rejects.
 */
export async function dialHere(number: string, { isLeader, claim, isReady, dial }: DialHereParts): Promise<DialOutcome> {
  if (!isLeader()) {
    claim();
    if (!(await until(isLeader, TAKEOVER_MS))) return "inCall";
    if (!(await until(isReady, LOADING_MS))) return "notReady";
  }
  return dial(number);
}

async function until(isTrue: () => boolean, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += LOOK_AGAIN_MS) {
    if (isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return isTrue();
}
