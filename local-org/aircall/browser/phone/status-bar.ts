import type { PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { availabilityWord, duration, initials } from "../dom/words.ts";
import { act, logIn, now } from "./model.ts";

const SETTINGS = [
  ["available", "Available"],
  ["custom", "By working hours"],
  ["out_for_lunch", "Out for lunch"],
  ["on_a_break", "On a break"],
  ["in_training", "In training"],
  ["doing_back_office", "Back office"],
  ["other", "Other reason"],
  ["always_closed", "Unavailable"],
] as const;

/** Who is logged in, what the phone does, and the switch for the agent's availability. */
export function statusBar({ companyName }: PhoneState, me: NonNullable<PhoneState["me"]>): VirtualElement {
  const left = me.wrapUpUntil === null ? "" : ` ${duration((me.wrapUpUntil - now()) / 1000)}`;
  return h(
    "header",
    { class: "status", key: "status" },
    h("span", { class: "avatar", "aria-hidden": "true" }, initials(me.name)),
    h(
      "div",
      { class: "who" },
      h("strong", {}, me.name),
      h(
        "span",
        { class: "presence", title: companyName },
        h("span", { class: `dot dot-${me.availability}` }),
        availabilityWord(me.availability),
        left,
      ),
    ),
    h(
      "select",
      { class: "availability", "aria-label": "Availability", value: settingOf(me), onchange: (event: Event) => setAvailability(event) },
      SETTINGS.map(([value, label]) => h("option", { value, key: value }, label)),
      h("option", { value: "logout", key: "logout" }, "Log out"),
    ),
  );
}

function settingOf({ availabilityStatus, substatus }: NonNullable<PhoneState["me"]>): string {
  return availabilityStatus === "unavailable" ? substatus : availabilityStatus;
}

function setAvailability({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const { value } = target;
  if (value === "logout") {
    void logIn(null);
    return;
  }
  const isOpen = value === "available" || value === "custom";
  void act(
    isOpen ? { type: "availability", availability: value } : { type: "availability", availability: "unavailable", substatus: value },
  );
}
