import assert from "node:assert/strict";
import { test } from "node:test";
import { i18n } from "./i18n.ts";

const NAMES = [
  "locale",
  "dateTime.shortDateFormat",
  "dateTime.mediumDateFormat",
  "dateTime.longDateFormat",
  "dateTime.shortTimeFormat",
  "dateTime.mediumTimeFormat",
  "dateTime.shortDateTimeFormat",
  "number.decimalSeparator",
  "number.groupingSeparator",
  "firstDayOfWeek",
];

function valuesFor(locale: string): unknown[] {
  const context = { user: { locale, language: "en_US", timeZone: "Europe/Paris" }, labels: {}, resources: {} };
  Object.defineProperty(globalThis, Symbol.for("local-org.context"), { value: context, configurable: true });
  return NAMES.map(i18n);
}

test("the patterns of the United States are those of the base components", () => {
  assert.deepEqual(valuesFor("en_US"), [
    "en-US",
    "M/d/yyyy",
    "MMM d, yyyy",
    "MMMM d, yyyy",
    "h:mm a",
    "h:mm:ss a",
    "M/d/yyyy h:mm a",
    ".",
    ",",
    1,
  ]);
});

test("other locales write their own way", () => {
  assert.deepEqual(valuesFor("de_DE"), [
    "de-DE",
    "d.M.yyyy",
    "d. MMM yyyy",
    "d. MMMM yyyy",
    "HH:mm",
    "HH:mm:ss",
    "d.M.yyyy HH:mm",
    ",",
    ".",
    2,
  ]);
});

test("words in a date stand in quotes", () => {
  valuesFor("es_ES");
  assert.equal(i18n("dateTime.longDateFormat"), "d 'de' MMMM 'de' yyyy");
});

test("a name that is none fails with it", () => {
  assert.throws(() => i18n("number.noSuchThing"), /number\.noSuchThing/);
});
