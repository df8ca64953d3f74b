import assert from "node:assert/strict";
import { test } from "node:test";
import { defineItems, items, setItem, subscribe } from "./utilityItems.ts";

const item = (id: string, eager: boolean) => ({
  id,
  component: `c:item${id}`,
  label: `Item ${id}`,
  icon: "call",
  width: 340,
  height: 480,
  isBackground: false,
  scrollable: true,
  properties: {},
  eager,
});

test("Eager items are alive from the start, others once they were opened", () => {
  defineItems([item("0", true), item("1", false)]);
  assert.deepEqual(
    items().map(({ isLoaded }) => isLoaded),
    [true, false],
  );
  setItem("1", { isOpen: true });
  setItem("1", { isOpen: false });
  assert.equal(items()[1]?.isLoaded, true);
});

test("Opening a panel closes the other; changing a label closes none", () => {
  defineItems([item("0", true), item("1", false)]);
  setItem("0", { isOpen: true });
  setItem("1", { label: "Ringing" });
  assert.deepEqual(
    items().map(({ isOpen }) => isOpen),
    [true, false],
  );
  setItem("1", { isOpen: true });
  assert.deepEqual(
    items().map(({ isOpen, label }) => [isOpen, label]),
    [
      [false, "Item 0"],
      [true, "Ringing"],
    ],
  );
});

test("An unknown item changes nothing and says so", () => {
  defineItems([item("0", true)]);
  let heard = 0;
  const end = subscribe(() => (heard += 1));
  assert.equal(setItem("7", { isOpen: true }), false);
  assert.equal(setItem("0", { width: 400 }), true);
  end();
  assert.equal(heard, 1);
  assert.equal(items()[0]?.width, 400);
});
