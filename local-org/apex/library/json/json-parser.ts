/** JSONParser and JSONToken. */
import { loadCatalog } from "../../catalog/catalog.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { platformEnum } from "../../runtime/enum-value.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue, ClassRef } from "../../runtime/values.ts";
import { given } from "../number-text.ts";
import { JsonReader, type TokenKind } from "./json-reader.ts";
import { readTyped } from "./typed.ts";
import { primitiveFromText } from "./typed-primitive.ts";

export class ApexJsonParser extends PlatformObject {
  readonly #reader: JsonReader;
  #cleared: TokenKind | null = null;
  #isCleared = false;

  constructor(text: string) {
    super();
    this.#reader = new JsonReader(text);
  }

  get apexType(): string {
    return "System.JSONParser";
  }

  /** Null before the first token, after the last, and when cleared. */
  get current(): TokenKind | null {
    return this.#isCleared ? null : this.#reader.kind;
  }

  get lastCleared(): TokenKind | null {
    return this.#cleared;
  }

  get name(): string | null {
    return this.#reader.name;
  }

  get text(): string | null {
    return this.current === null ? null : this.#reader.text;
  }

  next(): TokenKind | null {
    this.#isCleared = false;
    return this.#reader.next();
  }

  /** Past a field name to its value. */
  nextValue(): TokenKind | null {
    return this.next() === "FIELD_NAME" ? this.next() : this.current;
  }

  clear(): void {
    this.#cleared = this.current;
    this.#isCleared = true;
  }

  skipChildren(): void {
    this.#reader.skipChildren();
  }

  /** The current scalar as a primitive type. Throws System.JSONException when the token is of another kind. */
  value(type: string, ...kinds: readonly TokenKind[]): ApexValue {
    const { current } = this;
    if (current === "VALUE_NULL") return null;
    if (current === null || !kinds.includes(current)) {
      throwApex("System.JSONException", `Current token (${current ?? "null"}) can not be read as ${type}`);
    }
    return primitiveFromText(this.#reader.text, type);
  }

  readAs(type: string, strict: boolean): ApexValue {
    if (this.current === null || this.current === "FIELD_NAME") this.next();
    const value = readTyped(this.#reader, type, strict);
    return type === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
  }
}

function token(kind: TokenKind | null): ApexValue {
  const values = platformEnum("System.JSONToken", loadCatalog().class("System.JSONToken")?.values ?? []);
  return values.find(({ name }) => name === kind) ?? null;
}

const NUMBERS = ["VALUE_NUMBER_INT", "VALUE_NUMBER_FLOAT"] as const;

definePlatformClass("System.JSONParser", {
  members: {
    "clearCurrentToken()": (self: ApexJsonParser) => {
      self.clear();
      return null;
    },
    "getBlobValue()": (self: ApexJsonParser) => self.value("Blob", "VALUE_STRING"),
    "getBooleanValue()": (self: ApexJsonParser) => self.value("Boolean", "VALUE_TRUE", "VALUE_FALSE"),
    "getCurrentName()": (self: ApexJsonParser) => self.name,
    "getCurrentToken()": (self: ApexJsonParser) => token(self.current),
    "getDateTimeValue()": (self: ApexJsonParser) => self.value("Datetime", "VALUE_STRING"),
    "getDateValue()": (self: ApexJsonParser) => self.value("Date", "VALUE_STRING"),
    "getDecimalValue()": (self: ApexJsonParser) => self.value("Decimal", ...NUMBERS),
    "getDoubleValue()": (self: ApexJsonParser) => self.value("Double", "VALUE_NUMBER_FLOAT", "VALUE_NUMBER_INT"),
    "getIdValue()": (self: ApexJsonParser) => self.value("Id", "VALUE_STRING"),
    "getIntegerValue()": (self: ApexJsonParser) => self.value("Integer", "VALUE_NUMBER_INT"),
    "getLastClearedToken()": (self: ApexJsonParser) => token(self.lastCleared),
    "getLongValue()": (self: ApexJsonParser) => self.value("Long", "VALUE_NUMBER_INT"),
    "getText()": (self: ApexJsonParser) => self.text,
    "getTimeValue()": (self: ApexJsonParser) => self.value("Time", "VALUE_STRING"),
    "hasCurrentToken()": (self: ApexJsonParser) => self.current !== null,
    "nextToken()": (self: ApexJsonParser) => token(self.next()),
    "nextValue()": (self: ApexJsonParser) => token(self.nextValue()),
    "readValueAs(System.Type)": (self: ApexJsonParser, type: ClassRef | null) => self.readAs(given(type).name, false),
    "readValueAsStrict(System.Type)": (self: ApexJsonParser, type: ClassRef | null) => self.readAs(given(type).name, true),
    "skipChildren()": (self: ApexJsonParser) => {
      self.skipChildren();
      return null;
    },
  },
});
