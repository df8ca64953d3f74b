/** Exception: the members of every exception, of the platform and the project. */
import { loadCatalog } from "../catalog/catalog.ts";
import { ApexList } from "../runtime/collections.ts";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";
import { platformEnum } from "../runtime/enum-value.ts";
import { ApexException, throwApex, type DmlRow } from "../runtime/exceptions.ts";
import { schemaTokens } from "../runtime/schema-tokens.ts";
import { apexFrames, apexStackTrace } from "../runtime/stack-trace.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

type Index = number | null;
type Text = string | null;
type Cause = ApexException | null;

definePlatformClass("System.Exception", {
  members: {
    "getCause()": (self: ApexException) => self.apexCause,
    "getDmlFieldNames(Integer)": (self: ApexException, index: Index) => new ApexList("List<String>", [...row(self, index).fields]),
    "getDmlFields(Integer)": (self: ApexException, index: Index) => {
      const fields = row(self, index).fields.map((field) => schemaTokens.fieldToken(self.dmlObject ?? "", field));
      return new ApexList("List<Schema.SObjectField>", fields);
    },
    "getDmlId(Integer)": (self: ApexException, index: Index) => row(self, index).id,
    "getDmlIndex(Integer)": (self: ApexException, index: Index) => row(self, index).index,
    "getDmlMessage(Integer)": (self: ApexException, index: Index) => row(self, index).message,
    "getDmlStatusCode(Integer)": (self: ApexException, index: Index) => row(self, index).statusCode,
    "getDmlType(Integer)": (self: ApexException, index: Index) => statusCode(row(self, index).statusCode),
    "getLineNumber()": (self: ApexException) => apexFrames(self)[0]?.line ?? 0,
    "getMessage()": (self: ApexException) => self.shownMessage,
    "getNumDml()": (self: ApexException) => self.dmlRows.length,
    "getStackTraceString()": (self: ApexException) => apexStackTrace(self),
    "getTypeName()": (self: ApexException) => self.typeName,
    "initCause(System.Exception)": (self: ApexException, cause: Cause) => {
      if (self.apexCause !== null) throwApex("System.TypeException", "Can't overwrite cause");
      self.apexCause = cause;
      return null;
    },
    "setMessage(String)": (self: ApexException, message: Text) => {
      self.apexMessage = message;
      return null;
    },
  },
});

for (const name of loadCatalog().classNames("System")) {
  if (!name.endsWith("Exception")) continue;
  const constructors: Record<string, StaticMember> = {};
  for (const { parameters } of loadCatalog().class(name)?.constructors ?? [])
    constructors[`(${parameters.join(",")})`] = constructor(name, parameters);
  definePlatformClass(name, { constructors });
}

/** The constructor of an exception class with these parameters. */
function constructor(name: string, parameters: readonly string[]): StaticMember {
  if (name === "System.AuraHandledException") {
    // Apex itself sees the default message; the text is for the component.
    return (message: Text) => Object.assign(new ApexException(name), { auraMessage: message });
  }
  switch (parameters.join(",")) {
    case "String,String":
      return (_parameter: Text, message: Text) => new ApexException(name, message);
    case "System.Exception":
      return (cause: Cause) => new ApexException(name, null, cause);
    default:
      return (message: Text = null, cause: Cause = null) => new ApexException(name, message, cause);
  }
}

function row(exception: ApexException, index: Index): DmlRow {
  const found = exception.dmlRows[argument(index)];
  return found ?? throwApex("System.TypeException", `DML row index out of bounds: ${index ?? 0}`);
}

function statusCode(name: string): ApexValue {
  const values = platformEnum("System.StatusCode", loadCatalog().class("System.StatusCode")?.values ?? []);
  return values.find((value) => value.name === name) ?? null;
}
