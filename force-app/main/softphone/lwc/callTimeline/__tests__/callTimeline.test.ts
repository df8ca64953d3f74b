import getLog from "@salesforce/apex/LogController.getLog";
import CallTimeline from "../callTimeline";
import { all, one, render, settle, textOf } from "../../../adapter/test-support/components.ts";

jest.mock("@salesforce/apex/LogController.getLog", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const read = getLog as jest.Mock;
const START = "2026-09-21T14:23:20.000Z";
const seconds = Date.parse(START) / 1000;
const FIELDS = {
  Type__c: "Call",
  Direction__c: "Inbound",
  Started_At__c: START,
  Answered_At__c: "2026-09-21T14:23:32.000Z",
  Ended_At__c: "2026-09-21T14:25:52.000Z",
  Phases__c: JSON.stringify([
    { event: "call.ringing_on_agent", at: seconds + 2, who: "Robin Vale" },
    { event: "call.hold", at: seconds + 30, who: null },
    { event: "call.unknown", at: seconds + 31 },
    { event: "call.tagged", at: "soon" },
    null,
  ]),
  Tags__c: "Follow Up",
  Summary__c: "An invoice.",
  Virtual_Agent__c: "Front desk",
  Virtual_Agent_Outcome__c: "Escalated",
};

const show = async (fields: object): Promise<HTMLElement> => {
  read.mockReset().mockResolvedValue({ fields, links: [], ownerName: "" });
  const element = render("c-call-timeline", CallTimeline, { recordId: "a00000000000001AAA" });
  await settle();
  return element;
};
const texts = (element: HTMLElement): (string | null)[] => all(element, ".text").map((text) => text.textContent);

describe("c-call-timeline", () => {
  it("tells the phases in the order of time, and what came of the call", async () => {
    const element = await show(FIELDS);
    expect(texts(element)).toEqual([
      "c.Timeline_Inbound",
      "c.Timeline_Ringing",
      "c.Timeline_Answered",
      "c.Timeline_Hold",
      "c.Timeline_Ended",
    ]);
    expect(all(element, ".result").map((result) => result.textContent)).toEqual(["Front desk, Escalated", "Follow Up", "An invoice."]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ Type__c: "Call", Direction__c: "Outbound", Started_At__c: START, Ended_At__c: START }, ["c.Timeline_Outbound", "c.Timeline_Missed"]],
    [{ Type__c: "SMS", Direction__c: "Inbound", Started_At__c: START }, ["c.Timeline_Message"]],
    [{ Type__c: "Call", Started_At__c: START, Phases__c: "no list" }, ["c.Timeline_Outbound"]],
  ])("words %j", async (fields, expected) => {
    expect(texts(await show(fields))).toEqual(expected);
  });

  it("says that nothing is known", async () => {
    const element = await show({ Type__c: "Call" });
    expect(textOf(element, ".empty")).toBe("c.Timeline_Empty");
    await expect(element).toBeAccessible();
  });

  it("says that it reads, and that it could not, and tries again", async () => {
    read.mockReset().mockRejectedValueOnce(new Error("down")).mockResolvedValue({ fields: FIELDS });
    const element = render("c-call-timeline", CallTimeline, { recordId: "a00000000000001AAA" });
    expect(textOf(element, ".loading")).toBe("c.Explain_Loading");
    await settle();
    expect(textOf(element, ".slds-text-color_error")).toBe("c.Explain_Error");
    one(element, "lightning-button").click();
    await settle();
    expect(texts(element)).toHaveLength(5);
  });
});
