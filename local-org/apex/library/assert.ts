/** System.Assert and the assert methods of System. */
import { apexEquals } from "../runtime/equality.ts";
import { AssertionFailed } from "../runtime/exceptions.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { ApexDatetime } from "../runtime/date-time.ts";
import { toText } from "../runtime/to-string.ts";
import { instanceOf } from "../runtime/type-test.ts";
import type { ApexValue, ClassRef } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

type Message = ApexValue;

/** How assertions count: `inverted` negates each one (a mutation of the tests), `executed` counts them. */
export const assertionMode = { inverted: false, executed: 0 };

/** Throws AssertionFailed, which Apex cannot catch, unless `holds`. */
function check(holds: boolean, message: Message, detail: string | null): null {
  assertionMode.executed++;
  if (holds !== assertionMode.inverted) return null;
  const parts = ["Assertion Failed", ...(message === null ? [] : [toText(message)]), ...(detail === null ? [] : [detail])];
  throw new AssertionFailed(parts.join(": "));
}

/** Assertions see Datetimes to the second: several public test suites rely on it. */
function same(expected: ApexValue, actual: ApexValue): boolean {
  if (expected instanceof ApexDatetime && actual instanceof ApexDatetime) {
    return Math.floor(expected.millis / 1000) === Math.floor(actual.millis / 1000);
  }
  return apexEquals(expected, actual);
}

function equal(expected: ApexValue, actual: ApexValue, message: Message = null): null {
  return check(same(expected, actual), message, `Expected: ${toText(expected)}, Actual: ${toText(actual)}`);
}

function notEqual(expected: ApexValue, actual: ApexValue, message: Message = null): null {
  return check(!same(expected, actual), message, `Same value: ${toText(actual)}`);
}

function isTrue(condition: boolean | null, message: Message = null): null {
  return check(condition === true, message, null);
}

function isFalse(condition: boolean | null, message: Message = null): null {
  return check(condition === false, message, null);
}

function isNull(value: ApexValue, message: Message = null): null {
  return check(value === null, message, null);
}

function isNotNull(value: ApexValue, message: Message = null): null {
  return check(value !== null, message, null);
}

function isInstance(value: ApexValue, type: ClassRef | null, message: Message = null): null {
  return check(instanceOf(value, argument(type, 2).name), message, null);
}

function isNotInstance(value: ApexValue, type: ClassRef | null, message: Message = null): null {
  return check(!instanceOf(value, argument(type, 2).name), message, null);
}

function fail(message: Message = null): null {
  return check(false, message, null);
}

definePlatformClass("System.Assert", {
  statics: {
    "areEqual(Object,Object)": equal,
    "areEqual(Object,Object,String)": equal,
    "areNotEqual(Object,Object)": notEqual,
    "areNotEqual(Object,Object,String)": notEqual,
    "fail()": fail,
    "fail(String)": fail,
    "isFalse(Boolean)": isFalse,
    "isFalse(Boolean,String)": isFalse,
    "isInstanceOfType(Object,System.Type)": isInstance,
    "isInstanceOfType(Object,System.Type,String)": isInstance,
    "isNotInstanceOfType(Object,System.Type)": isNotInstance,
    "isNotInstanceOfType(Object,System.Type,String)": isNotInstance,
    "isNotNull(Object)": isNotNull,
    "isNotNull(Object,String)": isNotNull,
    "isNull(Object)": isNull,
    "isNull(Object,String)": isNull,
    "isTrue(Boolean)": isTrue,
    "isTrue(Boolean,String)": isTrue,
  },
});

definePlatformClass("System.System", {
  statics: {
    "Assert(Boolean)": isTrue,
    "Assert(Boolean,Object)": isTrue,
    "assertEquals(Object,Object)": equal,
    "assertEquals(Object,Object,Object)": equal,
    "assertNotEquals(Object,Object)": notEqual,
    "assertNotEquals(Object,Object,Object)": notEqual,
  },
});
