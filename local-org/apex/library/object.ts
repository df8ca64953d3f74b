/** What every value has, and what every enum constant has. */
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { hashOf } from "../runtime/hash.ts";
import { valueOfText } from "../runtime/to-string.ts";
import type { ApexValue, EnumValue } from "../runtime/values.ts";

definePlatformClass("Object", {
  members: {
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
