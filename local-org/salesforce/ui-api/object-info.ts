/** `object-info`, `object-info/{Object}`: objects and their fields. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { Org } from "../../transaction/org.ts";
import { etagOf } from "./etag.ts";
import { fieldInfo } from "./field-info.ts";
import { defaultRecordType, recordTypesOf } from "./record-types.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { themeOf } from "./theme.ts";
import type { UiMetadata } from "./ui-metadata.ts";
import { isUiObject, nameFieldsOf, uiObject } from "./ui-object.ts";
import type { ChildRelationshipInfo, FieldInfo, ObjectInfo } from "./wire.ts";

export const OBJECT_INFO: readonly Resource[] = [
  { method: "GET", path: "object-info", parameters: [], answer: directory },
  {
    method: "GET",
    path: "object-info/{}",
    parameters: [],
    answer: ({ org, metadata, parts: [name = ""] }) => ({ status: 200, body: objectInfo(org, metadata, uiObject(org.schema, name)) }),
  },
  {
    method: "GET",
    path: "object-info/batch/{}",
    parameters: [],
    answer: ({ org, metadata, parts: [names = ""] }) => ({
      status: 200,
      body: {
        hasErrors: false,
        results: names
          .split(",")
          .map((name) => ({ statusCode: 200, result: objectInfo(org, metadata, uiObject(org.schema, name.trim())) })),
      },
    }),
  },
];

const infos = new WeakMap<ObjectSchema, ObjectInfo>();

/** Worked out once per object: schema and record types do not change while the org runs. */
export function objectInfo(org: Org, metadata: UiMetadata, object: ObjectSchema): ObjectInfo {
  let info = infos.get(object);
  if (info === undefined) {
    info = build(org, metadata, object);
    infos.set(object, info);
  }
  return info;
}

function build(org: Org, metadata: UiMetadata, object: ObjectSchema): ObjectInfo {
  const fields: Record<string, FieldInfo> = {};
  for (const field of [...object.fields.values()].sort((left, right) => (left.name < right.name ? -1 : 1))) {
    fields[field.name] = fieldInfo(org.schema, object, field);
  }
  const isLayoutable = metadata.layouts.isLayoutable(object);
  const info: Omit<ObjectInfo, "eTag"> = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(org, object),
    compactLayoutable: isLayoutable,
    createable: object.createable,
    custom: object.kind === "custom",
    defaultRecordTypeId: defaultRecordType(org, object).recordTypeId,
    deletable: object.deletable,
    dependentFields: {},
    feedEnabled: false,
    fields,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: isLayoutable,
    mruEnabled: object.fields.has("lastvieweddate"),
    nameFields: nameFieldsOf(object),
    queryable: object.queryable,
    recordTypeInfos: recordTypesOf(org, object),
    searchable: object.searchable,
    searchLayoutable: object.searchable,
    themeInfo: themeOf(object, metadata),
    updateable: object.updateable,
  };
  return { ...info, eTag: etagOf(info) };
}

/** Objects of the whole catalogue may point here: only those that the user interface shows are told. */
function childRelationships(org: Org, object: ObjectSchema): readonly ChildRelationshipInfo[] {
  return object.children.flatMap(({ relationshipName, childObject, field }) => {
    const child = org.schema.object(childObject);
    if (relationshipName === null || child === undefined || !isUiObject(child)) return [];
    return [{ childObjectApiName: child.name, fieldName: field, junctionIdListNames: [], junctionReferenceTo: [], relationshipName }];
  });
}

function directory({ org, metadata, base }: UiRequest) {
  const objects: Record<string, unknown> = {};
  for (const object of org.schema.objects()) {
    if (!isUiObject(object) || !metadata.layouts.isLayoutable(object)) continue;
    objects[object.name] = {
      apiName: object.name,
      keyPrefix: object.keyPrefix,
      label: object.label,
      labelPlural: object.labelPlural,
      nameFields: nameFieldsOf(object),
      objectInfoUrl: `${base}/object-info/${object.name}`,
    };
  }
  return { status: 200, body: { eTag: etagOf(objects), objects } };
}
