/** What saving a record of one object needs to know, worked out once per object. */
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import { defaultOf, type FieldDefault } from "./default-value.ts";
import { normalizerOf, type Normalizer } from "./stored-value.ts";
import { rulesOf, type ObjectRules } from "./object-rules.ts";

export interface FieldPlan {
  readonly schema: FieldSchema;
  readonly name: string;
  readonly normalize: Normalizer;
  readonly isReference: boolean;
  /** Checked before the before triggers run, too: lookups and restricted picklists. */
  readonly checkedEarly: boolean;
}

export interface ObjectPlan {
  readonly schema: ObjectSchema;
  /** By canonical field name. */
  readonly fields: ReadonlyMap<string, FieldPlan>;
  readonly defaults: readonly FieldDefault[];
  readonly required: readonly FieldSchema[];
  readonly unique: readonly FieldSchema[];
  readonly autoNumbers: readonly FieldSchema[];
  /** A text Name field that takes the record's id when none is given. */
  readonly nameFromId: string | null;
  readonly rules: ObjectRules;
  has(field: string): boolean;
}

/** Fields that the pipeline writes itself. */
export const STAMPS: ReadonlySet<string> = new Set([
  "Id",
  "IsDeleted",
  "CreatedDate",
  "CreatedById",
  "LastModifiedDate",
  "LastModifiedById",
  "SystemModstamp",
]);

const plans = new WeakMap<ObjectSchema, ObjectPlan>();

export function planOf(schema: ObjectSchema): ObjectPlan {
  let plan = plans.get(schema);
  if (plan === undefined) {
    plan = makePlan(schema);
    plans.set(schema, plan);
  }
  return plan;
}

function makePlan(schema: ObjectSchema): ObjectPlan {
  const all = [...schema.fields.values()];
  const stored = all.filter((field) => field.formula === null && !field.isSummary && !STAMPS.has(field.name));
  const defaults = stored.flatMap((field) => {
    const made = field.isAutoNumber ? null : defaultOf(schema, field);
    return made === null ? [] : [made];
  });
  const name = all.find((field) => field.isNameField && field.type === "string" && !field.custom && schema.name.endsWith("__c"));
  return {
    schema,
    fields: new Map(
      all.map((field) => [
        field.name,
        {
          schema: field,
          name: field.name,
          normalize: normalizerOf(field),
          isReference: field.type === "reference",
          checkedEarly: field.type === "reference" || field.restrictedPicklist,
        },
      ]),
    ),
    defaults,
    required: stored.filter((field) => field.required && !field.isAutoNumber && field.name !== name?.name),
    unique: stored.filter((field) => field.unique),
    autoNumbers: stored.filter((field) => field.isAutoNumber),
    nameFromId: name === undefined || name.isAutoNumber ? null : name.name,
    rules: rulesOf(schema.name),
    has: (field) => schema.fields.has(field.toLowerCase()),
  };
}
