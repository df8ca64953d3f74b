/** Schema.FieldSet and Schema.FieldSetMember. */
import type { FieldSchema, FieldSetSchema, ObjectSchema } from "../../../data/schema/schema.ts";
import { ApexList } from "../../runtime/collections.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { orgSchema } from "../../runtime/environment.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { platformEnumValue } from "../platform-enum.ts";
import { properties } from "./describe-properties.ts";
import { displayTypeOf } from "./field-types.ts";
import { NameMap } from "./name-map.ts";
import { knownField, knownObject, fieldToken, objectToken } from "./tokens.ts";

/** `describe.fieldSets`. */
export class FieldSetsOf extends PlatformObject {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get apexType(): string {
    return "Schema.SObjectTypeFieldSets";
  }
}

class FieldSet extends PlatformObject {
  readonly object: ObjectSchema;
  readonly set: FieldSetSchema;

  constructor(object: ObjectSchema, set: FieldSetSchema) {
    super();
    this.object = object;
    this.set = set;
  }

  get apexType(): string {
    return "Schema.FieldSet";
  }
}

class FieldSetMember extends PlatformObject {
  readonly path: string;
  readonly isRequired: boolean;
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, path: string, isRequired: boolean) {
    super();
    this.path = path;
    this.isRequired = isRequired;
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    this.object = steps.reduce((from, step) => knownObject(from.parents.get(step.toLowerCase())?.referenceTo[0] ?? step), object);
    this.field = knownField(this.object, last);
  }

  get apexType(): string {
    return "Schema.FieldSetMember";
  }
}

definePlatformClass("Schema.FieldSet", {
  members: properties<FieldSet>({
    getDescription: ({ set }) => set.description,
    getFields: ({ object, set }) =>
      new ApexList(
        "List<Schema.FieldSetMember>",
        set.fields.map(({ path, required }) => new FieldSetMember(object, path, required)),
      ),
    getLabel: ({ set }) => set.label,
    getName: ({ set }) => set.name,
    getNameSpace: () => orgSchema().namespace ?? null,
    getSObjectType: ({ object }) => objectToken(object),
  }),
});

definePlatformClass("Schema.FieldSetMember", {
  members: properties<FieldSetMember>(
    {
      getDbRequired: ({ field }) => field.required,
      getFieldPath: ({ path }) => path,
      getLabel: ({ field }) => field.label,
      getRequired: ({ isRequired }) => isRequired,
      getSObjectField: ({ object, field }) => fieldToken(object, field),
      getType: ({ field }) => platformEnumValue("Schema.DisplayType", displayTypeOf(field.type)),
    },
    ["getSObjectField"],
  ),
});

/** The field sets of an object by name. */
export function fieldSetMap(object: ObjectSchema): NameMap {
  const entries = (object.fieldSets ?? []).map((set): [string, ApexValue] => [set.name, new FieldSet(object, set)]);
  return new NameMap("Map<String,Schema.FieldSet>", entries, orgSchema().namespace ?? null);
}
