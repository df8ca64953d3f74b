/** Version, Comparable, Comparator, Collator and Callable. */
import { definePlatformClass } from "../runtime/define.ts";
import { userLocale } from "../runtime/environment.ts";
import { toText } from "../runtime/to-string.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { callBridge } from "../runtime/user-object.ts";
import type { ApexMap, ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { byComparator, compareNaturally } from "./sort-order.ts";

type Count = number | null;

export class ApexVersion extends PlatformObject {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;

  constructor(major: number, minor: number, patch: number | null) {
    super();
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  get apexType(): string {
    return "System.Version";
  }

  /** -1, 0 or 1. Versions of two parts are compared by them alone. */
  compareTo(other: ApexVersion): number {
    const parts = [this.major - other.major, this.minor - other.minor];
    if (this.patch !== null && other.patch !== null) parts.push(this.patch - other.patch);
    return Math.sign(parts.find((part) => part !== 0) ?? 0);
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexVersion && other.major === this.major && other.minor === this.minor && other.patch === this.patch;
  }

  override apexHashCode(): number {
    return (this.major * 31 + this.minor) * 31 + (this.patch ?? 0);
  }

  override apexToString(): string {
    return `Version:[${this.major}.${this.minor}${this.patch === null ? "" : `.${this.patch}`}]`;
  }
}

definePlatformClass("System.Version", {
  constructors: {
    "(Integer,Integer)": (major: Count, minor: Count) => new ApexVersion(argument(major), argument(minor, 2), null),
    "(Integer,Integer,Integer)": (major: Count, minor: Count, patch: Count) =>
      new ApexVersion(argument(major), argument(minor, 2), argument(patch, 3)),
  },
  members: {
    "compareTo(System.Version)": (self: ApexVersion, other: ApexVersion | null) => self.compareTo(argument(other)),
    "major()": (self: ApexVersion) => self.major,
    "minor()": (self: ApexVersion) => self.minor,
    "patch()": (self: ApexVersion) => self.patch,
  },
});

/** Orders text as the user's locale does. */
export class ApexCollator extends PlatformObject {
  readonly #collator = new Intl.Collator(userLocale());

  get apexType(): string {
    return "System.Collator";
  }

  compare(left: ApexValue, right: ApexValue): number {
    if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
    return this.#collator.compare(toText(left), toText(right));
  }
}

definePlatformClass("System.Collator", {
  statics: { "getInstance()": () => new ApexCollator() },
  members: {
    "compare(String,String)": (self: ApexCollator, left: string | null, right: string | null) => self.compare(left, right),
  },
});

definePlatformClass("System.Comparable", {
  members: { "compareTo(Object)": (self: ApexValue, other: ApexValue) => compareNaturally(self, other) },
});

definePlatformClass("System.Comparator", {
  members: { "compare(Object,Object)": (self: ApexValue, left: ApexValue, right: ApexValue) => byComparator(self)(left, right) },
});

definePlatformClass("System.Callable", {
  members: {
    "call(String,Map<String,Object>)": (self: ApexValue, action: string | null, values: ApexMap | null) =>
      callBridge(self, "call", action, values) ?? null,
  },
});
