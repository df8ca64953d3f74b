/** A local org: what outlives its transactions. */
import type { Schema } from "../data/schema/schema.ts";
import { SearchIndex } from "../data/sosl/search-index.ts";
import type { Store } from "../data/store/store.ts";
import { AsyncQueue } from "./async-queue.ts";
import { CacheStore } from "./cache-store.ts";
import type { CalloutPort } from "./callout-port.ts";
import { CredentialStore } from "./credentials.ts";
import { Clock } from "./clock.ts";
import type { RunningUser } from "./context.ts";
import { EventBus } from "./event-bus.ts";
import { EMPTY_PROGRAM, type LinkedProgram } from "./program.ts";
import { SetupValues } from "./setup-values.ts";

export type Edition = "Developer Edition" | "Enterprise Edition" | "Professional Edition" | "Unlimited Edition";

export interface OrgSettings {
  /** Deployed package namespace, or null. */
  readonly namespace: string | null;
  readonly edition: Edition;
  readonly personAccounts: boolean;
  /** Seconds after commit until SOSL finds a record. */
  readonly searchIndexLag: number;
  readonly defaultLanguage: string;
  readonly timeZone: string;
}

export const DEFAULT_SETTINGS: OrgSettings = {
  namespace: null,
  edition: "Developer Edition",
  personAccounts: false,
  searchIndexLag: 0,
  defaultLanguage: "en_US",
  timeZone: "America/Los_Angeles",
};

/** Host names of the org's faces, without port. */
export interface OrgHosts {
  readonly lightning: string;
  readonly myDomain: string;
  readonly visualforce: string;
  readonly site: string;
}

/** Until a server shows the org under names of its own. */
export const DEFAULT_HOSTS: OrgHosts = {
  lightning: "local-org-dev-ed.develop.lightning.force.com",
  myDomain: "local-org-dev-ed.develop.my.salesforce.com",
  visualforce: "local-org-dev-ed--c.develop.vf.force.com",
  site: "local-org-dev-ed.develop.my.salesforce-sites.com",
};

/** One line of `GET /local/limits`. */
export interface LimitsRecord {
  readonly transaction: string;
  readonly soql: number;
  readonly sosl: number;
  readonly dml: number;
  readonly rows: number;
  readonly callouts: number;
  readonly ms: number;
}

export interface SentEmail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface SentNotification {
  readonly typeId: string;
  readonly recipients: readonly string[];
  readonly title: string;
  readonly body: string;
  /** Record or page that it leads to. */
  readonly target: string | null;
  readonly at: number;
}

/** An asynchronous piece of work that ended with an exception. */
export interface Failure {
  readonly label: string;
  readonly message: string;
  readonly stack: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const KEPT_RECORDS = 200;

export class Org {
  readonly schema: Schema;
  readonly store: Store;
  readonly settings: OrgSettings;
  readonly clock = new Clock();
  /** Jobs that wait to run. */
  readonly queue = new AsyncQueue();
  readonly events = new EventBus(this);
  /** What SOSL finds: attached before the first transaction. */
  readonly searchIndex: SearchIndex;
  /** Replaced when the project's Apex is linked. */
  program: LinkedProgram = EMPTY_PROGRAM;
  /** Custom labels by lower-case name. */
  readonly labels = new Map<string, string>();
  /** Translated labels: by lower-case language, then by lower-case name. */
  readonly labelTranslations = new Map<string, ReadonlyMap<string, string>>();
  /** Static resources by lower-case name. */
  readonly resources = new Map<string, Uint8Array>();
  hosts: OrgHosts = DEFAULT_HOSTS;
  /** Named and external credentials with their secrets. */
  readonly credentials = new CredentialStore();
  /** What administrators set that neither metadata nor records hold. */
  readonly setup = new SetupValues();
  /** Values of Cache.Org and Cache.Session. */
  readonly cache = new CacheStore();
  /** E-mails sent, newest last; nothing leaves the local org. */
  readonly emails: SentEmail[] = [];
  /** Custom notifications sent, newest last. */
  readonly notifications: SentNotification[] = [];
  /** Origins that callouts may reach without a named credential. */
  readonly remoteSites = new Set<string>();
  /** Null: callouts outside tests are refused. */
  calloutPort: CalloutPort | null = null;
  /** Told of every failure of asynchronous work. */
  onFailure: ((failure: Failure) => void) | null = null;
  readonly #limits: LimitsRecord[] = [];
  readonly #failures: Failure[] = [];
  #users: { administrator: RunningUser; automatedProcess: RunningUser; guest: RunningUser } | null = null;

  constructor(schema: Schema, store: Store, settings: Partial<OrgSettings> = {}) {
    this.schema = schema;
    this.store = store;
    this.searchIndex = new SearchIndex(store);
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
  }

  /** The seeded users. Throws before `seedOrg`. */
  get users(): { readonly administrator: RunningUser; readonly automatedProcess: RunningUser; readonly guest: RunningUser } {
    if (this.#users === null) throw new Error("the org has no users yet: call seedOrg first");
    return this.#users;
  }

  setUsers(users: { administrator: RunningUser; automatedProcess: RunningUser; guest: RunningUser }): void {
    this.#users = users;
  }

  /** Newest first. */
  limitsRecords(): readonly LimitsRecord[] {
    return this.#limits.toReversed();
  }

  keepLimits(record: LimitsRecord): void {
    this.#limits.push(record);
    if (this.#limits.length > KEPT_RECORDS) this.#limits.shift();
  }

  keepFailure(failure: Failure): void {
    this.#failures.push(failure);
    if (this.#failures.length > KEPT_RECORDS) this.#failures.shift();
    this.onFailure?.(failure);
  }

  /** Failures of asynchronous work, newest first. */
  failures(): readonly Failure[] {
    return this.#failures.toReversed();
  }
}
