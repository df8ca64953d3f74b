import saveNote from "@salesforce/apex/CallController.note";
import CallNote from "../callNote";
import { all, one, render, settle, textOf } from "../../../adapter/test-support/components.ts";

jest.mock("@salesforce/apex/CallController.note", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const save = saveNote as jest.Mock;
const show = (): HTMLElement => render("c-call-note", CallNote, { callId: "1" });

async function write(element: HTMLElement, value: string): Promise<void> {
  one(element, "lightning-textarea").dispatchEvent(new CustomEvent("change", { detail: { value } }));
  await settle();
}

async function clickSave(element: HTMLElement): Promise<void> {
  one(element, "lightning-button").click();
  await settle();
}

describe("c-call-note", () => {
  beforeEach(() => {
    save.mockReset().mockResolvedValue(null);
  });

  it("offers to save once there is something to save", async () => {
    const element = show();
    expect(all(element, "lightning-button")).toHaveLength(0);
    await write(element, "   ");
    expect(all(element, "lightning-button")).toHaveLength(0);
    await write(element, "Asked for an invoice copy.");
    expect(all(element, "lightning-button")).toHaveLength(1);
  });

  it("keeps the note on the call, empties the field and says so", async () => {
    const element = show();
    const heard = jest.fn();
    element.addEventListener("saved", heard);
    await write(element, " Asked for an invoice copy. ");
    await clickSave(element);
    expect(save).toHaveBeenCalledWith({ callId: "1", text: "Asked for an invoice copy." });
    expect(textOf(element, "p")).toBe("c.Note_Saved");
    expect((one(element, "lightning-textarea") as HTMLElement & { value: string }).value).toBe("");
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ body: { message: "The call has no log yet." } }, "The call has no log yet."],
    [new Error("offline"), "c.Note_Failed"],
  ])("keeps in the field what could not be saved, with the server's words where it has some: %p", async (error, words) => {
    save.mockRejectedValue(error);
    const element = show();
    await write(element, "Asked");
    await clickSave(element);
    expect(textOf(element, "p")).toBe(words);
    expect((one(element, "lightning-textarea") as HTMLElement & { value: string }).value).toBe("Asked");
    await expect(element).toBeAccessible();
  });

  it("does not save twice at a time", async () => {
    save.mockReturnValue(new Promise(() => undefined));
    const element = show();
    await write(element, "Asked");
    await clickSave(element);
    expect((one(element, "lightning-button") as HTMLElement & { disabled: boolean }).disabled).toBe(true);
  });

  it("is accessible", async () => {
    await expect(show()).toBeAccessible();
  });
});
