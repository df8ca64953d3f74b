/** `lightning/uiListsApi`: list views and their records. */
import type { ListInfo, ListRecords, ListSummaryCollection } from "../../../../../salesforce/ui-api/wire.ts";
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

export interface ListViewConfig {
  readonly objectApiName: ObjectReference;
  readonly listViewApiName: string;
}

/** A list view's columns and filters. */
export const getListInfoByName = wireAdapter<ListViewConfig, ListInfo>(({ objectApiName, listViewApiName }) =>
  objectApiName === undefined || listViewApiName === undefined ? null : uiRequest(`list-info/${pathOf(objectApiName, listViewApiName)}`),
);

/** The list views of an object. */
export const getListInfosByObjectName = wireAdapter<
  { readonly objectApiName: ObjectReference; readonly pageSize?: number; readonly pageToken?: string; readonly recentListsOnly?: boolean },
  ListSummaryCollection
>(({ objectApiName, ...query }) =>
  objectApiName === undefined ? null : uiRequest(`list-info/${encodeURIComponent(objectName(objectApiName))}`, query),
);

export interface GetListRecordsConfig extends ListViewConfig {
  readonly fields?: Several<FieldReference>;
  readonly optionalFields?: Several<FieldReference>;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly searchTerm?: string;
  readonly sortBy?: Several<string>;
}

/** Records of a list view. */
export const getListRecordsByName = wireAdapter<GetListRecordsConfig, ListRecords>(
  ({ objectApiName, listViewApiName, fields, optionalFields, sortBy, ...query }) => {
    if (objectApiName === undefined || listViewApiName === undefined) return null;
    const lists = { fields: fieldList(fields), optionalFields: fieldList(optionalFields), sortBy: several(sortBy).join(",") };
    return uiRequest(`list-records/${pathOf(objectApiName, listViewApiName)}`, { ...query, ...lists });
  },
);

function pathOf(objectApiName: ObjectReference, listViewApiName: string): string {
  return `${encodeURIComponent(objectName(objectApiName))}/${encodeURIComponent(listViewApiName)}`;
}
