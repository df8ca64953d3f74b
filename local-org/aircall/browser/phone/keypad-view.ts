import type { PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { linePicker } from "./line-picker.ts";
import { change, dial, model } from "./model.ts";

const KEYS = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", "+"],
  ["#", ""],
] as const;

export function keypadView(state: PhoneState): VirtualElement {
  const { digits } = model;
  return h(
    "form",
    {
      class: "keypad",
      key: "keypad",
      onsubmit: (event: Event) => {
        event.preventDefault();
        dial();
      },
    },
    h("h1", { class: "hidden" }, "Keypad"),
    h(
      "div",
      { class: "number" },
      h("input", {
        id: "number",
        type: "tel",
        value: digits,
        autocomplete: "off",
        placeholder: "Enter a number",
        "aria-label": "Number to call",
        "aria-describedby": "matched",
        oninput: ({ target }: Event) => {
          if (target instanceof HTMLInputElement) change({ digits: target.value });
        },
      }),
      digits === ""
        ? null
        : h(
            "button",
            {
              type: "button",
              class: "plain",
              "aria-label": "Delete the last digit",
              onclick: () => change({ digits: digits.slice(0, -1) }),
            },
            icon("backspace"),
          ),
    ),
    h("p", { class: "matched quiet", id: "matched", "aria-live": "polite" }, nameOf(state, digits) ?? " "),
    h(
      "div",
      { class: "keys" },
      KEYS.map(([key, letters]) =>
        h(
          "button",
          {
            type: "button",
            class: "key",
            key,
            onclick: () => change({ digits: digits + key }),
          },
          h("span", {}, key),
          h("small", { "aria-hidden": "true" }, letters),
        ),
      ),
    ),
    linePicker(state),
    h("button", { type: "submit", class: "call-button", id: "call-button", disabled: digits.trim() === "" }, icon("phone"), "Call"),
  );
}

/** Name of the contact with this number. */
function nameOf({ contacts }: PhoneState, digits: string): string | null {
  const plain = digits.replace(/[^\d+]/g, "");
  if (plain.length < 6) return null;
  const contact = contacts.find(({ numbers }) => numbers.some(({ value }) => value === plain));
  return contact === undefined ? null : [contact.name, contact.company].filter((part) => part !== null).join(", ");
}
