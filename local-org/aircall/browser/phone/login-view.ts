import type { PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { initials } from "../dom/words.ts";
import { logIn } from "./model.ts";

/** Nobody is logged in, or the login is nobody of the company. */
export function loginView({ companyName, people }: PhoneState): VirtualElement {
  return h(
    "main",
    { class: "login", key: "login" },
    h("h1", {}, "Log in to the phone"),
    h("p", {}, `People of ${companyName}`),
    h(
      "ul",
      { class: "list" },
      people.map(({ email, name }) =>
        h(
          "li",
          { key: email },
          h(
            "button",
            { type: "button", class: "row", onclick: () => void logIn(email) },
            h("span", { class: "avatar", "aria-hidden": "true" }, initials(name)),
            h("span", { class: "row-text" }, h("strong", {}, name), h("span", { class: "quiet" }, email)),
          ),
        ),
      ),
    ),
  );
}
