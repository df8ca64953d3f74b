import assert from "node:assert/strict";
import test from "node:test";
import { formatInstant, zoneName } from "../runtime/date-format.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../runtime/date-time.ts";
import { instantOf, zoneOffset } from "../runtime/time-zone.ts";
import { memoryOrg, SMALL_OBJECTS, transact } from "../../transaction/memory-org.ts";
import { call, messageOf, show } from "./member-fixture.ts";

const PACIFIC = "America/Los_Angeles";
const date = (year: number, month: number, day: number): ApexDate => ApexDate.of(year, month, day);
const utc = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));

test("parts outside their range roll over", () => {
  assert.equal(show("Date.newInstance(Integer,Integer,Integer)", 2020, 13, 1), "2021-01-01 00:00:00");
  assert.equal(show("Date.newInstance(Integer,Integer,Integer)", 2020, 3, 0), "2020-02-29 00:00:00");
  assert.equal(
    show("Datetime.newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)", 2020, 12, 31, 25, 61, 61),
    "2021-01-01 02:02:01",
  );
});

test("adding months stays within the month", () => {
  assert.equal(show("Date#addMonths(Integer)", date(2020, 1, 31), 1), "2020-02-29 00:00:00");
  assert.equal(show("Date#addMonths(Integer)", date(2020, 3, 31), -1), "2020-02-29 00:00:00");
  assert.equal(show("Date#addMonths(Integer)", date(2020, 12, 15), 1), "2021-01-15 00:00:00");
  assert.equal(show("Date#addYears(Integer)", date(2020, 2, 29), 1), "2021-02-28 00:00:00");
  assert.equal(show("Datetime#addMonths(Integer)", utc("2020-01-31T10:30:00Z"), 1), "2020-02-29 10:30:00");
});

test("differences count days and calendar months", () => {
  assert.equal(call("Date#daysBetween(Date)", date(2010, 10, 15), date(2010, 10, 25)), 10);
  assert.equal(call("Date#daysBetween(Date)", date(2010, 10, 25), date(2010, 10, 15)), -10);
  assert.equal(call("Date#monthsBetween(Date)", date(2006, 12, 2), date(2012, 12, 8)), 72);
  assert.equal(call("Date#monthsBetween(Date)", date(2020, 3, 1), date(2020, 3, 30)), 0);
});

test("knows leap years, month lengths and days of the year", () => {
  assert.equal(call("Date.isLeapYear(Integer)", 2000), true);
  assert.equal(call("Date.isLeapYear(Integer)", 1900), false);
  assert.equal(call("Date.daysInMonth(Integer,Integer)", 1960, 2), 29);
  assert.equal(call("Date#dayOfYear()", date(1998, 10, 21)), 294);
});

test("weeks start on the first day of the user's locale", () => {
  assert.equal(show("Date#toStartOfWeek()", date(2020, 7, 15)), "2020-07-12 00:00:00");
  assert.equal(show("Date#toStartOfMonth()", date(1987, 12, 17)), "1987-12-01 00:00:00");
});

test("reads the standard forms and refuses others", () => {
  assert.equal(show("Date.valueOf(String)", "2020-1-5"), "2020-01-05 00:00:00");
  assert.equal(show("Date.valueOf(String)", "2008-12-20 10:00:00"), "2008-12-20 00:00:00");
  assert.equal(
    messageOf("System.TypeException", () => call("Date.valueOf(String)", "20.1.2020")),
    "Invalid date: 20.1.2020",
  );
  assert.equal(
    messageOf("System.TypeException", () => call("Date.valueOf(String)", "2020-02-30")),
    "Invalid date: 2020-02-30",
  );
  assert.equal(show("Datetime.valueOfGmt(String)", "2015-12-09 12:22:13"), "2015-12-09 12:22:13");
  assert.equal(
    messageOf("System.TypeException", () => call("Datetime.valueOf(String)", "2022-07-29T02:21:34.000Z")),
    "Invalid date/time: 2022-07-29T02:21:34.000Z",
  );
});

test("reads and writes the forms of the user's locale", () => {
  assert.equal(show("Date.parse(String)", "12/27/2009"), "2009-12-27 00:00:00");
  assert.equal(show("Datetime.parse(String)", "10/14/2011 11:46 PM"), "2011-10-14 23:46:00");
  assert.equal(show("Datetime.parse(String)", "10/14/2011, 12:06 AM"), "2011-10-14 00:06:00");
  assert.equal(call("Date#format()", date(2001, 9, 3)), "9/3/2001");
  assert.equal(call("Datetime#format()", utc("2011-10-14T23:46:00Z")), "10/14/2011, 11:46 PM");
});

test("prints every letter of SimpleDateFormat", () => {
  const at = Date.parse("2001-07-04T19:08:56.235Z");
  const expected: Readonly<Record<string, string>> = {
    "yyyy.MM.dd G 'at' HH:mm:ss z": "2001.07.04 AD at 12:08:56 PDT",
    "EEE, MMM d, ''yy": "Wed, Jul 4, '01",
    "h:mm a": "12:08 PM",
    "hh 'o''clock' a, zzzz": "12 o'clock PM, Pacific Daylight Time",
    "K:mm a, z": "0:08 PM, PDT",
    "yyyyy.MMMMM.dd GGG hh:mm aaa": "02001.July.04 AD 12:08 PM",
    "EEE, d MMM yyyy HH:mm:ss Z": "Wed, 4 Jul 2001 12:08:56 -0700",
    yyMMddHHmmssZ: "010704120856-0700",
    "yyyy-MM-dd'T'HH:mm:ss.SSSZ": "2001-07-04T12:08:56.235-0700",
    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX": "2001-07-04T12:08:56.235-07:00",
    "YYYY-'W'ww-u": "2001-W27-3",
    "D k X XX EEEE y M S": "185 12 -07 -0700 Wednesday 2001 7 235",
  };
  for (const [pattern, text] of Object.entries(expected)) assert.equal(formatInstant(at, PACIFIC, pattern), text, pattern);
});

