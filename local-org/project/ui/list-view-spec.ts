/** A list view as metadata or the local org's defaults state it. */

export interface ListFilterSpec {
  /** Field path. */
  readonly field: string;
  /** As in metadata: `equals`, `notEqual`, `lessThan`, `contains` ... */
  readonly operation: string;
  /** Several separated by commas. */
  readonly value: string;
}

export interface ListViewSpec {
  readonly apiName: string;
  readonly label: string;
  /** `Mine`: owned by the running user. */
  readonly scope: "Everything" | "Mine" | "RecentlyViewed";
  /** Field paths. */
  readonly columns: readonly string[];
  readonly filters: readonly ListFilterSpec[];
  /** `1 AND (2 OR 3)`; null: all must hold. */
  readonly booleanFilter: string | null;
  /** Field path, `-` before it for descending. */
  readonly sortBy: string;
}
