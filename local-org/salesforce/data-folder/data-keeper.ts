/** Writes the org to its data folder a moment after every change, and when it stops. */
import type { Org } from "../../transaction/org.ts";
import { writeSavedOrg } from "./saved-org.ts";

const PAUSE_MS = 500;

export class DataKeeper {
  readonly #org: Org;
  readonly #folder: string;
  readonly #deployed: ReadonlySet<string>;
  #timer: NodeJS.Timeout | null = null;

  /** `deployed`: ids of the rows that the deployment made. Writes at once, so that a folder that cannot be written is known at the start. */
  constructor(org: Org, folder: string, deployed: ReadonlySet<string>) {
    this.#org = org;
    this.#folder = folder;
    this.#deployed = deployed;
    this.save();
    const saveSoon = (): void => {
      this.#timer ??= setTimeout(() => this.save(), PAUSE_MS);
    };
    org.store.onCommit(saveSoon);
    org.setup.onChange(saveSoon);
  }

  save(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    writeSavedOrg(this.#folder, this.#org, this.#deployed);
  }
}
