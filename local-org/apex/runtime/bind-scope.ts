/** What a platform member may need to know of the code that calls it: variables for `:binds`, and the API version. */
import type { ApexValue } from "./values.ts";

/** Variables in scope at a dynamic query, by lower-case name, each read when it is asked for. */
export type BindScope = Readonly<Record<string, () => ApexValue>>;

let binds: BindScope | null = null;
let apiVersion = 67;

/** The variables that the running `Database.query` and its kin may bind; null when there are none. */
export function currentBinds(): BindScope | null {
  return binds;
}

/** API version of the class that called the running member of `Database` or `Search`. Read it before anything else runs. */
export function callerApiVersion(): number {
  return apiVersion;
}

export type Member = (...args: readonly ApexValue[]) => ApexValue;

/** Calls a member while `scope` can be bound. */
export function withBinds(scope: BindScope, member: Member, args: readonly ApexValue[]): ApexValue {
  const outer = binds;
  binds = scope;
  try {
    return member(...args);
  } finally {
    binds = outer;
  }
}

/** The member, telling it the API version of its caller each time. */
export function callerMember(member: Member, version: number): Member {
  return (...args) => {
    apiVersion = version;
    return member(...args);
  };
}
