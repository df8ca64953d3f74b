/** Database.Error: one error of a record, from DML or `addError`. */
import { ApexList } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import type { ApexValue } from "../runtime/values.ts";
import { EnumValue } from "../runtime/enum-value.ts";
import { registerJsonObject } from "./json/platform-json-types.ts";
import { platformEnumValue } from "./platform-enum.ts";

export class DatabaseError extends PlatformObject {
  /** Name of a System.StatusCode. */
  readonly statusCode: string;
  readonly text: string;
  readonly fields: readonly string[];

  constructor(statusCode: string, text: string, fields: readonly string[]) {
    super();
    this.statusCode = statusCode;
    this.text = text;
    this.fields = fields;
  }

  get apexType(): string {
    return "Database.Error";
  }

  override apexToString(): string {
    return `Database.Error[getFields=(${this.fields.join(", ")});getMessage=${this.text};getStatusCode=${this.statusCode};]`;
  }

  override apexJson(): Iterable<readonly [string, ApexValue]> {
    return [
      ["statusCode", this.statusCode],
      ["message", this.text],
      ["fields", new ApexList("List<String>", [...this.fields])],
    ];
  }
}

const fields = (self: DatabaseError): ApexList => new ApexList("List<String>", [...self.fields]);
const message = (self: DatabaseError): string => self.text;
const statusCode = (self: DatabaseError): ApexValue => platformEnumValue("System.StatusCode", self.statusCode);

definePlatformClass("Database.Error", {
  members: {
    "getFields()": fields,
    "getMessage()": message,
    "getStatusCode()": statusCode,
    Fields: fields,
    Message: message,
    StatusCode: statusCode,
  },
});

registerJsonObject("Database.Error", (values) => {
  const code = values.get("statuscode");
  const text = values.get("message");
  const names = values.get("fields");
  return new DatabaseError(
    code instanceof EnumValue ? code.name : "UNKNOWN_EXCEPTION",
    typeof text === "string" ? text : "",
    names instanceof ApexList ? names.items.map(String) : [],
  );
});
