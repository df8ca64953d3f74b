/** What every value has, and what every enum constant has. */
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { hashOf } from "../runtime/hash.ts";
import { valueOfText } from "../runtime/to-string.ts";
import { UserObject, type ApexValue, type EnumValue } from "../runtime/values.ts";

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
  members: {
    "equals(Object)": (self: EnumValue, other: ApexValue) => apexEquals(self, other),
    "hashCode()": (self: EnumValue) => hashOf(self),
    "name()": (self: EnumValue) => self.name,
    "ordinal()": (self: EnumValue) => self.ordinal,
    "toString()": (self: EnumValue) => self.name,
  },
});

function cloneObject(value: ApexValue): ApexValue {
  if (!(value instanceof UserObject)) return value;
  const copy = Object.create(Object.getPrototypeOf(value) as object) as UserObject;
  return Object.assign(copy, value);
}
