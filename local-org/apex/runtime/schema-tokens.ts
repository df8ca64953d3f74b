/** Tokens of objects, fields and labels in emitted code. The library makes them; which is asked only when code needs one. */
import { callFunction } from "./call-function.ts";
import { platformMember } from "./define.ts";
import { unsupported } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

/** The library registers how it makes its tokens, under keys of its own (no member of the platform has them). */
function make(key: string, ...args: readonly string[]): ApexValue {
  const maker = platformMember(key) ?? unsupported(`${key} ${args.join(".")}`);
  return callFunction(maker, null, args);
}

export const schemaTokens = {
  /** `Account.Name` as Schema.SObjectField. */
  fieldToken: (object: string, field: string): ApexValue => make("$token.field", object, field),
  /** `Account.SObjectType`. */
  objectToken: (object: string): ApexValue => make("$token.object", object),
  /** `Schema.SObjectType.Account`. */
  describeObject: (object: string): ApexValue => make("$describe.object", object),
  /** `Schema.SObjectType.Account.fields.Name`. */
  describeField: (object: string, field: string): ApexValue => make("$describe.field", object, field),
  /** `Label.Welcome`. */
  label: (name: string): ApexValue => make("$label.text", name),
} as const;
