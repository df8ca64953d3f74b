import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  explainReasons,
  fillIn,
  recordIcon,
  wordCaller,
  wordDial,
  wordDirection,
  wordError,
  wordPhase,
  wordReasons,
  wordSearch,
  wordStatus,
} from "../callWords";
import { panelCall } from "../../../adapter/test-support/components.ts";
import { JORDAN } from "../../../adapter/test-support/fake-host.ts";

describe("words", () => {
  it.each([
    ["{0} is in the phone", ["+44"], "+44 is in the phone"],
    ["{1} before {0}", ["a", "b"], "b before a"],
    ["{0}{2}", ["a"], "a"],
    ["{0}", ["$& {0}"], "$& {0}"],
  ])("fill the places of %p", (label, values, text) => {
    expect(fillIn(label, ...values)).toBe(text);
  });

  it.each([
    [{ phase: "ringing" }, "c.Call_Ringing"],
    [{ phase: "ringing", direction: "outbound" }, "c.Call_Calling"],
    [{ phase: "inCall" }, "c.Call_In_Call"],
    [{ phase: "ended", ending: "completed" }, "c.Call_Completed"],
    [{ phase: "ended", ending: "missed" }, "c.Call_Missed"],
    [{ phase: "ended", ending: "refused" }, "c.Call_Refused"],
    [{ phase: "ended", ending: "unanswered" }, "c.Call_Unanswered"],
    [{ phase: "ended", ending: "lost" }, "c.Call_Lost"],
  ] as const)("of a call that is %p", (given, text) => {
    expect(wordPhase(panelCall(given))).toBe(text);
  });

  it("name the other party by record, number or its absence", () => {
    expect(wordCaller(panelCall())).toBe("Jordan Marsh");
    expect(wordCaller(panelCall({ recordId: null }))).toBe("+447700900456");
    expect(wordCaller(panelCall({ recordId: null, number: null }))).toBe("c.Caller_Anonymous");
  });

  it("say the direction, the search, the phone and what it did with a number", () => {
    expect([wordDirection(panelCall()), wordDirection(panelCall({ direction: "outbound" }))]).toEqual([
      "c.Call_Inbound",
      "c.Call_Outbound",
    ]);
    expect([wordSearch("found"), wordSearch("none")]).toEqual(["", "c.Caller_None"]);
    expect(wordStatus("blocked")).toBe("c.Phone_Blocked");
    expect(wordDial({ number: "+44", outcome: "inCall" })).toBe("c.Dial_In_Call");
  });

  it.each([
    ["INTEGRATION_OFF", "c.Reason_Integration_Off"],
    ["PARTY_NOT_FOUND|+447700900456;OWNER_MAPPED", "c.Reason_Party_Not_Found"],
    ["ROW_LOCKED|x;LIMIT_EXCEEDED", "c.Reason_Row_Locked c.Reason_Limit_Exceeded"],
    ["SOMETHING_NEW|x", ""],
    ["", ""],
  ])("explain the decision %p", (stored, text) => {
    expect(wordReasons(stored)).toBe(text);
  });

  it.each([
    [{ body: { message: "No access." } }, "No access."],
    [{ body: { message: "" } }, null],
    [{ body: null }, null],
    [new Error("x"), null],
    [undefined, null],
  ])("of the server are taken from %p", (error, text) => {
    expect(wordError(error)).toBe(text);
  });

  it("are not all: objects have their icons", () => {
    expect([recordIcon(JORDAN.objectApiName), recordIcon("Pet__c")]).toEqual(["standard:contact", "standard:default"]);
  });

  it("explain every reason that a log can have", () => {
    const source = readFileSync(join(__dirname, "../../../../interaction-log/classes/DecisionReason.cls"), "utf8");
    const codes = Array.from(source.matchAll(/public static final String \w+ = '(\w+)'/g), (match) => match[1] ?? "");
    // These are about events that are set aside or left out: no log bears them.
    const ofEvents = /^(NOT_JSON|FIELD_MISSING|EVENT_UNKNOWN|EVENT_NOT_AN_INTERACTION|TOO_LONG|NOT_PUBLISHED|NOT_READABLE|HINT_\w+)$/;
    const worded = codes.filter((code) => !ofEvents.test(code));
    expect(worded.length).toBeGreaterThan(30);
    expect(worded.filter((code) => explainReasons(code)[0] === code)).toEqual([]);
  });
});
