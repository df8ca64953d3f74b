/** QueueableDuplicateSignature and its Builder: what makes two jobs duplicates of each other. */
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/values.ts";

const MAXIMUM_SIZE = 1000;

export class DuplicateSignature extends PlatformObject {
  readonly apexType = "System.QueueableDuplicateSignature";
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override apexToString(): string {
    return this.text;
  }
}

class Builder extends PlatformObject {
  readonly apexType = "System.QueueableDuplicateSignature.Builder";
  readonly parts: string[] = [];

  get size(): number {
    return this.parts.join("").length;
  }

  add(part: string | number | null): this {
    const text = String(requireArgument(part));
    if (this.size + text.length > MAXIMUM_SIZE) throwApex("System.AsyncException", `Signature is longer than ${MAXIMUM_SIZE} characters`);
    this.parts.push(text);
    return this;
  }
}

definePlatformClass("System.QueueableDuplicateSignature", {
  statics: { "Builder()": () => new Builder() },
  members: { "toString()": (self: DuplicateSignature) => self.text },
});

definePlatformClass("System.QueueableDuplicateSignature.Builder", {
  constructors: { "()": () => new Builder() },
  members: {
    "addId(Id)": (self: Builder, part: string | null) => self.add(part),
    "addInteger(Integer)": (self: Builder, part: number | null) => self.add(part),
    "addString(String)": (self: Builder, part: string | null) => self.add(part),
    "build()": (self: Builder) => new DuplicateSignature(JSON.stringify(self.parts)),
    "getMaxSize()": () => MAXIMUM_SIZE,
    "getRemainingSize()": (self: Builder) => MAXIMUM_SIZE - self.size,
    "getSize()": (self: Builder) => self.size,
  },
});
