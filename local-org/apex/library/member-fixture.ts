/** For unit tests: library members called by their keys. */
import assert from "node:assert/strict";
import "./index.ts";
import { callFunction } from "../runtime/call-function.ts";
import { ApexList } from "../runtime/collections.ts";
import { Decimal } from "../runtime/decimal.ts";
import { platformMember } from "../runtime/define.ts";
import { ApexException } from "../runtime/exceptions.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";

/** Calls `String#contains(String)` with the receiver first, `String.valueOf(Object)` without one. */
export function call(key: string, ...args: readonly ApexValue[]): ApexValue {
  const member = platformMember(key);
  assert.ok(member !== undefined, `no member ${key}`);
  return callFunction(member, null, args);
}

/** As `call`; the result as `System.debug` prints it. */
export function show(key: string, ...args: readonly ApexValue[]): string {
  return toText(call(key, ...args));
}

/** Runs something that must throw the Apex exception and gives its message. */
export function messageOf(type: string, run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof ApexException, String(error));
    assert.equal(error.typeName, type);
    return error.shownMessage;
  }
  return assert.fail(`no ${type} was thrown`);
}

export function decimal(text: string): Decimal {
  return Decimal.parse(text) ?? assert.fail(`not a decimal: ${text}`);
}

export function strings(...items: readonly (string | null)[]): ApexList {
  return new ApexList("List<String>", [...items]);
}
