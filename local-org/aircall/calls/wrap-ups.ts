/** After-call work: the time in which an agent gets no calls. */
import type { Company } from "../company/company.ts";
import type { Timers } from "../company/timers.ts";
import type { User } from "../company/user.ts";
import { publishUserEvent } from "../wire/user-json.ts";

export class WrapUps {
  readonly #company: Company;
  readonly #timers: Timers;
  readonly #cancels = new Map<User, () => void>();

  constructor(company: Company, timers: Timers) {
    this.#company = company;
    this.#timers = timers;
  }

  /** Begins when the user's wrap-up time is not 0. */
  start(user: User): void {
    if (user.wrapUpTime === 0) return;
    this.#cancels.get(user)?.();
    user.wrapUpUntil = this.#company.now() + user.wrapUpTime * 1000;
    publishUserEvent(this.#company, user, "user.wut_start");
    this.#cancels.set(
      user,
      this.#timers.after(user.wrapUpTime * 1000, () => this.end(user)),
    );
  }

  /** Ends it early or in time; does nothing when the user is not wrapping up. */
  end(user: User): void {
    this.#cancels.get(user)?.();
    this.#cancels.delete(user);
    if (user.wrapUpUntil === null) return;
    user.wrapUpUntil = null;
    publishUserEvent(this.#company, user, "user.wut_end");
    this.#company.outputs.changed();
  }
}
