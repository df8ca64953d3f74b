import assert from "node:assert/strict";
import { test } from "node:test";
import { phoneRulesClass } from "./phone-rules-class.ts";
import { phoneMetadata, type RegionRule } from "./region-rule.ts";

const RULE: RegionRule = {
  name: "XA",
  callingCode: "999",
  internationalPrefix: "00",
  usualInternationalPrefix: "00",
  nationalPrefix: "0",
  prefixPattern: "0",
  prefixReplacement: "",
  lengths: [7, 9],
  localLengths: [],
  leadingDigits: "",
  shape: "[1-9]\\d{6,8}",
  numbers: "7\\d{8}|20\\d{5}",
};

test("a region becomes one text, its backslashes doubled as Apex wants them", () => {
  const apex = phoneRulesClass({ callingCodes: [{ code: "999", regions: ["XA", "XB"] }], rules: [RULE] }, "1.2.3");
  assert.match(apex, /' 999:XA,XB ';/);
  assert.match(apex, /google-libphonenumber\n \* 1\.2\.3/);
  assert.ok(apex.includes("return '999~00~00~0~0~~7,9~~~[1-9]\\\\d{6,8}~7\\\\d{8}|20\\\\d{5}';"), apex);
});

test("a pattern with the separator in it is refused", () => {
  assert.throws(() => phoneRulesClass({ callingCodes: [], rules: [{ ...RULE, shape: "1~2" }] }, "1.2.3"), /XA: ~ stands in 1~2/);
});

test("the library's metadata has every country with its calling code, the main one of several first", () => {
  const { callingCodes, rules } = phoneMetadata();
  assert.ok(rules.length > 240, `${rules.length} regions`);
  assert.deepEqual(
    callingCodes.flatMap(({ regions }) => regions).sort(),
    rules.map(({ name }) => name),
  );
  assert.deepEqual(callingCodes.find(({ code }) => code === "44")?.regions, ["GB", "GG", "IM", "JE"]);
  assert.deepEqual(callingCodes.find(({ code }) => code === "800")?.regions, ["800"]);
  const france = rules.find(({ name }) => name === "FR");
  assert.deepEqual(france?.lengths, [9]);
  assert.equal(france.nationalPrefix, "0");
  assert.equal(rules.find(({ name }) => name === "AU")?.usualInternationalPrefix, "0011");
  assert.equal(rules.find(({ name }) => name === "RU")?.usualInternationalPrefix, "810");
});
