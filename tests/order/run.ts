/**
 * Plays every story of the sample payloads to the pipeline in every order (long ones: in shuffled orders), with repetitions and with
 * events missing, as one batch and event by event: what is left in the org must always be the same. Prints the figures as
 * JSON, then what differed; exit code 1 when anything did. `--seed N` repeats a run;
 * `--rules defaults` and `--rules others` are the two halves of one.
 */
import { parseArgs } from "node:util";
import { permutations, parts, seededRandom, shuffled, withDrops, withRepeats, type Random } from "./arrivals.ts";
import { callStories, type Story, type StoryEvent } from "./call-stories.ts";
import { differences, type OrgState } from "./org-state.ts";
import { StoryOrg } from "./story-org.ts";
import { RULE_SETS } from "./rule-sets.ts";

/** Longest story of which every order is tried. */
const EVERY_ORDER = 6;
const SHUFFLES = 500;
const DROPS = 100;
const SHOWN = 20;

const { values } = parseArgs({ options: { seed: { type: "string" }, rules: { type: "string" } } });
const seed = Number(values.seed ?? 20261122);
const ruleSets = RULE_SETS.filter(({ share }) => values.rules === undefined || (values.rules === "defaults") === (share === 1));

class Campaign {
  readonly #org: StoryOrg;
  readonly #rules: string;
  readonly #random: Random;
  /** Names of the orders by what was different. */
  readonly found = new Map<string, string[]>();
  orders = 0;
  runs = 0;

  constructor(rules: string, org: StoryOrg, random: Random) {
    this.#rules = rules;
    this.#org = org;
    this.#random = random;
  }

  /** Every order, or `most` of them by chance; each with repetitions as well. */
  playStory({ name, events }: Story, most: number): void {
    const expected = this.#play(events, true);
    const orders = events.length <= EVERY_ORDER && most >= SHUFFLES ? permutations(events) : this.#shuffles(events, most);
    for (const order of orders) {
      this.orders++;
      this.#compare(name, expected, order, true);
      this.#compare(name, expected, withRepeats(order, this.#random), false);
    }
    this.#compare(name, expected, withRepeats(events, this.#random), true);
    this.#compare(name, expected, events, false);
  }

  /** What is left of a story without some events does not depend on the order of the others. */
  playDrops({ name, events }: Story, most: number): void {
    if (events.length < 2) return;
    const kept =
      events.length <= EVERY_ORDER && most >= DROPS ? parts(events) : Array.from({ length: most }, () => withDrops(events, this.#random));
    for (const some of kept) {
      this.orders++;
      const expected = this.#play(some, true);
      this.#compare(name, expected, shuffled(some, this.#random), true);
      this.#compare(name, expected, withRepeats(shuffled(some, this.#random), this.#random), false);
    }
  }

  #shuffles(events: readonly StoryEvent[], count: number): StoryEvent[][] {
    return Array.from({ length: count }, () => shuffled(events, this.#random));
  }

  #compare(story: string, expected: OrgState, order: readonly StoryEvent[], isBatch: boolean): void {
    const how = `${this.#rules}, ${story}, ${isBatch ? "one batch" : "event by event"}: ${order.map(({ name }) => name).join(", ")}`;
    let found: string[];
    try {
      found = differences(expected, this.#play(order, isBatch));
    } catch (error) {
      found = [error instanceof Error ? error.message : String(error)];
    }
    if (found.length === 0) return;
    const what = found.join("\n    ");
    this.found.set(what, [...(this.found.get(what) ?? []), how]);
  }

  #play(events: readonly StoryEvent[], isBatch: boolean): OrgState {
    this.runs++;
    const bodies = events.map(({ body }) => body);
    return this.#org.play(isBatch ? [bodies] : bodies.map((body) => [body]));
  }
}

const started = performance.now();
const random = seededRandom(seed);
const stories = callStories();
const found: { readonly what: string; readonly orders: readonly string[] }[] = [];
const figures: Record<string, number> = { seed, stories: stories.length, orders: 0, runs: 0, transactions: 0, differences: 0 };
for (const { name, settings, share } of ruleSets) {
  const org = new StoryOrg(settings);
  const campaign = new Campaign(name, org, random);
  for (const story of stories) {
    campaign.playStory(story, SHUFFLES * share);
    campaign.playDrops(story, DROPS * share);
  }
  for (const [what, orders] of campaign.found) found.push({ what, orders });
  figures["orders"] = (figures["orders"] ?? 0) + campaign.orders;
  figures["runs"] = (figures["runs"] ?? 0) + campaign.runs;
  figures["transactions"] = (figures["transactions"] ?? 0) + org.transactions;
}
figures["differences"] = found.length;
figures["seconds"] = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
for (const { what, orders } of found.slice(0, SHOWN))
  process.stdout.write(`${orders.length} orders, as in ${orders[0] ?? ""}\n    ${what}\n`);
process.exitCode = found.length === 0 ? 0 : 1;
