/** One call, as the exchange keeps it. Times are UNIX milliseconds. */
import type { Contact, Line, Tag } from "../company/company.ts";
import type { User } from "../company/user.ts";

export const MISSED_REASONS = [
  "out_of_opening_hours",
  "short_abandoned",
  "abandoned_in_ivr",
  "abandoned_in_classic",
  "no_available_agent",
  "agents_did_not_answer",
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

export interface CallComment {
  readonly id: number;
  readonly content: string;
  /** null: posted over the API. */
  readonly author: User | null;
  readonly postedAt: number;
}

export interface CallTag {
  readonly tag: Tag;
  /** null: set by Aircall itself or over the API. */
  readonly author: User | null;
  readonly taggedAt: number;
}

/** A sound that belongs to a call. */
export interface Media {
  readonly seconds: number;
}

export interface Utterance {
  readonly from: "internal" | "external";
  readonly text: string;
}

/** What conversation intelligence made of a call. */
export interface Insights {
  readonly summary: string;
  readonly topics: readonly string[];
  readonly sentiment: "POSITIVE" | "NEUTRAL" | "NEGATIVE";
  readonly actionItems: readonly string[];
  readonly utterances: readonly Utterance[];
}

/** A line of an insight card; `label` null for the title. */
export interface CardLine {
  readonly label: string | null;
  readonly text: string;
  readonly link: string | null;
}

export interface Call {
  readonly id: number;
  /** `CA` and 32 hexadecimal digits. */
  readonly uuid: string;
  readonly direction: "inbound" | "outbound";
  readonly line: Line;
  /** The other party in E.164; null = anonymous. */
  readonly external: string | null;
  readonly contact: Contact | null;
  /** A plan plays it: agents take it even when they have another call. */
  readonly isPlanned: boolean;
  readonly startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  missedReason: MissedReason | null;
  /** Who made or answered the call last; null while an inbound call is not answered. */
  user: User | null;
  /** Whose phone holds the call now: null while ringing, after an external transfer and at the end. */
  holder: User | null;
  /** Whose phones ring. */
  ringing: User[];
  isOnHold: boolean;
  isRecordingPaused: boolean;
  transferredBy: User | null;
  transferredTo: User | null;
  /** A transfer that the other agent has not taken yet. */
  isTransferPending: boolean;
  /** E.164. */
  externalTransferredTo: string | null;
  assignedTo: User | null;
  isArchived: boolean;
  readonly comments: CallComment[];
  tags: CallTag[];
  recording: Media | null;
  voicemail: Media | null;
  /** Recording and voicemail have links: from `call.ended` on, later when Aircall is slow. */
  isMediaReady: boolean;
  /** `call.ended` was sent. */
  isFinished: boolean;
  insights: Insights | null;
  /** Lines of the cards that an integration shows to the agent. */
  readonly cards: CardLine[];
  /** Ends what waits for this call (ringing out, plans) when the call is over. */
  readonly cancels: (() => void)[];
}

export type CallStatus = "initial" | "answered" | "done";

/** The status on the wire. */
export function statusOf(call: Call): CallStatus {
  return call.endedAt !== null ? "done" : call.answeredAt !== null ? "answered" : "initial";
}

/** Seconds on the wire: ringing included, 0 while the call runs. */
export function durationOf(call: Call): number {
  return call.endedAt === null ? 0 : Math.floor(call.endedAt / 1000) - Math.floor(call.startedAt / 1000);
}
