/** One Aircall account in memory: people, lines, teams, tags, contacts. Calls, messages and webhooks are kept by their own parts. */
import type { EventName } from "../world/event-names.ts";
import type { LabelledValue, LineAvailability, World, WorldContact, WorldLine, WorldTag } from "../world/world.ts";
import { type User, userOf } from "./user.ts";

export interface Line extends Omit<WorldLine, "name" | "availability"> {
  name: string;
  availability: LineAvailability;
  /** null, 0 or 1. */
  priority: number | null;
  /** UNIX milliseconds. */
  readonly createdAt: number;
}

export interface Team {
  readonly id: number;
  readonly name: string;
  readonly users: User[];
  /** UNIX milliseconds. */
  readonly createdAt: number;
}

export type Tag = { -readonly [K in keyof WorldTag]: WorldTag[K] };

export interface Contact extends Pick<WorldContact, "id"> {
  firstName: string | null;
  lastName: string | null;
  companyName: string | null;
  information: string | null;
  phoneNumbers: LabelledValue[];
  emails: LabelledValue[];
  /** UNIX seconds. */
  readonly createdAt: number;
  updatedAt: number;
}

/** What happens in the company goes out by these. */
export interface CompanyOutputs {
  /** A webhook event; `data` is the resource at this moment. */
  publish(event: EventName, data: object): void;
  /** A message of the phone protocol, without its `apm_phone_` prefix, to every phone page of a user. */
  phone(userId: number, name: string, value?: object): void;
  /** Something that a screen shows has changed. */
  changed(): void;
}

export interface CompanyOptions {
  readonly world: World;
  /** Address of the REST API, without a slash at the end. */
  readonly apiAddress: string;
  /** UNIX milliseconds. */
  readonly now: () => number;
  readonly outputs: CompanyOutputs;
}

/** 2026-01-15T09:00:00Z: the day on which the company's people and lines were set up. */
const SET_UP = Date.UTC(2026, 0, 15, 9);

export class Company {
  readonly id: number;
  readonly name: string;
  readonly credential: World["credential"];
  readonly apiAddress: string;
  readonly now: () => number;
  readonly outputs: CompanyOutputs;
  readonly users = new Map<number, User>();
  readonly lines = new Map<number, Line>();
  readonly teams = new Map<number, Team>();
  readonly tags = new Map<number, Tag>();
  readonly contacts = new Map<number, Contact>();
  #lastId: number;

  constructor({ world, apiAddress, now, outputs }: CompanyOptions) {
    this.id = world.company.id;
    this.name = world.company.name;
    this.credential = world.credential;
    this.apiAddress = apiAddress;
    this.now = now;
    this.outputs = outputs;
    for (const line of world.numbers) this.lines.set(line.id, { ...line, priority: null, createdAt: SET_UP });
    for (const user of world.users) this.users.set(user.id, userOf(user, SET_UP));
    for (const tag of world.tags) this.tags.set(tag.id, { ...tag });
    for (const { id, name, users } of world.teams) {
      const members = users.flatMap((userId) => this.users.get(userId) ?? []);
      this.teams.set(id, { id, name, users: members, createdAt: SET_UP });
    }
    for (const contact of world.contacts) {
      const at = Math.floor(SET_UP / 1000);
      const values = { phoneNumbers: [...contact.phoneNumbers], emails: [...contact.emails] };
      this.contacts.set(contact.id, { ...contact, ...values, createdAt: at, updatedAt: at });
    }
    this.#lastId = Math.max(490_000_000, ...this.contacts.keys());
  }

  /** An id that nothing of this company has yet. */
  nextId(): number {
    return ++this.#lastId;
  }

  /** UNIX seconds. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  userByEmail(email: string): User | undefined {
    const wanted = email.toLowerCase();
    return [...this.users.values()].find((user) => user.email.toLowerCase() === wanted);
  }

  /** The newest contact with this E.164 number, or null. */
  contactByNumber(e164: string | null): Contact | null {
    if (e164 === null) return null;
    const matches = [...this.contacts.values()].filter(({ phoneNumbers }) => phoneNumbers.some(({ value }) => value === e164));
    return matches.at(-1) ?? null;
  }

  /** Users who answer a line, in order of their id. */
  usersOf(line: Line): User[] {
    return [...this.users.values()].filter(({ numbers }) => numbers.includes(line.id)).sort((a, b) => a.id - b.id);
  }
}
