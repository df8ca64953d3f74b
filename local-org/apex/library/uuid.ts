/** UUID. */
import { randomUUID } from "node:crypto";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { textHash } from "../runtime/hash.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import type { ApexValue } from "../runtime/values.ts";
import { registerJsonText } from "./json/platform-json-types.ts";
import { argument } from "./arguments.ts";

export class ApexUuid extends PlatformObject {
  /** Lower case with hyphens. */
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  get apexType(): string {
    return "System.UUID";
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  override apexHashCode(): number {
    return textHash(this.text);
  }

  override apexToString(): string {
    return this.text;
  }

  override apexJsonText(): string {
    return this.text;
  }
}

definePlatformClass("System.UUID", {
  statics: {
    "fromString(String)": (text: string | null) => parse(argument(text)),
    "randomUUID()": () => new ApexUuid(randomUUID()),
  },
  members: {
    "equals(Object)": (self: ApexUuid, other: ApexValue) => self.apexEquals(other),
    "hashCode()": (self: ApexUuid) => self.apexHashCode(),
    "toString()": (self: ApexUuid) => self.text,
  },
});

registerJsonText("System.UUID", parse);
registerJsonText("UUID", parse);

/** Five groups of hexadecimal digits; as in Java a group may lack leading zeros. */
function parse(text: string): ApexUuid {
  const widths = [8, 4, 4, 4, 12];
  const groups = text.toLowerCase().split("-");
  const valid = groups.length === 5 && groups.every((group, at) => /^[0-9a-f]+$/.test(group) && group.length <= (widths[at] ?? 0));
  if (!valid) throwApex("System.IllegalArgumentException", `Invalid UUID string: ${text}`);
  return new ApexUuid(groups.map((group, at) => group.padStart(widths[at] ?? 0, "0")).join("-"));
}
