/** Names as describe results give them: with the namespace of the project, where it has one. */
import type { FieldSchema, ObjectSchema } from "../../../data/schema/schema.ts";
import { orgSchema } from "../../runtime/environment.ts";

/** `Log__c` of the project is `air__Log__c` in an org of the namespace `air`; everything else keeps its name. */
export function prefixed(name: string): string {
  const namespace = orgSchema().namespace ?? null;
  const isOwn = namespace !== null && /^(?:(?!__)\w)+__[A-Za-z]+$/.test(name) && !/^\w+?__\w+__/.test(name);
  return isOwn ? `${namespace}__${name}` : name;
}

export function objectName(object: ObjectSchema): string {
  return object.kind === "standard" ? object.name : prefixed(object.name);
}

export function fieldName(field: FieldSchema): string {
  return field.custom ? prefixed(field.name) : field.name;
}
