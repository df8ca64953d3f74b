/** Schema.DescribeSObjectResult with its field and field set maps, and Schema.ChildRelationship. */
import type { ChildRelationship, FieldSchema, ObjectSchema } from "../../../data/schema/schema.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { orgSchema } from "../../runtime/environment.ts";
import { unsupported } from "../../runtime/exceptions.ts";
import { textHash } from "../../runtime/hash.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import { ApexList } from "../../runtime/collections.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { platformEnumValue } from "../platform-enum.ts";
import { properties } from "./describe-properties.ts";
import { fieldSetMap, FieldSetsOf } from "./field-set.ts";
import { NameMap } from "./name-map.ts";
import { fieldName, objectName } from "./names.ts";
import { recordTypeInfos, recordTypeInfosBy } from "./record-type-info.ts";
import { fieldToken, knownObject, ObjectToken, objectToken } from "./tokens.ts";

export class ObjectDescribe extends PlatformObject {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get apexType(): string {
    return "Schema.DescribeSObjectResult";
  }

  override apexToString(): string {
    return `Schema.DescribeSObjectResult[${objectName(this.object)}]`;
  }
}

/** `describe.fields`. */
class FieldsOf extends PlatformObject {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get apexType(): string {
    return "Schema.SObjectTypeFields";
  }
}

class ChildDescribe extends PlatformObject {
  readonly child: ChildRelationship;

  constructor(child: ChildRelationship) {
    super();
    this.child = child;
  }

  get apexType(): string {
    return "Schema.ChildRelationship";
  }

  get field(): FieldSchema | undefined {
    return orgSchema().object(this.child.childObject)?.fields.get(this.child.field.toLowerCase());
  }

  /** Each describe makes new ones; code uses them as keys. */
  override apexEquals(other: ApexValue): boolean {
    return other instanceof ChildDescribe && other.child.childObject === this.child.childObject && other.child.field === this.child.field;
  }

  override apexHashCode(): number {
    return textHash(`${this.child.childObject}.${this.child.field}`);
  }

  override apexToString(): string {
    return `Schema.ChildRelationship[getChildSObject=${this.child.childObject};getField=${this.child.field};getRelationshipName=${this.child.relationshipName ?? "null"};]`;
  }
}

type Describe = ObjectDescribe;

definePlatformClass("Schema.DescribeSObjectResult", {
  members: properties<Describe>({
    getAssociateEntityType: () => null,
    getAssociateParentEntity: () => null,
    getChildRelationships: ({ object }) => childRelationships(object),
    getDataTranslationEnabled: () => null,
    getDefaultImplementation: () => null,
    getFields: ({ object }) => new FieldsOf(object),
    getFieldSets: ({ object }) => new FieldSetsOf(object),
    getHasSubtypes: () => false,
    getImplementedBy: () => null,
    getImplementsInterfaces: () => null,
    getIsInterface: () => false,
    getIsSubtype: () => false,
    getKeyPrefix: ({ object }) => object.keyPrefix,
    getLabel: ({ object }) => object.label,
    getLabelPlural: ({ object }) => object.labelPlural,
    getLocalName: ({ object }) => object.name,
    getName: ({ object }) => objectName(object),
    getRecordTypeInfos: ({ object }) => recordTypeInfos(object),
    getRecordTypeInfosByDeveloperName: ({ object }) => recordTypeInfosBy(object, "developerName"),
    getRecordTypeInfosById: ({ object }) => recordTypeInfosBy(object, "id"),
    getRecordTypeInfosByName: ({ object }) => recordTypeInfosBy(object, "label"),
    getSObjectDescribeOption: () => platformEnumValue("Schema.SObjectDescribeOptions", "DEFAULT"),
    getSObjectType: ({ object }) => objectToken(object),
    isAccessible: ({ object }) => object.queryable,
    isCreateable: ({ object }) => object.createable,
    isCustom: ({ object }) => object.kind !== "standard" && object.name.includes("__"),
    isCustomSetting: ({ object }) => object.kind === "customSetting",
    isDeletable: ({ object }) => object.deletable,
    isDeprecatedAndHidden: () => false,
    isFeedEnabled: () => false,
    isMergeable: ({ object }) => MERGEABLE.has(object.name),
    isMruEnabled: ({ object }) => object.kind === "standard" && object.fields.has("lastvieweddate"),
    isQueryable: ({ object }) => object.queryable,
    isSearchable: ({ object }) => object.searchable,
    isUndeletable: ({ object }) => object.undeletable ?? object.deletable,
    isUpdateable: ({ object }) => object.updateable,
  }),
});

const MERGEABLE = new Set(["Account", "Case", "Contact", "Individual", "Lead"]);

definePlatformClass("Schema.SObjectTypeFields", {
  members: { "getMap()": ({ object }: FieldsOf) => fieldMap(object) },
});

definePlatformClass("Schema.SObjectTypeFieldSets", {
  members: {
    "getMap()": ({ object }: FieldSetsOf) => fieldSetMap(object),
    /** `SObjectType.Account.FieldSets.Summary`. */
    "get(String)": ({ object }: FieldSetsOf, name: string) => fieldSetMap(object).get(name),
  },
});

definePlatformClass("Schema.ChildRelationship", {
  members: properties<ChildDescribe>({
    getChildSObject: ({ child }) => objectToken(knownObject(child.childObject)),
    getField: ({ child, field }) =>
      field === undefined ? unsupported(`${child.childObject}.${child.field}`) : fieldToken(knownObject(child.childObject), field),
    getJunctionIdListNames: () => new ApexList("List<String>"),
    getJunctionReferenceTo: () => new ApexList("List<Schema.SObjectType>"),
    getRelationshipName: ({ child }) => child.relationshipName,
    isCascadeDelete: ({ field }) => field?.onParentDelete === "cascade",
    isDeprecatedAndHidden: () => false,
    isRestrictedDelete: ({ field }) => field?.onParentDelete === "restrict",
  }),
});

function childRelationships(object: ObjectSchema): ApexList {
  const children = object.children.filter(({ childObject }) => orgSchema().object(childObject) !== undefined);
  return new ApexList(
    "List<Schema.ChildRelationship>",
    children.map((child) => new ChildDescribe(child)),
  );
}

/** The fields by name, as a new map. */
export function fieldMap(object: ObjectSchema): NameMap {
  const entries = [...object.fields.values()].map((field): [string, ApexValue] => [fieldName(field), fieldToken(object, field)]);
  return new NameMap("Map<String,Schema.SObjectField>", entries, orgSchema().namespace ?? null);
}

/** The describe result of a token. */
export function describeObject(token: ObjectToken): ObjectDescribe {
  return new ObjectDescribe(token.object);
}
