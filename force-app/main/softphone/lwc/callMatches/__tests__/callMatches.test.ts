import CallMatches from "../callMatches";
import { all, one, render, textOf } from "../../../adapter/test-support/components.ts";
import { JORDAN, NORTHWIND } from "../../../adapter/test-support/fake-host.ts";

const show = (): HTMLElement => render("c-call-matches", CallMatches, { heading: "Other records", records: [JORDAN, NORTHWIND] });

describe("c-call-matches", () => {
  it("lists the records in their order with what tells them apart", () => {
    const element = show();
    expect(textOf(element, "p")).toBe("Other records");
    expect(all<HTMLElement & { label: string }>(element, "lightning-button").map(({ label }) => label)).toEqual([
      "Jordan Marsh",
      "Northwind Test Ltd",
    ]);
    expect(all(element, ".detail").map(({ textContent }) => textContent)).toEqual(["Northwind Test Ltd"]);
    expect(all(element, "lightning-icon").map((icon) => (icon as HTMLElement & { iconName: string }).iconName)).toEqual([
      "standard:contact",
      "standard:account",
    ]);
  });

  it("tells which record is chosen", () => {
    const element = show();
    const heard = jest.fn();
    element.addEventListener("choose", (event) => heard((event as CustomEvent).detail));
    one(element, `[data-record-id="${NORTHWIND.recordId}"]`).click();
    expect(heard.mock.calls).toEqual([[{ recordId: NORTHWIND.recordId }]]);
  });

  it("is accessible", async () => {
    await expect(show()).toBeAccessible();
  });
});
