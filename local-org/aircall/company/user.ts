/** A person of the company, and whether the person takes calls. */
import type { WorldUser } from "../world/world.ts";

/** The setting that a user chooses; `custom` = by working hours. */
export type AvailabilityStatus = "available" | "custom" | "unavailable";

/** What is so right now, as `GET /v1/users/:id/availability` says it. */
export type LiveAvailability = "available" | "offline" | "do_not_disturb" | "in_call" | "after_call_work";

/** Reasons for being unavailable. */
export const UNAVAILABLE_REASONS = ["out_for_lunch", "on_a_break", "in_training", "doing_back_office", "other"] as const;

export const SUBSTATUSES = ["always_opened", "always_closed", ...UNAVAILABLE_REASONS] as const;
export type Substatus = (typeof SUBSTATUSES)[number];

export interface User extends Omit<WorldUser, "numbers" | "defaultNumber" | "firstName" | "lastName" | "language" | "timeZone"> {
  firstName: string;
  lastName: string;
  email: string;
  language: string;
  timeZone: string;
  wrapUpTime: number;
  extension: string;
  numbers: number[];
  defaultNumber: number | null;
  /** UNIX milliseconds. */
  readonly createdAt: number;
  availabilityStatus: AvailabilityStatus;
  substatus: Substatus;
  /** Phone pages that are open now. */
  connections: number;
  isConnected: boolean;
  /** UNIX milliseconds, or null when not wrapping up. */
  wrapUpUntil: number | null;
  lastCallId: number | null;
  /** The call for which the phone asks for notes. */
  afterCallId: number | null;
}

/** First and last name. */
export function fullName(user: Pick<User, "firstName" | "lastName">): string {
  return `${user.firstName} ${user.lastName}`.trim();
}

/** A user as a world describes one: available, with no phone open. */
export function userOf(world: WorldUser, createdAt: number): User {
  return {
    ...world,
    numbers: [...world.numbers],
    createdAt,
    availabilityStatus: "available",
    substatus: "always_opened",
    connections: 0,
    isConnected: false,
    wrapUpUntil: null,
    lastCallId: null,
    afterCallId: null,
  };
}
