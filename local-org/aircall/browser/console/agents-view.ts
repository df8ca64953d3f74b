import type { ConsoleState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { availabilityWord } from "../dom/words.ts";
import { card } from "./fields.ts";
import { act } from "./model.ts";

/** Agents with what they do now, and the switch for whether they take calls. */
export function agentsView(state: ConsoleState): VirtualElement {
  return card(
    "Agents",
    "agents",
    h(
      "ul",
      { class: "agents" },
      state.agents.map(({ email, name, availability, connected, availabilityStatus, substatus }) => {
        const isOpen = availabilityStatus !== "unavailable";
        const detail = isOpen || substatus === "always_closed" ? "" : ` (${substatus.replaceAll("_", " ")})`;
        return h(
          "li",
          { key: email },
          h("span", { class: `dot dot-${availability}` }),
          h(
            "div",
            {},
            h("strong", {}, name),
            h("p", { class: "quiet" }, `${availabilityWord(availability)}${detail}${connected ? ", phone open" : ""}`),
          ),
          h(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () => void act("/local/agents", { user: email, availability: isOpen ? "unavailable" : "available" }),
            },
            isOpen ? "Set away" : "Set available",
            h("span", { class: "hidden" }, ` ${name}`),
          ),
        );
      }),
    ),
    h("h3", {}, "Lines"),
    h(
      "ul",
      { class: "agents" },
      state.lines.map(({ id, name, number, availability }) => {
        const isOpen = availability !== "closed";
        return h(
          "li",
          { key: id },
          h("span", { class: `dot dot-${isOpen ? "available" : "offline"}` }),
          h(
            "div",
            {},
            h("strong", {}, name),
            h("p", { class: "quiet" }, `${number}, ${availability === "custom" ? "by hours" : availability}`),
          ),
          h(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () => void act("/local/numbers", { number: id, availability: isOpen ? "closed" : "open" }),
            },
            isOpen ? "Close" : "Open",
            h("span", { class: "hidden" }, ` ${name}`),
          ),
        );
      }),
    ),
  );
}
