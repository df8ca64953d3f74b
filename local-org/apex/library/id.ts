/** Id. Values are strings of 18 characters. */
import { exactRecordId, parseRecordId } from "../../data/store/record-id.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { idsEqual } from "../runtime/equality.ts";
import { findObject, orgSchema } from "../runtime/environment.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { schemaTokens } from "../runtime/schema-tokens.ts";
import type { ApexValue } from "../runtime/values.ts";
import { given } from "./number-text.ts";

definePlatformClass("Id", {
  statics: {
    "valueOf(String)": (text: string | null) => parseId(given(text)),
    /** With the capitals that the last three characters stand for, if wanted. */
    "valueOf(String,Boolean)": (text: string | null, restoreCasing: boolean | null) =>
      restoreCasing === true ? (parseRecordId(given(text)) ?? invalidId(text)) : parseId(given(text)),
  },
  members: {
    "equals(String)": (self: string, other: string | null) => idsEqual(self, other),
    "getSobjectType()": (self: string) => objectTokenOf(self),
    "to15()": (self: string) => self.slice(0, 15),
  },
});

/** The 18-character id. Throws System.StringException for a text that is none. */
export function parseId(text: string): string {
  return exactRecordId(text) ?? invalidId(text);
}

function invalidId(text: string | null): never {
  throwApex("System.StringException", `Invalid id: ${text ?? ""}`);
}

function objectTokenOf(id: string): ApexValue {
  const schema = orgSchema().byKeyPrefix(id.slice(0, 3));
  if (schema === undefined || findObject(schema.name) === undefined) {
    throwApex("System.SObjectException", `Cannot locate Apex Type for ID: ${id}`);
  }
  return schemaTokens.objectToken(schema.name);
}
