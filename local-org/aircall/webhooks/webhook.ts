/** A webhook of the company. */
import type { EventName } from "../world/event-names.ts";

export interface Webhook {
  /** Numeric id, which only lists show. */
  readonly number: number;
  /** A UUID. */
  readonly id: string;
  name: string;
  url: string;
  events: readonly EventName[];
  readonly token: string;
  isActive: boolean;
  /** UNIX milliseconds. */
  readonly createdAt: number;
  /** Attempts in a row without a 2xx answer. */
  failures: number;
  /** Nothing is sent to it any more, retries included. */
  isDeleted: boolean;
}
