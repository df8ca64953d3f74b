/** Related lists. */
import type { ListColumn, ListInfo } from "./list.ts";
import type { ThemeInfo } from "./object-info.ts";
import type { Page } from "./page.ts";
import type { RecordRepresentation } from "./record.ts";

export interface RelatedListSummary {
  readonly entityLabel: string;
  readonly entityLabelPlural: string;
  readonly fieldApiName: string;
  readonly label: string;
  readonly objectApiName: string;
  /** Name of the child relationship. */
  readonly relatedListId: string;
  readonly relatedListInfoUrl: string;
  readonly themeInfo: ThemeInfo;
}

/** `GET related-list-info/{parentObject}`: in the order of the layout. Activities are not in it: the timeline shows them. */
export interface RelatedListSummaryCollection {
  readonly eTag: string;
  readonly parentObjectApiName: string;
  readonly parentRecordTypeId: string;
  readonly relatedLists: readonly RelatedListSummary[];
}

export interface RelatedListReference {
  readonly inContextOfRecordId: string | null;
  readonly parentObjectApiName: string;
  readonly recordTypeId: string;
  readonly relatedListId: string;
  readonly type: "relatedList";
}

/** `GET related-list-info/{parentObject}/{relatedListId}`. */
export interface RelatedListInfo {
  readonly createable: boolean;
  readonly displayColumns: readonly ListColumn[];
  readonly eTag: string;
  readonly fieldApiName: string;
  readonly label: string;
  readonly listReference: RelatedListReference;
  readonly objectApiNames: readonly string[];
  readonly orderedByInfo: ListInfo["orderedByInfo"];
}

/** `GET related-list-records/{parentRecordId}/{relatedListId}?fields=&optionalFields=&pageSize=&pageToken=&sortBy=`. */
export interface RelatedListRecords extends Page {
  readonly fields: readonly string[];
  readonly listInfoETag: string;
  readonly listReference: RelatedListReference;
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
  readonly sortBy: readonly string[];
}

/** `GET related-list-count/{parentRecordId}/{relatedListId}`. */
export interface RelatedListCount {
  readonly count: number;
  readonly hasMore: boolean;
  readonly listReference: RelatedListReference;
}
