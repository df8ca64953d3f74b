import getLog from "@salesforce/apex/LogController.getLog";
import InteractionExplanation from "../interactionExplanation";
import { all, one, render, settle, textOf } from "../../../adapter/test-support/components.ts";

jest.mock("@salesforce/apex/LogController.getLog", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const read = getLog as jest.Mock;
const LOG = {
  fields: {
    Decision__c: "Logged",
    Decision_Reason__c: "PARTY_MATCHED|Contact|1;OWNER_BY_EMAIL;NUMBER_UNKNOWN|1;SOMETHING_NEW",
    Task_Id__c: "00T000000000001AAA",
  },
  links: [
    { recordId: "003000000000001AAA", name: "Jordan Marsh", objectApiName: "Contact" },
    { recordId: "500000000000001AAA", name: null, objectApiName: "Case" },
  ],
  ownerName: "Avery Stone",
};

const show = async (answer: unknown): Promise<HTMLElement & { recordId: string }> => {
  read.mockReset().mockResolvedValue(answer);
  const element = render("c-interaction-explanation", InteractionExplanation, { recordId: "a00000000000001AAA" });
  await settle();
  return element;
};

describe("c-interaction-explanation", () => {
  it("says what was decided and why, the record, the owner and the Task", async () => {
    const element = await show(LOG);
    expect(read).toHaveBeenCalledWith({ recordId: "a00000000000001AAA" });
    expect(textOf(element, ".decision")).toBe("c.Log_Logged");
    expect(all(element, "li").map((item) => item.textContent)).toEqual([
      "c.Reason_Party_Matched",
      "c.Reason_Owner_By_Email",
      "c.Reason_Number_Unknown",
      "SOMETHING_NEW",
    ]);
    expect(all<HTMLAnchorElement>(element, ".records a").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Jordan Marsh", "/lightning/r/Contact/003000000000001AAA/view"],
      ["Case", "/lightning/r/Case/500000000000001AAA/view"],
    ]);
    expect(textOf(element, ".owner")).toBe("Avery Stone");
    expect(one(element, ".task a").getAttribute("href")).toBe("/lightning/r/Task/00T000000000001AAA/view");
    await expect(element).toBeAccessible();
  });

  it("names the field that matched where it is known", async () => {
    const element = await show({ ...LOG, fields: { Decision_Reason__c: "PARTY_MATCHED|Contact|1|MobilePhone|003" } });
    expect(textOf(element, "li")).toBe("c.Reason_Party_Matched_Field");
  });

  it("says what is missing", async () => {
    const element = await show({ fields: {}, links: [], ownerName: "Avery Stone" });
    expect(textOf(element, ".decision")).toBe("c.Explain_Undecided");
    expect(textOf(element, ".records")).toBe("c.Explain_None");
    expect(textOf(element, ".task")).toBe("c.Explain_No_Task");
    await expect(element).toBeAccessible();
  });

  it("says that it reads, and that it could not, and tries again", async () => {
    read.mockReset().mockRejectedValueOnce(new Error("down")).mockResolvedValue(LOG);
    const element = render("c-interaction-explanation", InteractionExplanation, { recordId: "a00000000000001AAA" });
    expect(textOf(element, ".loading")).toBe("c.Explain_Loading");
    await settle();
    expect(textOf(element, ".slds-text-color_error")).toBe("c.Explain_Error");
    await expect(element).toBeAccessible();
    one(element, "lightning-button").click();
    await settle();
    expect(textOf(element, ".decision")).toBe("c.Log_Logged");
  });

  it("does not show the log of a page that was left", async () => {
    let answer: (log: unknown) => void = () => undefined;
    const element = await show(LOG);
    read.mockReset().mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    element.recordId = "a00000000000002AAA";
    read.mockResolvedValue({ ...LOG, ownerName: "Robin Vale" });
    element.recordId = "a00000000000003AAA";
    await settle();
    answer(LOG);
    await settle();
    expect(textOf(element, ".owner")).toBe("Robin Vale");
  });
});
