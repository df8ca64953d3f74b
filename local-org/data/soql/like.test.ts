import assert from "node:assert/strict";
import { test } from "node:test";
import { likeMatcher } from "./like.ts";

const CASES: readonly (readonly [string, string, boolean])[] = [
  ["appl_%", "Appleton", true],
  ["appl_%", "Apple", true],
  ["appl_%", "Appl", false],
  ["abc", "ABC", true],
  ["abc", "abcd", false],
  ["abc%", "ABCDE", true],
  ["%cde", "abCDE", true],
  ["%bcd%", "abcde", true],
  ["%bcd%", "bc", false],
  ["%", "", true],
  ["a%c", "abbc", true],
  ["a%c", "acb", false],
  ["a.c", "abc", false],
  ["(a+%", "(a+b", true],
  ["100\\%", "100%", true],
  ["100\\%", "1000", false],
  ["%a\\_b%", "xa_by", true],
  ["%a\\_b%", "xacby", false],
  ["a_c", "a\nc", true],
  ["a_c", "a😀c", true],
];

for (const [pattern, text, expected] of CASES)
  test(`LIKE ${JSON.stringify(pattern)} ${expected ? "matches" : "does not match"} ${JSON.stringify(text)}`, () => {
    assert.equal(likeMatcher(pattern)(text.toLowerCase()), expected);
  });
