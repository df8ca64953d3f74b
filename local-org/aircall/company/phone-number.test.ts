import assert from "node:assert/strict";
import { test } from "node:test";
import { displayNumber, toE164 } from "./phone-number.ts";

test("numbers are shown in the groups that Aircall shows", () => {
  for (const [e164, shown] of [
    ["+447700900456", "+44 7700 900456"],
    ["+442079460123", "+44 20 7946 0123"],
    ["+12025550173", "+1 202-555-0173"],
    ["+33199001234", "+33 1 99 00 12 34"],
  ] as const) {
    assert.equal(displayNumber(e164), shown);
  }
});

test("international forms are read without a country, national ones with the line's", () => {
  for (const text of ["+44 7700 900456", "0044 7700 900456", "+44 (0)7700 900456", "tel:+447700900456"])
    assert.equal(toE164(text), "+447700900456", text);
  assert.equal(toE164("07700 900456", "GB"), "+447700900456");
  assert.equal(toE164("(202) 555-0173", "US"), "+12025550173");
});

test("what is no number is null", () => {
  for (const text of ["", "anonymous", "12", "07700 900456", "+44abc"]) assert.equal(toE164(text), null, text);
  assert.equal(toE164("555-0173", "US"), null);
});
