/** Pages of lists. */

/** Where a page of a list stands among the others. */
export interface Page {
  readonly count: number;
  readonly currentPageToken: string;
  readonly currentPageUrl: string;
  /** Null: no further page. */
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken: string | null;
  readonly previousPageUrl: string | null;
}
