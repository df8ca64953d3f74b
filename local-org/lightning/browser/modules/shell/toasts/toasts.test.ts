import assert from "node:assert/strict";
import { test } from "node:test";
import { closeToast, showToast, subscribe, toastRequestOf, toasts } from "./toasts.ts";

test("A toast is shown until it is closed, and listeners hear of both", () => {
  let heard = 0;
  const end = subscribe(() => (heard += 1));
  const id = showToast({ title: "Saved" });
  assert.deepEqual(toasts().at(-1), { id, title: "Saved", parts: [], variant: "info", mode: "dismissible" });
  closeToast(id);
  closeToast(id);
  end();
  showToast({ title: "Later" });
  assert.equal(heard, 2);
});

test("The oldest of four toasts makes room", () => {
  for (const title of ["1", "2", "3", "4"]) showToast({ title });
  assert.deepEqual(
    toasts().map((toast) => toast.title),
    ["2", "3", "4"],
  );
});

test("Places of a message become text or links; a place without a value stays", () => {
  showToast({ title: "Made", message: "{0} of {1}: {2}", messageData: [{ url: "/x", label: "Call" }, "Avery"] });
  assert.deepEqual(
    toasts()
      .at(-1)
      ?.parts.map(({ text, url }) => [text, url]),
    [
      ["Call", "/x"],
      [" of ", null],
      ["Avery", null],
      [": ", null],
      ["{2}", null],
    ],
  );
});

test("Details of a toast event are read in both spellings; anything else is no toast", () => {
  assert.equal(toastRequestOf({ title: "T", toastVariant: "error", toastMode: "sticky" })?.variant, "error");
  assert.equal(toastRequestOf({ title: "T", variant: "warning" })?.variant, "warning");
  assert.equal(toastRequestOf({ title: "T", variant: "loud" })?.variant, undefined);
  assert.equal(toastRequestOf({ message: "only this" })?.message, "only this");
  assert.equal(toastRequestOf({ text: "x" }), null);
  assert.equal(toastRequestOf(null), null);
});
