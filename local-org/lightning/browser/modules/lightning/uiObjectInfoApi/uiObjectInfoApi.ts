/** `lightning/uiObjectInfoApi`: objects, their fields and picklists. */
import type { BatchRepresentation, ObjectInfo, PicklistValues, PicklistValuesCollection } from "../../../../../salesforce/ui-api/wire.ts";
import { fieldName, type FieldReference, objectName, type ObjectReference, uiRequest } from "../../local/uiApi/uiApi.ts";
import { wireAdapter } from "../../local/wire/wire.ts";

/** An object with its fields, child relationships and record types. */
export const getObjectInfo = wireAdapter<{ readonly objectApiName: ObjectReference }, ObjectInfo>(({ objectApiName }) =>
  objectApiName === undefined ? null : uiRequest(`object-info/${encodeURIComponent(objectName(objectApiName))}`),
);

/** Several objects; each has a status of its own. */
export const getObjectInfos = wireAdapter<{ readonly objectApiNames: readonly ObjectReference[] }, BatchRepresentation<ObjectInfo>>(
  ({ objectApiNames }) => {
    if (objectApiNames === undefined || objectApiNames.length === 0) return null;
    return uiRequest(`object-info/batch/${objectApiNames.map((name) => encodeURIComponent(objectName(name))).join(",")}`);
  },
);

/** The values of one picklist for a record type. */
export const getPicklistValues = wireAdapter<{ readonly recordTypeId: string; readonly fieldApiName: FieldReference }, PicklistValues>(
  ({ recordTypeId, fieldApiName }) => {
    if (recordTypeId === undefined || fieldApiName === undefined) return null;
    const [object = "", ...field] = fieldName(fieldApiName).split(".").map(encodeURIComponent);
    return uiRequest(`object-info/${object}/picklist-values/${encodeURIComponent(recordTypeId)}/${field.join(".")}`);
  },
);

/** The values of all picklists of an object for a record type. */
export const getPicklistValuesByRecordType = wireAdapter<
  { readonly objectApiName: ObjectReference; readonly recordTypeId: string },
  PicklistValuesCollection
>(({ objectApiName, recordTypeId }) => {
  if (objectApiName === undefined || recordTypeId === undefined) return null;
  return uiRequest(`object-info/${encodeURIComponent(objectName(objectApiName))}/picklist-values/${encodeURIComponent(recordTypeId)}`);
});
