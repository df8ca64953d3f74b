import type { ApexValue } from "../apex/runtime/values.ts";
import type { PreparedSearch } from "../data/sosl/prepare-search.ts";
import { runSearch, type SearchResult } from "../data/sosl/run-search.ts";
import type { Transaction } from "./context.ts";
import { queryContextOf } from "./query-context.ts";

/** Runs a search for a transaction and counts it. In tests it finds only what `Test.setFixedSearchResults` was given. */
export function searchRecords(search: PreparedSearch, binds: readonly ApexValue[], transaction: Transaction): SearchResult[] {
  transaction.limits.count("soslQueries");
  const query = queryContextOf(transaction);
  return runSearch(search, binds, {
    ...query,
    // Rows of searches are not rows of queries.
    meter: { ...query.meter, rows: () => undefined },
    index: transaction.org.searchIndex,
    lag: transaction.org.settings.searchIndexLag * 1000,
    fixedResults: transaction.test?.fixedSearchResults ?? null,
  });
}
