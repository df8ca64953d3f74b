/** What every value has, and what every enum constant has. */
import { loadCatalog } from "../catalog/catalog.ts";
import { ApexList } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { findClass } from "../runtime/environment.ts";
import { platformEnum } from "../runtime/enum-value.ts";
import { apexEquals } from "../runtime/equality.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { hashOf } from "../runtime/hash.ts";
import { valueOfText } from "../runtime/to-string.ts";
import { UserObject, type ApexValue, type ClassRef, type EnumValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

definePlatformClass("Object", {
  members: {
    /** Only objects of the project have it: the fields are copied, what they refer to is not. */
    "clone()": cloneObject,
    "equals(Object)": (self: ApexValue, other: ApexValue) => apexEquals(self, other),
    "hashCode()": (self: ApexValue) => hashOf(self),
    "toString()": (self: ApexValue) => valueOfText(self),
  },
});

definePlatformClass("Enum", {
  statics: {
    "valueOf(System.Type,String)": (type: ClassRef, name: string | null) => {
      const found = constantsOf(type.name).find((value) => value.name.toLowerCase() === argument(name).toLowerCase());
      return found ?? throwApex("System.NoSuchElementException", `No enum constant ${type.name}.${name}`);
    },
    "values(System.Type)": (type: ClassRef) => new ApexList(`List<${type.name}>`, [...constantsOf(type.name)]),
  },
  members: {
    "equals(Object)": (self: EnumValue, other: ApexValue) => apexEquals(self, other),
    "hashCode()": (self: EnumValue) => hashOf(self),
    "name()": (self: EnumValue) => self.name,
    "ordinal()": (self: EnumValue) => self.ordinal,
    "toString()": (self: EnumValue) => self.name,
  },
});

/** The constants of an enum of the project or the platform, in order. */
function constantsOf(type: string): readonly EnumValue[] {
  return findClass(type)?.enumValues ?? platformEnum(type, loadCatalog().class(type)?.values ?? []);
}

function cloneObject(value: ApexValue): ApexValue {
  if (!(value instanceof UserObject)) return value;
  const copy = Object.create(Object.getPrototypeOf(value) as object) as UserObject;
  return Object.assign(copy, value);
}
