/**
 * AccessLevel and Security. The local org accepts access modes and does not enforce them yet: `stripInaccessible` removes
 * nothing (docs/platform-differences.md).
 */
import { definePlatformClass } from "../runtime/define.ts";
import { ApexList, ApexMap, ApexSet, PlatformObject, type EnumValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

export class AccessLevel extends PlatformObject {
  readonly mode: "USER_MODE" | "SYSTEM_MODE";

  constructor(mode: AccessLevel["mode"]) {
    super();
    this.mode = mode;
  }

  get apexType(): string {
    return "System.AccessLevel";
  }

  override apexToString(): string {
    return `AccessLevel[${this.mode}]`;
  }
}

export const USER_MODE = new AccessLevel("USER_MODE");
export const SYSTEM_MODE = new AccessLevel("SYSTEM_MODE");

definePlatformClass("System.AccessLevel", { statics: { USER_MODE: () => USER_MODE, SYSTEM_MODE: () => SYSTEM_MODE } });

class SObjectAccessDecision extends PlatformObject {
  readonly records: ApexList;

  constructor(records: ApexList) {
    super();
    this.records = records;
  }

  get apexType(): string {
    return "System.SObjectAccessDecision";
  }
}

definePlatformClass("System.SObjectAccessDecision", {
  members: {
    "getModifiedIndexes()": () => new ApexSet("Set<Integer>"),
    "getRecords()": (self: SObjectAccessDecision) => self.records,
    "getRemovedFields()": () => new ApexMap("Map<String,Set<String>>"),
  },
});

function accept(check: EnumValue | null, records: ApexList | null): SObjectAccessDecision {
  argument(check);
  const given = argument(records, 2);
  return new SObjectAccessDecision(new ApexList(given.type, [...given.items]));
}

definePlatformClass("System.Security", {
  statics: {
    "stripInaccessible(System.AccessType,List<SObject>)": accept,
    "stripInaccessible(System.AccessType,List<SObject>,Boolean)": accept,
  },
});
