import type { CallerMatches, FindCallers } from "../caller-lookup.ts";
import { ScreenPop } from "../screen-pop.ts";
import { FakeHost, JORDAN, NORTHWIND } from "../test-support/fake-host.ts";

const NUMBER = "+447700900456";
const finding =
  (matches: CallerMatches["matches"], isUndecided = false): FindCallers =>
  () =>
    Promise.resolve({ number: NUMBER, matches, isUndecided });
const failing: FindCallers = () => Promise.reject(new Error("no answer"));

let host: FakeHost;
beforeEach(() => {
  host = new FakeHost();
});

it("opens the one record that has the number", async () => {
  const found = await new ScreenPop(host, finding([JORDAN])).handleRing("1", NUMBER);
  expect(host.asked).toEqual([["screenPop", JORDAN.recordId]]);
  expect(found).toEqual({ search: "found", matches: [JORDAN], recordId: JORDAN.recordId });
});

it("opens the first of several, on which the call will be logged, and offers the others", async () => {
  const found = await new ScreenPop(host, finding([JORDAN, NORTHWIND])).handleRing("1", NUMBER);
  expect(host.asked).toEqual([["screenPop", JORDAN.recordId]]);
  expect(found).toEqual({ search: "found", matches: [JORDAN, NORTHWIND], recordId: JORDAN.recordId });
});

it("opens nothing for a number that nobody has", async () => {
  expect(await new ScreenPop(host, finding([])).handleRing("1", NUMBER)).toEqual({ search: "none", matches: [], recordId: null });
  expect(host.asked).toEqual([]);
});

it("opens the search page when the server could not decide", async () => {
  const found = await new ScreenPop(host, finding([JORDAN], true)).handleRing("1", NUMBER);
  expect(host.asked).toEqual([["showSearch", NUMBER]]);
  expect(found).toEqual({ search: "undecided", matches: [JORDAN], recordId: null });
});

it("searches nothing for a withheld number", async () => {
  const find = jest.fn(failing);
  expect(await new ScreenPop(host, find).handleRing("1", null)).toEqual({ search: "anonymous", matches: [], recordId: null });
  expect(find).not.toHaveBeenCalled();
  expect(host.asked).toEqual([]);
});

it("lets the host search when the server does not answer", async () => {
  host.found = [JORDAN];
  const found = await new ScreenPop(host, failing).handleRing("1", NUMBER);
  expect(host.asked).toEqual([["searchAndScreenPop", NUMBER]]);
  expect(found).toEqual({ search: "found", matches: [JORDAN], recordId: JORDAN.recordId });
});

it("says so when neither can search", async () => {
  host.refusing.add("searchAndScreenPop");
  expect(await new ScreenPop(host, failing).handleRing("1", NUMBER)).toEqual({ search: "unavailable", matches: [], recordId: null });
});

it("leaves the record in the panel when the host does not open it", async () => {
  host.refusing.add("screenPop");
  expect(await new ScreenPop(host, finding([JORDAN])).handleRing("1", NUMBER)).toEqual({
    search: "found",
    matches: [JORDAN],
    recordId: null,
  });
});

it("opens a record once for a call, however often it rings", async () => {
  const pop = new ScreenPop(host, finding([JORDAN]));
  const found = await Promise.all([pop.handleRing("1", NUMBER), pop.handleRing("1", NUMBER), pop.handleRing("2", NUMBER)]);
  expect(found.map((one) => one === null)).toEqual([false, true, false]);
  expect(host.of("screenPop")).toHaveLength(2);
});
