/** The object that a job runs. */
import { throwNullPointer } from "../apex/runtime/exceptions.ts";
import { runtimeTypeName } from "../apex/runtime/type-test.ts";
import type { ApexValue } from "../apex/runtime/values.ts";

/** Canonical name of its class. Throws System.NullPointerException for null. */
export function classNameOf(target: ApexValue): string {
  return target === null ? throwNullPointer() : runtimeTypeName(target);
}
