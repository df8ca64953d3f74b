/** JSONGenerator. */
import { definePlatformClass, type InstanceMember } from "../../runtime/define.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { given } from "../number-text.ts";
import { JsonWriter } from "./json-writer.ts";
import { writeValue } from "./serialize.ts";

export class ApexJsonGenerator extends PlatformObject {
  readonly #writer: JsonWriter;
  closed = false;

  constructor(pretty: boolean) {
    super();
    this.#writer = new JsonWriter(pretty);
  }

  get apexType(): string {
    return "System.JSONGenerator";
  }

  /** The writer. Throws System.JSONException when the generator is closed. */
  get open(): JsonWriter {
    if (this.closed) throwApex("System.JSONException", "The JSON generator is closed.");
    return this.#writer;
  }

  /** What was written; closes the generator. */
  asString(): string {
    this.closed = true;
    return this.#writer.text;
  }
}

/** Types that `write<Name>(Type)` and `write<Name>Field(String,Type)` take. */
const SCALARS: readonly (readonly [string, string])[] = [
  ["Blob", "Blob"],
  ["Boolean", "Boolean"],
  ["Date", "Date"],
  ["DateTime", "Datetime"],
  ["Id", "Id"],
  ["Number", "Decimal"],
  ["Number", "Double"],
  ["Number", "Integer"],
  ["Number", "Long"],
  ["Object", "Object"],
  ["String", "String"],
  ["Time", "Time"],
];

const scalarMembers: Record<string, InstanceMember> = {};
for (const [name, type] of SCALARS) {
  const asObject = (value: ApexValue): ApexValue => (type === "Double" && typeof value === "number" ? new ApexDouble(value) : value);
  scalarMembers[`write${name}(${type})`] = (self: ApexJsonGenerator, value: ApexValue) => {
    writeValue(self.open, asObject(value), false);
    return null;
  };
  scalarMembers[`write${name}Field(String,${type})`] = (self: ApexJsonGenerator, field: string | null, value: ApexValue) => {
    self.open.field(given(field));
    writeValue(self.open, asObject(value), false);
    return null;
  };
}

function command(write: (writer: JsonWriter) => void): InstanceMember {
  return (self: ApexJsonGenerator) => {
    write(self.open);
    return null;
  };
}

definePlatformClass("System.JSONGenerator", {
  members: {
    ...scalarMembers,
    "close()": (self: ApexJsonGenerator) => {
      self.closed = true;
      return null;
    },
    "getAsString()": (self: ApexJsonGenerator) => self.asString(),
    "isClosed()": (self: ApexJsonGenerator) => self.closed,
    "writeEndArray()": command((writer) => {
      writer.endArray();
    }),
    "writeEndObject()": command((writer) => {
      writer.endObject();
    }),
    "writeFieldName(String)": (self: ApexJsonGenerator, name: string | null) => {
      self.open.field(given(name));
      return null;
    },
    "writeNull()": command((writer) => {
      writer.raw("null");
    }),
    "writeNullField(String)": (self: ApexJsonGenerator, name: string | null) => {
      self.open.field(given(name));
      self.open.raw("null");
      return null;
    },
    "writeStartArray()": command((writer) => {
      writer.startArray();
    }),
    "writeStartObject()": command((writer) => {
      writer.startObject();
    }),
  },
});