test("midnight is 24 for k, 12 for h, 0 for H and K", () => {
  assert.equal(formatInstant(0, "GMT", "k h H K a"), "24 12 0 0 AM");
  assert.equal(formatInstant(0, "GMT", "X Z z"), "Z +0000 GMT");
});

test("the last days of December may belong to week 1 of the next year", () => {
  assert.equal(formatInstant(Date.parse("2018-12-31T12:00:00Z"), "GMT", "YYYY w"), "2019 1");
});

test("an unknown letter is an IllegalArgumentException", () => {
  assert.equal(
    messageOf("System.IllegalArgumentException", () => formatInstant(0, "GMT", "yyyy-b")),
    "Illegal pattern character 'b'",
  );
});

test("zones have their offsets before and after a change of the clock", () => {
  assert.equal(zoneOffset("Europe/Paris", Date.parse("2020-03-29T00:59:59Z")), 3_600_000);
  assert.equal(zoneOffset("Europe/Paris", Date.parse("2020-03-29T01:00:00Z")), 7_200_000);
  assert.equal(zoneOffset("Asia/Kolkata", 0), 19_800_000);
  assert.equal(zoneOffset("GMT-05:00", 0), -18_000_000);
  assert.equal(zoneName(0, "Europe/Paris", false), "CET");
});

test("a wall clock time that is skipped or repeated still has one instant", () => {
  const wall = (iso: string): number => Date.parse(`${iso}Z`);
  assert.equal(instantOf(wall("2020-03-29T03:30:00"), "Europe/Paris"), Date.parse("2020-03-29T01:30:00Z"));
  assert.equal(instantOf(wall("2020-03-29T02:30:00"), "Europe/Paris"), Date.parse("2020-03-29T01:30:00Z"));
  assert.equal(instantOf(wall("2020-10-25T02:30:00"), "Europe/Paris"), Date.parse("2020-10-25T00:30:00Z"));
  assert.equal(instantOf(wall("2020-10-25T03:30:00"), "Europe/Paris"), Date.parse("2020-10-25T02:30:00Z"));
});

test("format with a zone uses GMT for an unknown one", () => {
  const noon = utc("2020-06-01T12:00:00Z");
  assert.equal(call("Datetime#format(String,String)", noon, "HH:mm", PACIFIC), "05:00");
  assert.equal(call("Datetime#format(String,String)", noon, "HH:mm z", "Mars/Olympus"), "12:00 GMT");
  assert.equal(call("Datetime#formatGmt(String)", noon, "yyyy-MM-dd'T'HH:mm:ss'Z'"), "2020-06-01T12:00:00Z");
});

test("times wrap at midnight and print with milliseconds", () => {
  assert.equal(show("Time#addHours(Integer)", ApexTime.of(23, 2, 3, 4), 2), "01:02:03.004Z");
  assert.equal(show("Time#addSeconds(Integer)", ApexTime.of(0, 0, 0, 0), -1), "23:59:59.000Z");
});

test("getTime is a Long and newInstance takes it back", () => {
  assert.equal(call("Datetime#getTime()", utc("2020-06-01T12:00:00.123Z")), 1_591_012_800_123n);
  assert.equal(call("Datetime#millisecond()", call("Datetime.newInstance(Long)", 1_591_012_800_123n)), 123);
});

test("time zones have a display name with their current offset", () => {
  const zone = call("System.TimeZone.getTimeZone(String)", "Asia/Tokyo");
  assert.equal(call("System.TimeZone#getDisplayName()", zone), "(GMT+09:00) Japan Standard Time (Asia/Tokyo)");
  assert.equal(call("System.TimeZone#getOffset(Datetime)", zone, utc("2020-06-01T12:00:00Z")), 32_400_000);
  assert.equal(call("System.TimeZone#getID()", call("System.TimeZone.getTimeZone(String)", "nowhere")), "GMT");
});

test("days and months are added on the wall clock of the user, hours on the time line", () => {
  const org = memoryOrg([], SMALL_OBJECTS, { timeZone: PACIFIC });
  const beforeChange = utc("2026-11-23T07:59:59Z");
  const [days, months, hours, text, parts] = transact(org, () => [
    show("Datetime#addDays(Integer)", beforeChange, -90),
    show("Datetime#addMonths(Integer)", utc("2026-10-01T07:00:00Z"), 3),
    show("Datetime#addHours(Integer)", utc("2026-11-01T07:00:00Z"), 24),
    call("String.valueOf(Datetime)", utc("2026-06-01T12:00:00Z")),
    show("Datetime.newInstance(Integer,Integer,Integer)", 2026, 12, 1),
  ]);
  assert.deepEqual(
    [days, months, hours, text, parts],
    ["2026-08-25 06:59:59", "2027-01-01 08:00:00", "2026-11-02 07:00:00", "2026-06-01 05:00:00", "2026-12-01 08:00:00"],
  );
});
