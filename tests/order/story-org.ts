/** The package in an org with the demo data, in this process; each story starts from the same data. */
import { join } from "node:path";
import "../../local-org/apex/library/index.ts";
import { propertyKey } from "../../local-org/apex/emit/names.ts";
import { compileUnits } from "../../local-org/apex/runtime/compile-units.ts";
import type { Program } from "../../local-org/apex/runtime/program.ts";
import { ApexList, UserObject, type ApexValue } from "../../local-org/apex/runtime/values.ts";
import type { Mark } from "../../local-org/data/store/store.ts";
import { checkFolder } from "../../local-org/project/compile-project.ts";
import { openOrg } from "../../local-org/project/open-org.ts";
import { loadSeed } from "../../local-org/salesforce/seed/load-seed.ts";
import { drain } from "../../local-org/transaction/drain.ts";
import type { Org } from "../../local-org/transaction/org.ts";
import { runTransaction } from "../../local-org/transaction/run-transaction.ts";
import { orgState, type OrgState } from "./org-state.ts";

const ROOT = join(import.meta.dirname, "../..");
/** All stories of the samples are past by then. */
const NOW = Date.UTC(2026, 9, 1);
/** What the pipeline may say of an event of a story. */
const PROCESSED = new Set(["Done", "Ignored"]);

export class StoryOrg {
  readonly #org: Org;
  readonly #program: Program;
  readonly #start: Mark;
  readonly #counters: ReadonlyMap<string, number>;
  readonly #source: ApexValue;
  /** Transactions so far. */
  transactions = 0;

  /** Deploys the package. `settings`: fields of the org's settings that differ from the demo's. Throws when it does not compile. */
  constructor(settings: Readonly<Record<string, ApexValue>> = {}) {
    const checked = checkFolder(ROOT);
    const [fault] = checked.diagnostics;
    if (fault !== undefined) throw new Error(`the package does not compile: ${fault.file}:${fault.line}: ${fault.message}`);
    this.#program = compileUnits(checked.bound);
    this.#org = openOrg(checked);
    this.#program.activate();
    this.#org.program = this.#program;
    this.#org.clock.fix(NOW);
    loadSeed(this.#org, join(ROOT, "config", "demo"), 8100);
    this.configure(settings);
    this.#start = this.#org.store.mark();
    this.#counters = this.#org.store.counters();
    const source = this.#program.find("InteractionSource")?.enumValues.find(({ name }) => name === "PUSH");
    if (source === undefined) throw new Error("there is no source PUSH");
    this.#source = source;
  }

  private configure(settings: Readonly<Record<string, ApexValue>>): void {
    const { store } = this.#org;
    for (const row of [...store.table("Aircall_Settings__c").rows()]) {
      store.update("Aircall_Settings__c", new Map([...row, ...Object.entries(settings)]));
    }
  }

  /** Gives each list of bodies to the pipeline in a transaction of its own; gives what is left then, and takes it all back. */
  play(deliveries: readonly (readonly string[])[]): OrgState {
    const { store } = this.#org;
    try {
      for (const bodies of deliveries) this.#process(bodies);
      drain(this.#org);
      const [failure] = this.#org.failures();
      if (failure !== undefined) throw new Error(`${failure.label}: ${failure.message}`);
      return orgState(store.changesSince(this.#start));
    } finally {
      store.rollbackTo(this.#start);
      store.restoreCounters(this.#counters);
    }
  }

  #process(bodies: readonly string[]): void {
    this.transactions++;
    const options = { user: this.#org.users.automatedProcess, kind: "UNDEFINED", label: `${bodies.length} events` } as const;
    const statuses = runTransaction(this.#org, options, () => {
      const results = this.#program.callStatic("InteractionPipeline", "process", [new ApexList("List<String>", [...bodies]), this.#source]);
      if (!(results instanceof ApexList)) throw new Error("the pipeline gave no results");
      return results.items.map((result) => (result instanceof UserObject ? String(Reflect.get(result, propertyKey("status"))) : "nothing"));
    });
    const wrong = statuses.find((status) => !PROCESSED.has(status));
    if (wrong !== undefined) throw new Error(`the pipeline says ${wrong}`);
  }
}
