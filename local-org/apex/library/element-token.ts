import { findObject } from "../runtime/environment.ts";
import { schemaTokens } from "../runtime/schema-tokens.ts";
import type { ApexValue } from "../runtime/values.ts";

/** The Schema.SObjectType of a collection's element type; null when it is the generic SObject or no sObject at all. */
export function elementToken(type: string | undefined): ApexValue {
  if (type === undefined || type === "SObject") return null;
  const object = findObject(type);
  return object === undefined ? null : schemaTokens.objectToken(object.name);
}
