/** List views. */
import type { Page } from "./page.ts";
import type { RecordRepresentation } from "./record.ts";

export interface ListReference {
  readonly id: string;
  readonly listViewApiName: string;
  readonly objectApiName: string;
  readonly type: "listView";
}

export interface ListColumn {
  /** May span: `Account.Name`. */
  readonly fieldApiName: string;
  readonly label: string;
  /** `AccountId` for `Account.Name`: what the cell links to; null: nothing. */
  readonly lookupId: string | null;
  readonly sortable: boolean;
}

/** `GET list-info/{Object}/{listViewApiName}` or `/{listViewId}`. */
export interface ListInfo {
  readonly cloneable: boolean;
  readonly createable: boolean;
  readonly deletable: boolean;
  readonly displayColumns: readonly ListColumn[];
  readonly eTag: string;
  readonly filterLogicString: string | null;
  readonly filteredByInfo: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly operandLabels: readonly string[];
    readonly operator: string;
  }[];
  readonly label: string;
  readonly listReference: ListReference;
  readonly orderedByInfo: readonly { readonly fieldApiName: string; readonly isAscending: boolean; readonly label: string }[];
  readonly updateable: boolean;
  readonly userPreferences: {
    readonly columnWidths: Readonly<Record<string, number>>;
    readonly columnWrap: Readonly<Record<string, boolean>>;
  };
  readonly visibility: "Private" | "Public";
  readonly visibilityEditable: boolean;
}

/** `GET list-records/{Object}/{listViewApiName}?fields=&optionalFields=&pageSize=&pageToken=&sortBy=`. */
export interface ListRecords extends Page {
  readonly fields: readonly string[];
  readonly listInfoETag: string;
  readonly listReference: ListReference;
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
  readonly searchTerm: string | null;
  readonly sortBy: readonly string[];
}

/** `GET list-ui/{Object}/{listViewApiName}`. */
export interface ListUi {
  readonly eTag: string;
  readonly info: ListInfo;
  readonly records: ListRecords;
}

/** `GET list-info/{Object}` and `GET list-ui/{Object}`: the lists of an object. */
export interface ListSummaryCollection extends Page {
  readonly eTag: string;
  readonly lists: readonly {
    readonly apiName: string;
    readonly id: string;
    readonly label: string;
    readonly listUiUrl: string;
    /** Not on the platform: the built-in list "Recently Viewed". */
    readonly isRecentlyViewed: boolean;
  }[];
  readonly objectApiName: string;
  readonly pageSize: number;
}
