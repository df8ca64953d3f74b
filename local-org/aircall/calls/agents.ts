/** Whether agents are there and take calls. */
import { publishUserEvent } from "../wire/user-json.ts";
import type { Company } from "../company/company.ts";
import type { Timers } from "../company/timers.ts";
import { type AvailabilityStatus, type LiveAvailability, type Substatus, UNAVAILABLE_REASONS, type User } from "../company/user.ts";
import type { Exchange } from "./exchange.ts";

/** A phone page that comes back within this time (a reload) was never gone. */
const RELOAD_SECONDS = 3;

export class Agents {
  readonly #company: Company;
  readonly #exchange: Exchange;
  readonly #timers: Timers;

  constructor(company: Company, exchange: Exchange, timers: Timers) {
    this.#company = company;
    this.#exchange = exchange;
    this.#timers = timers;
  }

  /** A phone page of this user opens. */
  connect(user: User): void {
    user.connections++;
    if (user.isConnected) return;
    user.isConnected = true;
    publishUserEvent(this.#company, user, "user.connected");
    this.#company.outputs.changed();
  }

  /** A phone page of this user closes. */
  disconnect(user: User): void {
    user.connections = Math.max(0, user.connections - 1);
    this.#timers.after(RELOAD_SECONDS * 1000, () => {
      if (user.connections > 0 || !user.isConnected) return;
      user.isConnected = false;
      publishUserEvent(this.#company, user, "user.disconnected");
      this.#company.outputs.changed();
    });
  }

  /** The user's own setting; tells by `user.opened` or `user.closed` (twice when there is a reason: the second has it). */
  setAvailability(user: User, status: AvailabilityStatus, substatus?: Substatus): void {
    const wanted = substatus ?? (status === "unavailable" ? "always_closed" : "always_opened");
    if (user.availabilityStatus === status && user.substatus === wanted) return;
    user.availabilityStatus = status;
    const hasReason = UNAVAILABLE_REASONS.some((reason) => reason === wanted);
    user.substatus = hasReason ? "always_closed" : wanted;
    publishUserEvent(this.#company, user, status === "unavailable" ? "user.closed" : "user.opened");
    if (hasReason) {
      user.substatus = wanted;
      publishUserEvent(this.#company, user, "user.closed");
    }
    this.#company.outputs.changed();
  }

  /** What the user does right now. */
  live(user: User): LiveAvailability {
    const call = this.#exchange.callOf(user);
    if (call !== null && call.holder === user) return "in_call";
    if (!user.isConnected) return "offline";
    if (user.wrapUpUntil !== null) return "after_call_work";
    return user.availabilityStatus === "unavailable" ? "do_not_disturb" : "available";
  }
}
