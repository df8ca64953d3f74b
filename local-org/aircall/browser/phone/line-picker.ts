import type { PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { change, currentLine } from "./model.ts";

/** The line to call or write with. */
export function linePicker({ lines }: PhoneState): VirtualElement {
  return h(
    "label",
    { class: "line", key: "line" },
    h("span", { class: "quiet" }, "From"),
    h(
      "select",
      {
        value: String(currentLine() ?? ""),
        onchange: ({ target }: Event) => {
          if (target instanceof HTMLSelectElement) change({ line: Number(target.value) });
        },
      },
      lines.map(({ id, name, number }) => h("option", { value: String(id), key: id }, `${name} (${number})`)),
    ),
  );
}
