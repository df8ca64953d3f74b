import type { CallView, PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { availabilityWord } from "../dom/words.ts";
import { actOnCall, change, model } from "./model.ts";

/** Whom to transfer a call to: a colleague, or a number outside. */
export function transferView({ colleagues }: PhoneState, call: CallView): VirtualElement {
  const transfer = (to: string): void => {
    void actOnCall(call, "transfer", { to }).then((isDone) => {
      if (isDone) change({ panel: null, transferTo: "" });
    });
  };
  return h(
    "div",
    { class: "panel", key: "transfer", role: "group", "aria-label": "Transfer" },
    h(
      "ul",
      { class: "list" },
      colleagues.map(({ email, name, availability }) =>
        h(
          "li",
          { key: email },
          h(
            "button",
            { type: "button", class: "row", disabled: availability === "in_call", onclick: () => transfer(email) },
            h("span", { class: `dot dot-${availability}` }),
            h("span", { class: "row-text" }, name),
            h("span", { class: "quiet" }, availabilityWord(availability)),
          ),
        ),
      ),
    ),
    h(
      "form",
      {
        class: "inline",
        onsubmit: (event: Event) => {
          event.preventDefault();
          transfer(model.transferTo);
        },
      },
      h("input", {
        type: "tel",
        "aria-label": "Number outside",
        placeholder: "+44...",
        value: model.transferTo,
        oninput: ({ target }: Event) => {
          if (target instanceof HTMLInputElement) change({ transferTo: target.value });
        },
      }),
      h("button", { type: "submit", class: "small", disabled: model.transferTo.trim() === "" }, "Transfer"),
    ),
  );
}
