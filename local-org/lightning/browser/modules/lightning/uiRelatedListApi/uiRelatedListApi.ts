/** `lightning/uiRelatedListApi`: the related lists of a record. */
import type {
  RelatedListCount,
  RelatedListInfo,
  RelatedListRecords,
  RelatedListSummaryCollection,
} from "../../../../../salesforce/ui-api/wire.ts";
import {
  fieldList,
  type FieldReference,
  objectName,
  type ObjectReference,
  several,
  type Several,
  uiRequest,
} from "../../local/uiApi/uiApi.ts";
import { wireAdapter } from "../../local/wire/wire.ts";

export interface GetRelatedListRecordsConfig {
  readonly parentRecordId: string;
  readonly relatedListId: string;
  readonly fields?: Several<FieldReference>;
  readonly optionalFields?: Several<FieldReference>;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: Several<string>;
}

/** Records of a related list. */
export const getRelatedListRecords = wireAdapter<GetRelatedListRecordsConfig, RelatedListRecords>(
  ({ parentRecordId, relatedListId, fields, optionalFields, pageSize, pageToken, sortBy }) => {
    if (parentRecordId === undefined || relatedListId === undefined) return null;
    const query = {
      fields: fieldList(fields),
      optionalFields: fieldList(optionalFields),
      pageSize,
      pageToken,
      sortBy: several(sortBy).join(","),
    };
    return uiRequest(`related-list-records/${encodeURIComponent(parentRecordId)}/${encodeURIComponent(relatedListId)}`, query, [
      parentRecordId,
    ]);
  },
);

/** How many records a related list has. */
export const getRelatedListCount = wireAdapter<Pick<GetRelatedListRecordsConfig, "parentRecordId" | "relatedListId">, RelatedListCount>(
  ({ parentRecordId, relatedListId }) => {
    if (parentRecordId === undefined || relatedListId === undefined) return null;
    return uiRequest(`related-list-count/${encodeURIComponent(parentRecordId)}/${encodeURIComponent(relatedListId)}`, {}, [parentRecordId]);
  },
);

export interface GetRelatedListInfoConfig {
  readonly parentObjectApiName: ObjectReference;
  readonly relatedListId: string;
  readonly recordTypeId?: string;
}

/** A related list's columns. */
export const getRelatedListInfo = wireAdapter<GetRelatedListInfoConfig, RelatedListInfo>(
  ({ parentObjectApiName, relatedListId, recordTypeId }) => {
    if (parentObjectApiName === undefined || relatedListId === undefined) return null;
    const object = encodeURIComponent(objectName(parentObjectApiName));
    return uiRequest(`related-list-info/${object}/${encodeURIComponent(relatedListId)}`, { recordTypeId });
  },
);

/** The related lists of an object's layout. */
export const getRelatedListsInfo = wireAdapter<Omit<GetRelatedListInfoConfig, "relatedListId">, RelatedListSummaryCollection>(
  ({ parentObjectApiName, recordTypeId }) => {
    if (parentObjectApiName === undefined) return null;
    return uiRequest(`related-list-info/${encodeURIComponent(objectName(parentObjectApiName))}`, { recordTypeId });
  },
);
