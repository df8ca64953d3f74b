import CallTimer from "../callTimer";
import { render, settle, textOf } from "../../../adapter/test-support/components.ts";

const START = 1_790_000_600_000;

const show = (since: number, until: number | null): HTMLElement => render("c-call-timer", CallTimer, { since, until });

describe("c-call-timer", () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    [0, "0:00"],
    [9, "0:09"],
    [65, "1:05"],
    [600, "10:00"],
    [3599, "59:59"],
    [3661, "1:01:01"],
    [-5, "0:00"],
  ])("shows %d seconds as %s", (seconds, text) => {
    expect(textOf(show(START, START + seconds * 1000), "span")).toBe(text);
  });

  it("runs while it has no end, and stands still from then on", async () => {
    jest.useFakeTimers({ now: START });
    const element = render("c-call-timer", CallTimer, { since: START, until: null as number | null });
    await jest.advanceTimersByTimeAsync(3000);
    expect(textOf(element, "span")).toBe("0:03");
    element.until = START + 4000;
    await jest.advanceTimersByTimeAsync(9000);
    expect(textOf(element, "span")).toBe("0:04");
  });

  it("stops when it leaves the page", async () => {
    jest.useFakeTimers({ now: START });
    const element = show(START, null);
    expect(jest.getTimerCount()).toBe(1);
    element.remove();
    await settle();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("is accessible", async () => {
    await expect(show(START, START + 5000)).toBeAccessible();
  });
});
