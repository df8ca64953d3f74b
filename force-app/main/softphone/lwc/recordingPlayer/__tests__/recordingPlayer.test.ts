import findRecording from "@salesforce/apex/RecordingController.find";
import signRecording from "@salesforce/apex/RecordingController.sign";
import RecordingPlayer from "../recordingPlayer";
import { all, one, render, settle, textOf } from "../../../adapter/test-support/components.ts";

jest.mock("@salesforce/apex/RecordingController.find", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/RecordingController.sign", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/label/c.Recording_Blocked", () => ({ __esModule: true, default: "Trust {0}" }), { virtual: true });

const find = findRecording as jest.Mock;
const sign = signRecording as jest.Mock;
const TASK = "00T000000000001AAA";
const PAGE = "https://assets.aircall.io/calls/1/recording";
const LINK = "https://media.example.com/a.mp3?signature=1";
const RECORDING = { kind: "Recording", pageLink: PAGE, isAllowed: true };

async function show(recordId = TASK): Promise<HTMLElement & { recordId: string }> {
  const element = render("c-recording-player", RecordingPlayer, { recordId });
  await settle();
  return element;
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  one(element, selector).click();
  await settle();
}

async function happen(element: HTMLElement, event: string): Promise<void> {
  one(element, "audio").dispatchEvent(new CustomEvent(event));
  await settle();
}

describe("c-recording-player", () => {
  const open = jest.spyOn(window, "open").mockReturnValue(null);

  beforeEach(() => {
    find.mockReset().mockResolvedValue(RECORDING);
    sign.mockReset().mockResolvedValue(LINK);
    open.mockClear();
  });

  it("asks Aircall for nothing until somebody presses play", async () => {
    const element = await show();
    expect(find.mock.calls).toEqual([[{ recordId: TASK }]]);
    expect(sign).not.toHaveBeenCalled();
    expect(all(element, "audio")).toHaveLength(0);
    expect((one(element, ".play") as HTMLElement & { label: string }).label).toBe("c.Recording_Play");
    expect(one(element, ".page").getAttribute("href")).toBe(PAGE);
    await expect(element).toBeAccessible();
  });

  it("plays a fresh link and gives the player the focus", async () => {
    const element = await show();
    await press(element, ".play");
    expect(sign.mock.calls).toEqual([[{ recordId: TASK }]]);
    const audio = one(element, "audio");
    expect(audio.getAttribute("src")).toBe(LINK);
    expect(audio.getAttribute("aria-label")).toBe("c.Recording_Title");
    expect(element.shadowRoot?.activeElement).toBe(audio);
    expect(all(element, ".play")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("says that it fetches, and cannot be pressed twice meanwhile", async () => {
    sign.mockReturnValue(new Promise(() => undefined));
    const element = await show();
    await press(element, ".play");
    expect(textOf(element, ".fetching")).toBe("c.Recording_Loading");
    expect(all(element, ".play")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("calls a voicemail a voicemail", async () => {
    find.mockResolvedValue({ ...RECORDING, kind: "Voicemail" });
    const element = await show();
    expect((one(element, ".play") as HTMLElement & { label: string }).label).toBe("c.Voicemail_Play");
    expect((one(element, "lightning-card") as HTMLElement & { title: string }).title).toBe("c.Voicemail_Title");
  });

  it.each([[null], ["text"], [[]]])("shows nothing on a record of no call: %p", async (answer) => {
    find.mockResolvedValue(answer);
    expect(all(await show(), "*")).toHaveLength(0);
  });

  it("says that there is no recording, and looks again", async () => {
    find.mockResolvedValueOnce({ ...RECORDING, kind: null, pageLink: null });
    const element = await show();
    expect(textOf(element, ".message")).toBe("c.Recording_None");
    expect(all(element, ".page")).toHaveLength(0);
    await expect(element).toBeAccessible();
    await press(element, ".again");
    expect(all(element, ".play")).toHaveLength(1);
  });

  it("says that the user may not listen, and still leads to Aircall", async () => {
    find.mockResolvedValue({ ...RECORDING, isAllowed: false });
    const element = await show();
    expect(textOf(element, ".message")).toBe("c.Recording_Error_Permission");
    expect([all(element, ".play"), all(element, ".again"), all(element, ".page")].map((found) => found.length)).toEqual([0, 0, 1]);
  });

  it("says when it could not look up the recording, and looks again", async () => {
    find.mockRejectedValueOnce(new Error("offline"));
    const element = await show();
    expect(textOf(element, ".message")).toBe("c.Recording_Unreadable");
    await press(element, ".again");
    expect(all(element, ".play")).toHaveLength(1);
  });

  it.each([
    [{ body: { message: "Try again in 12 seconds." } }, "Try again in 12 seconds."],
    [new Error("offline"), "c.Recording_Error_Unavailable"],
  ])("says why it does not play, and tries again: %p", async (error, words) => {
    sign.mockRejectedValueOnce(error);
    const element = await show();
    await press(element, ".play");
    expect(textOf(element, ".problem")).toBe(words);
    await expect(element).toBeAccessible();
    await press(element, ".retry");
    expect(one(element, "audio").getAttribute("src")).toBe(LINK);
    expect(all(element, ".problem")).toHaveLength(0);
  });

  it.each([["ftp://example.com/a.mp3"], [""], [null], [7]])("plays nothing but a web address: %p", async (answer) => {
    sign.mockResolvedValue(answer);
    const element = await show();
    await press(element, ".play");
    expect(all(element, "audio")).toHaveLength(0);
    expect(textOf(element, ".problem")).toBe("c.Recording_Error_Unavailable");
  });

  it("opens what the browser does not play here in a new tab, and says what would help", async () => {
    const element = await show();
    await press(element, ".play");
    await happen(element, "error");
    expect(open.mock.calls).toEqual([[LINK, "_blank", "noopener"]]);
    expect(textOf(element, ".blocked")).toBe("Trust https://media.example.com");
    expect(one(element, ".tab").getAttribute("href")).toBe(LINK);
    expect(all(element, "audio")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("fetches another link when the first has died, and goes on where it was", async () => {
    const element = await show();
    await press(element, ".play");
    await happen(element, "loadedmetadata");
    const first = one(element, "audio") as HTMLAudioElement;
    first.currentTime = 42;
    sign.mockResolvedValue(`${LINK}2`);
    await happen(element, "error");
    expect(sign).toHaveBeenCalledTimes(2);
    expect(open).not.toHaveBeenCalled();
    expect(one(element, "audio").getAttribute("src")).toBe(`${LINK}2`);
    await happen(element, "loadedmetadata");
    expect((one(element, "audio") as HTMLAudioElement).currentTime).toBe(42);
  });

  it("starts anew for another record and passes over answers about the one before", async () => {
    let answerLate: (value: unknown) => void = () => undefined;
    sign.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
    const element = await show();
    await press(element, ".play");
    element.recordId = "00T000000000002AAA";
    await settle();
    answerLate(LINK);
    await settle();
    expect(all(element, "audio")).toHaveLength(0);
    expect(all(element, ".play")).toHaveLength(1);
    expect(find).toHaveBeenLastCalledWith({ recordId: "00T000000000002AAA" });
  });

  it("takes a page that is no web address for none", async () => {
    find.mockResolvedValue({ ...RECORDING, pageLink: "ftp://example.com/a.mp3" });
    expect(all(await show(), ".page")).toHaveLength(0);
  });
});
