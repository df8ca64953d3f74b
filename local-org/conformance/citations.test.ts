import assert from "node:assert/strict";
import { test } from "node:test";
import { caseOfCompileError, casesOfTestClass, citationFaults } from "./citations.ts";

const CLASS = `@IsTest
private class NumberCases {
    /**
     * Source: https://example.com/numbers
     * Says: Integer division
     * drops the remainder.
     */
    @IsTest
    static void integerDivisionDropsTheRemainder() {
        Assert.areEqual(3, 7 / 2);
    }

    /** Source: https://example.com/numbers
     * Says: inferred, because no page says it
     */
    @IsTest
    static void isInferred() {}

    @IsTest
    static void citesNothing() {}
}
`;

test("a case is a test method with the citation right above it", () => {
  const [first] = casesOfTestClass("NumberCases.cls", CLASS);
  assert.deepEqual(first, {
    file: "NumberCases.cls",
    name: "integerDivisionDropsTheRemainder",
    line: 9,
    source: "https://example.com/numbers",
    says: "Integer division drops the remainder.",
    inferred: false,
  });
});

test("a case that was concluded, not read, is marked", () => {
  assert.equal(casesOfTestClass("NumberCases.cls", CLASS)[1]?.inferred, true);
});

test("a case does not inherit the citation of the one before it", () => {
  const last = casesOfTestClass("NumberCases.cls", CLASS)[2];
  assert.ok(last);
  assert.equal(citationFaults(last).length, 2);
});

test("a compile error is cited by the comment of its class", () => {
  const text = `/**\n * Source: https://example.com/x\n * Says: A class cannot be final twice.\n */\npublic class Twice {\n}\n`;
  const found = caseOfCompileError("Twice.cls", text);
  assert.equal(found.name, "Twice");
  assert.equal(found.line, 5);
  assert.deepEqual(citationFaults(found), []);
});
