/** The parts of one stand-in, as its faces (REST, `/local`, screens) use them. */
import type { Agents } from "./calls/agents.ts";
import type { Exchange } from "./calls/exchange.ts";
import type { Pace } from "./calls/pace.ts";
import type { WrapUps } from "./calls/wrap-ups.ts";
import type { Company } from "./company/company.ts";
import type { MessageCenter } from "./messages/message-center.ts";
import type { Deliveries } from "./webhooks/deliveries.ts";
import type { Webhook } from "./webhooks/webhook.ts";

/** Faults that a test or a person switches on. */
export interface Faults {
  /** The next `count` REST requests are answered with this status; `retryAfter` in seconds for 429. */
  rest: { readonly status: number; count: number; readonly retryAfter: number | null } | null;
  /** Every REST answer waits so long. */
  latencyMs: number;
  /** Setting a user's availability over REST is refused. */
  refuseAvailability: boolean;
}

/** How the phone page treats commands of the page around it: as documented, or with one of the SDK's troubles. */
export const PHONE_ANSWERS = ["normal", "none", "late", "invalid", "no_code"] as const;

export interface PhoneSettings {
  /** false: `dial_number` fills the keypad and the agent presses the call button; true: it calls. Aircall documents neither. */
  dialAtOnce: boolean;
  answers: (typeof PHONE_ANSWERS)[number];
}

export interface StandIn {
  readonly company: Company;
  readonly exchange: Exchange;
  readonly agents: Agents;
  readonly wrapUps: WrapUps;
  readonly messages: MessageCenter;
  readonly deliveries: Deliveries;
  /** By UUID. */
  readonly webhooks: Map<string, Webhook>;
  readonly faults: Faults;
  readonly phoneSettings: PhoneSettings;
  readonly pace: Pace;
}
