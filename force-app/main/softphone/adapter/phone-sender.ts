import type { Workspace } from "aircall-everywhere";
import { asObject, asText } from "./parse.ts";
import type { DialOutcome } from "./panel-state.ts";

/**
 * Sends commands to the phone, one of a name at a time: answers carry no id, so the SDK gives the answer of one command to
 * the last that was sent under its name.
 */
export class PhoneSender {
  readonly #workspace: Workspace;
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Asks the phone to dial; never rejects. */
  dial(number: string): Promise<DialOutcome> {
    return this.#send("dial_number", { phone_number: number });
  }

  #send(name: string, data: unknown): Promise<DialOutcome> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const answer = before.then(() => this.#sendNow(name, data));
    this.#last.set(name, answer);
    return answer;
  }

  #sendNow(name: string, data: unknown): Promise<DialOutcome> {
    return new Promise((resolve) => {
      this.#workspace.send(name, data, (success, result) => {
        resolve(success ? "accepted" : outcomeOf(asText(asObject(result)?.["code"])));
      });
    });
  }
}

function outcomeOf(code: string | null): DialOutcome {
  switch (code) {
    case "in_call":
      return "inCall";
    case "not_ready":
      return "notReady";
    case "no_answer":
      return "noAnswer";
    default:
      return "refused";
  }
}
