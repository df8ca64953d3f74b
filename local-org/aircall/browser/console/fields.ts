/** Labelled form fields. */
import { type Child, h, type VirtualElement } from "../dom/element.ts";

export type Option = readonly [value: string, label: string];

/** A text field; `list` names a datalist. */
export function textField(
  label: string,
  value: string,
  set: (value: string) => void,
  more: Readonly<Record<string, unknown>> = {},
): VirtualElement {
  return field(
    label,
    h("input", {
      type: "text",
      value,
      autocomplete: "off",
      oninput: ({ target }: Event) => {
        if (target instanceof HTMLInputElement) set(target.value);
      },
      ...more,
    }),
  );
}

export function selectField(label: string, value: string, options: readonly Option[], set: (value: string) => void): VirtualElement {
  return field(
    label,
    h(
      "select",
      {
        value,
        onchange: ({ target }: Event) => {
          if (target instanceof HTMLSelectElement) set(target.value);
        },
      },
      options.map(([key, text]) => h("option", { value: key, key }, text)),
    ),
  );
}

export function checkField(label: string, isChecked: boolean, set: (isChecked: boolean) => void): VirtualElement {
  return h(
    "label",
    { class: "check" },
    h("input", {
      type: "checkbox",
      checked: isChecked,
      onchange: ({ target }: Event) => {
        if (target instanceof HTMLInputElement) set(target.checked);
      },
    }),
    h("span", {}, label),
  );
}

function field(label: string, control: VirtualElement): VirtualElement {
  return h("label", { class: "field" }, h("span", {}, label), control);
}

/** A titled part of the page. */
export function card(title: string, id: string, ...children: readonly (Child | readonly Child[])[]): VirtualElement {
  return h(
    "section",
    { class: `card card-${id}`, "aria-labelledby": `title-${id}`, key: id },
    h("h2", { id: `title-${id}` }, title),
    ...children,
  );
}
