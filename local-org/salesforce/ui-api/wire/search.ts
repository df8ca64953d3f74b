/** Lookups and search. */
import type { ListColumn } from "./list.ts";
import type { ThemeInfo } from "./object-info.ts";
import type { Page } from "./page.ts";
import type { RecordRepresentation } from "./record.ts";

/** `GET lookups/{Object}/{field}[/{targetObject}]?q=&searchType=Search|TypeAhead|Recent&pageSize=`: by target object. */
export interface LookupResults {
  readonly lookupResults: Readonly<Record<string, LookupValues>>;
}

export interface LookupValues extends Page {
  readonly eTag: string;
  readonly records: readonly RecordRepresentation[];
}

/** `GET`/`POST /services/data/v67.0/parameterizedSearch?q=&sobject=&Account.fields=Id,Name&in=&overallLimit=`. */
export interface SearchAnswer {
  readonly searchRecords: readonly SearchRecord[];
}

export interface SearchRecord {
  readonly attributes: { readonly type: string; readonly url: string };
  readonly Id: string;
  readonly [field: string]: unknown;
}

/** `GET /lightning/api/search?q=&objects=Account,Contact`: global search, grouped by object in the order of relevance. */
export interface GlobalSearch {
  readonly term: string;
  readonly groups: readonly {
    readonly objectApiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly themeInfo: ThemeInfo;
    readonly displayColumns: readonly ListColumn[];
    readonly records: readonly RecordRepresentation[];
    readonly hasMore: boolean;
  }[];
}
