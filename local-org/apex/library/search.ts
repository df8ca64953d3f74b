/** System.Search and the results of `Search.find`. */
import { prepareDynamicSearch, searchLists, type SearchResult } from "../../data/sosl/run-search.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { searchRecords } from "../../transaction/search-context.ts";
import { currentBinds } from "../runtime/bind-scope.ts";
import { ApexList } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex, unsupported } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import type { SObjectRecord } from "../runtime/sobject.ts";
import type { ApexValue } from "../runtime/values.ts";

/** Search.SearchResults */
class SearchResults extends PlatformObject {
  readonly apexType = "Search.SearchResults";
  readonly results: readonly SearchResult[];

  constructor(results: readonly SearchResult[]) {
    super();
    this.results = results;
  }
}

/** Search.SearchResult */
class FoundRecord extends PlatformObject {
  readonly apexType = "Search.SearchResult";
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord) {
    super();
    this.record = record;
  }
}

function search(text: string | null): SearchResult[] {
  const transaction = currentTransaction();
  const prepared = prepareDynamicSearch(requireArgument(text), transaction.org.schema);
  const scope = currentBinds();
  const values = prepared.query.binds.map(({ text: name }) => {
    const read = scope?.[name.toLowerCase()];
    return read === undefined ? throwApex("System.SearchException", `Variable does not exist: ${name}`) : read();
  });
  return searchRecords(prepared, values, transaction);
}

const query = (text: string | null): ApexValue => searchLists(search(text));
const find = (text: string | null): ApexValue => new SearchResults(search(text));

definePlatformClass("System.Search", {
  statics: {
    "query(String)": query,
    "query(String,System.AccessLevel)": query,
    "find(String)": find,
    "find(String,System.AccessLevel)": find,
  },
});

definePlatformClass("Search.SearchResults", {
  members: {
    "get(String)": (self: SearchResults, object: string | null): ApexValue => {
      const name = requireArgument(object).toLowerCase();
      const found = self.results.find((result) => result.object.name.toLowerCase() === name);
      return new ApexList(
        "List<Search.SearchResult>",
        (found?.records ?? []).map((record) => new FoundRecord(record)),
      );
    },
  },
});

definePlatformClass("Search.SearchResult", {
  members: {
    "getSObject()": (self: FoundRecord): ApexValue => self.record,
    "getSnippet()": () => unsupported("Search.SearchResult.getSnippet()"),
    "getSnippet(String)": () => unsupported("Search.SearchResult.getSnippet(String)"),
  },
});
