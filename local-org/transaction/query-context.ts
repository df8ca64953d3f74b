/** What queries of a transaction know: its user, its clock, its limits. */
import { userLocale, userTimeZone } from "../apex/runtime/environment.ts";
import type { QueryContext } from "../data/soql/query-context.ts";
import type { Transaction } from "./context.ts";

/** Sunday first and the calendar year as fiscal year: the defaults of an org of the United States. */
const CALENDAR = { firstDayOfWeek: 0, fiscalYearStartMonth: 1 } as const;

/** The context of one query. Running it counts against the transaction's limits. */
export function queryContextOf(transaction: Transaction): QueryContext {
  const { org, user, limits } = transaction;
  return {
    store: org.store,
    userId: user.id,
    timeZone: userTimeZone(),
    locale: userLocale(),
    now: org.clock.now(),
    calendar: CALENDAR,
    meter: {
      query: (childQueries) => {
        limits.count("queries");
        if (childQueries > 0) limits.count("aggregateQueries", childQueries);
      },
      rows: (count) => {
        limits.count("queryRows", count);
      },
      // One transaction at a time: a lock never has to wait.
      locked: () => undefined,
    },
  };
}
