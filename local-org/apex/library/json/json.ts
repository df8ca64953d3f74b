/** JSON. */
import { definePlatformClass } from "../../runtime/define.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import type { ApexValue, ClassRef } from "../../runtime/values.ts";
import { given } from "../number-text.ts";
import { ApexJsonGenerator } from "./json-generator.ts";
import { ApexJsonParser } from "./json-parser.ts";
import { JsonReader } from "./json-reader.ts";
import { toJson } from "./serialize.ts";
import { readTyped } from "./typed.ts";
import { readUntyped } from "./untyped.ts";

type Flag = boolean | null;
type Text = string | null;

definePlatformClass("System.JSON", {
  statics: {
    "createGenerator(Boolean)": (pretty: Flag) => new ApexJsonGenerator(given(pretty)),
    "createParser(String)": (text: Text) => new ApexJsonParser(given(text)),
    "deserialize(String,System.Type)": (text: Text, type: ClassRef | null) => deserialize(text, type, false),
    "deserializeStrict(String,System.Type)": (text: Text, type: ClassRef | null) => deserialize(text, type, true),
    "deserializeUntyped(String)": (text: Text) => readUntyped(start(given(text))),
    "serialize(Object)": (value: ApexValue) => toJson(value, { pretty: false, suppressNulls: false }),
    "serialize(Object,Boolean)": (value: ApexValue, suppressNulls: Flag) =>
      toJson(value, { pretty: false, suppressNulls: suppressNulls === true }),
    "serializePretty(Object)": (value: ApexValue) => toJson(value, { pretty: true, suppressNulls: false }),
    "serializePretty(Object,Boolean)": (value: ApexValue, suppressNulls: Flag) =>
      toJson(value, { pretty: true, suppressNulls: suppressNulls === true }),
  },
});

/** A reader on its first token. */
function start(text: string): JsonReader {
  const reader = new JsonReader(text);
  if (reader.next() === null) throwApex("System.JSONException", "No content to map to Object due to end of input");
  return reader;
}

function deserialize(text: Text, type: ClassRef | null, strict: boolean): ApexValue {
  return fromJson(given(text), given(type).name, strict);
}

/** The text as a value of a canonical type; a Double comes boxed, as every Object does. */
export function fromJson(text: string, type: string, strict = false): ApexValue {
  if (type === "Object") throwApex("System.JSONException", "Apex Type unsupported in JSON: Object");
  const value = readTyped(start(text), type, strict);
  return type === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
}
