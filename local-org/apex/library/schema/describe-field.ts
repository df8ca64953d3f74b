/** Schema.DescribeFieldResult and Schema.PicklistEntry. */
import type { FieldSchema, ObjectSchema, PicklistValue } from "../../../data/schema/schema.ts";
import { ApexList } from "../../runtime/collections.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { orgSchema } from "../../runtime/environment.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { platformEnumValue } from "../platform-enum.ts";
import { properties } from "./describe-properties.ts";
import { displayTypeOf, soapTypeOf } from "./field-types.ts";
import { fieldName } from "./names.ts";
import { fieldToken, objectToken } from "./tokens.ts";

export class FieldDescribe extends PlatformObject {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, field: FieldSchema) {
    super();
    this.object = object;
    this.field = field;
  }

  get apexType(): string {
    return "Schema.DescribeFieldResult";
  }

  override apexToString(): string {
    return `Schema.DescribeFieldResult[${fieldName(this.field)}]`;
  }
}

export class PicklistEntry extends PlatformObject {
  readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }

  get apexType(): string {
    return "Schema.PicklistEntry";
  }

  override apexToString(): string {
    const { label, value, active, isDefault } = this.entry;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${active};isDefaultValue=${isDefault};]`;
  }
}

/** Bytes of a character at most. */
const BYTES_PER_CHARACTER = 3;
/** Digits of an Integer field. */
const INTEGER_DIGITS = 8;
/** Fields that the platform looks records up by, besides ids and external ids. */
const ID_LOOKUPS = new Set(["User.Username", "User.FederationIdentifier", "Profile.Name", "RecordType.Name"]);

type Describe = FieldDescribe;

definePlatformClass("Schema.DescribeFieldResult", {
  members: properties<Describe>(
    {
      getByteLength: ({ field }) =>
        field.apexType === "String" || field.apexType === "Id" ? field.length * (field.apexType === "Id" ? 1 : BYTES_PER_CHARACTER) : 0,
      getCalculatedFormula: ({ field }) => field.formula,
      getCompoundFieldName: ({ field }) => field.compoundField ?? null,
      getController: ({ object, field }) => controller(object, field),
      getDefaultValue: ({ field }) => literalDefault(field),
      getDefaultValueFormula: ({ field }) => (field.type === "boolean" || field.picklistValues.length > 0 ? null : field.defaultValue),
      getDigits: ({ field }) => (field.type === "int" ? INTEGER_DIGITS : 0),
      getFilteredLookupInfo: () => null,
      getInlineHelpText: ({ field }) => field.inlineHelpText,
      getLabel: ({ field }) => field.label,
      getLength: ({ field }) => (field.apexType === "String" || field.apexType === "Id" ? field.length : 0),
      getLocalName: ({ field }) => field.name,
      getMask: () => null,
      getMaskType: () => null,
      getName: ({ field }) => fieldName(field),
      getPicklistValues: ({ field }) =>
        new ApexList(
          "List<Schema.PicklistEntry>",
          field.picklistValues.filter(({ active }) => active).map((entry) => new PicklistEntry(entry)),
        ),
      getPrecision: ({ field }) => field.precision,
      getReferenceTargetField: () => null,
      getReferenceTo: ({ field }) => referenceTo(field),
      getRelationshipName: ({ field }) =>
        field.relationshipName === null ? null : field.custom ? prefixedRelationship(field) : field.relationshipName,
      getRelationshipOrder: ({ object, field }) => (field.isMasterDetail ? masters(object).indexOf(field.name) : null),
      getScale: ({ field }) => field.scale,
      getSobjectField: ({ object, field }) => fieldToken(object, field),
      getSObjectType: ({ object }) => objectToken(object),
      getSoapType: ({ field }) => platformEnumValue("Schema.SoapType", soapTypeOf(field.type)),
      getType: ({ field }) => platformEnumValue("Schema.DisplayType", displayTypeOf(field.type)),
      isAccessible: () => true,
      isAggregatable: ({ field }) => field.isGroupable || field.isSortable,
      isAiPredictionField: () => false,
      isAutoNumber: ({ field }) => field.isAutoNumber,
      isCalculated: ({ field }) => field.formula !== null || field.isSummary,
      isCascadeDelete: ({ field }) => field.onParentDelete === "cascade",
      isCaseSensitive: ({ field }) => field.caseSensitive,
      isCreateable: ({ field, object }) => field.createable && object.createable,
      isCustom: ({ field }) => field.custom,
      isDefaultedOnCreate: ({ field }) => isDefaulted(field),
      isDependentPicklist: ({ field }) => field.controllingField !== undefined,
      isDeprecatedAndHidden: () => false,
      isDisplayLocationInDecimal: ({ field }) => field.type === "location",
      isEncrypted: ({ field }) => field.type === "encryptedstring",
      isExternalId: ({ field }) => field.externalId,
      isFilterable: ({ field }) => field.isFilterable,
      isFormulaTreatNullNumberAsZero: ({ field }) => field.formula !== null && field.formulaTreatsBlanksAs !== "blank",
      isGroupable: ({ field }) => field.isGroupable,
      isHighScaleNumber: () => false,
      isHtmlFormatted: ({ field }) => field.isHtml === true,
      isIdLookup: ({ object, field }) => field.type === "id" || field.externalId || ID_LOOKUPS.has(`${object.name}.${field.name}`),
      isNameField: ({ field }) => field.isNameField,
      isNamePointing: ({ field }) => field.referenceTo.length > 1,
      isNillable: ({ field }) => field.nillable,
      isPermissionable: ({ field }) => isPermissionable(field),
      isQueryByDistance: ({ field }) => field.type === "location" || field.type === "address",
      isRestrictedDelete: ({ field }) => field.onParentDelete === "restrict",
      isRestrictedPicklist: ({ field }) => field.restrictedPicklist,
      isSearchPrefilterable: ({ field }) => field.type === "reference",
      isSortable: ({ field }) => field.isSortable,
      isUnique: ({ field }) => field.unique || field.isAutoNumber,
      isUpdateable: ({ field, object }) => field.updateable && object.updateable,
      isWriteRequiresMasterRead: () => false,
    },
    ["getSObjectType"],
  ),
});

definePlatformClass("Schema.PicklistEntry", {
  members: properties<PicklistEntry>({
    getLabel: ({ entry }) => entry.label,
    getValue: ({ entry }) => entry.value,
    isActive: ({ entry }) => entry.active,
    isDefaultValue: ({ entry }) => entry.isDefault,
  }),
});

function controller(object: ObjectSchema, field: FieldSchema): ApexValue {
  const controlling = field.controllingField === undefined ? undefined : object.fields.get(field.controllingField.toLowerCase());
  return controlling === undefined ? null : fieldToken(object, controlling);
}

/** Literals only: a default that is a formula is given by `getDefaultValueFormula`. */
function literalDefault(field: FieldSchema): ApexValue {
  if (field.type === "boolean") return field.defaultValue?.toLowerCase() === "true";
  return field.picklistValues.find(({ isDefault }) => isDefault)?.value ?? null;
}

function isDefaulted(field: FieldSchema): boolean {
  if (!field.createable && !field.isAutoNumber && field.nillable) return false;
  return (
    field.type === "boolean" ||
    field.defaultValue !== null ||
    field.picklistValues.some(({ isDefault }) => isDefault) ||
    (!field.nillable && !field.required)
  );
}

function referenceTo(field: FieldSchema): ApexList {
  const targets = field.referenceTo.flatMap((name) => orgSchema().object(name) ?? []);
  return new ApexList("List<Schema.SObjectType>", targets.map(objectToken));
}

const prefixedRelationship = (field: FieldSchema): string => fieldName(field).replace(/__c$/i, "__r");

function masters(object: ObjectSchema): string[] {
  return [...object.fields.values()].filter(({ isMasterDetail }) => isMasterDetail).map(({ name }) => name);
}

/** Field-level security applies to fields that may be blank or filled by default, and not to system fields. */
function isPermissionable(field: FieldSchema): boolean {
  if (field.custom) return !field.required && !field.isMasterDetail;
  return field.nillable && field.type !== "id" && !field.isNameField && field.name !== "OwnerId";
}
