/** JSON as maps, lists and primitives. */
import { ApexList, ApexMap } from "../../runtime/collections.ts";
import { Decimal } from "../../runtime/decimal.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import type { ApexValue } from "../../runtime/values.ts";
import type { JsonReader } from "./json-reader.ts";

/** The value at the reader's current token; leaves the reader on its last token. Whole numbers are Integer or Long, others Decimal. */
export function readUntyped(reader: JsonReader): ApexValue {
  switch (reader.kind) {
    case "START_OBJECT": {
      const map = new ApexMap("Map<String,Object>");
      while (reader.next() === "FIELD_NAME") {
        const name = reader.text;
        reader.next();
        map.set(name, readUntyped(reader));
      }
      return map;
    }
    case "START_ARRAY": {
      const items: ApexValue[] = [];
      while (reader.next() !== "END_ARRAY") items.push(readUntyped(reader));
      return new ApexList("List<Object>", items);
    }
    case "VALUE_STRING":
      return reader.text;
    case "VALUE_TRUE":
      return true;
    case "VALUE_FALSE":
      return false;
    case "VALUE_NULL":
      return null;
    case "VALUE_NUMBER_FLOAT":
      return Decimal.parse(reader.text);
    case "VALUE_NUMBER_INT":
      return wholeNumber(reader.text);
    default:
      throwApex("System.JSONException", "No content to map to Object due to end of input");
  }
}

function wholeNumber(text: string): ApexValue {
  const value = Number(text);
  if (value >= -(2 ** 31) && value < 2 ** 31) return value;
  const long = BigInt(text);
  return BigInt.asIntN(64, long) === long ? long : Decimal.parse(text);
}
