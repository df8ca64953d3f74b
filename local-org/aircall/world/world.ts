/** What the stand-in starts with: one Aircall company. Ids are Aircall's; numbers are E.164. */
import type { EventName } from "./event-names.ts";

export type LineAvailability = "open" | "custom" | "closed";

export interface WorldLine {
  readonly id: number;
  readonly name: string;
  /** E.164. */
  readonly number: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA. */
  readonly timeZone: string;
  readonly availability: LineAvailability;
  /** Calls on this line are recorded. */
  readonly recording: boolean;
}

export interface WorldUser {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: string;
  readonly timeZone: string;
  /** Seconds; 0 = off. */
  readonly wrapUpTime: number;
  readonly extension: string;
  /** Ids of the lines that this user answers and dials with. */
  readonly numbers: readonly number[];
  readonly defaultNumber: number | null;
}

export interface WorldTeam {
  readonly id: number;
  readonly name: string;
  readonly users: readonly number[];
}

export interface WorldTag {
  readonly id: number;
  readonly name: string;
  /** `#RRGGBB`. */
  readonly color: string;
  readonly description: string | null;
}

export interface LabelledValue {
  readonly id: number;
  readonly label: string;
  readonly value: string;
}

export interface WorldContact {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly information: string | null;
  readonly phoneNumbers: readonly LabelledValue[];
  readonly emails: readonly LabelledValue[];
}

export interface WorldWebhook {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly events: readonly EventName[];
}

export interface World {
  readonly company: { readonly id: number; readonly name: string };
  /** The pair of HTTP Basic authentication. */
  readonly credential: { readonly id: string; readonly token: string };
  /** E-mail of the user whom the phone page shows when nobody logged in. */
  readonly defaultUser: string;
  readonly numbers: readonly WorldLine[];
  readonly users: readonly WorldUser[];
  readonly teams: readonly WorldTeam[];
  readonly tags: readonly WorldTag[];
  readonly contacts: readonly WorldContact[];
  readonly webhooks: readonly WorldWebhook[];
}
