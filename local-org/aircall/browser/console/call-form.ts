import type { ConsoleState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { card, type Option, selectField, textField } from "./fields.ts";
import { act, type CallForm, change, model } from "./model.ts";

const OUTCOMES: readonly Option[] = [
  ["", "People act (phone or this page)"],
  ["answered", "Answered"],
  ["missed", "Missed"],
  ["voicemail", "Voicemail"],
  ["abandoned", "Caller gives up"],
  ["transferred", "Answered, then transferred"],
];

/** Starts a call. */
export function callForm(state: ConsoleState): VirtualElement {
  const form = model.call;
  const set = (changes: Partial<CallForm>): void => change({ call: { ...form, ...changes } });
  const isInbound = form.direction === "inbound";
  const agents: Option[] = state.agents.map(({ email, name }) => [email, name]);
  const outcomes = isInbound ? OUTCOMES : OUTCOMES.filter(([value]) => value !== "voicemail");
  return card(
    "New call",
    "call",
    h(
      "form",
      {
        class: "form",
        onsubmit: (event: Event) => {
          event.preventDefault();
          start(form, state);
        },
      },
      h(
        "div",
        { class: "segments", role: "group", "aria-label": "Direction" },
        segment("Inbound", isInbound, () => set({ direction: "inbound" })),
        segment("Outbound", !isInbound, () => set({ direction: "outbound", outcome: form.outcome === "voicemail" ? "" : form.outcome })),
      ),
      textField(isInbound ? "Caller" : "Calls", form.external, (external) => set({ external }), {
        list: "known",
        placeholder: "+44..., a contact, or anonymous",
        required: true,
      }),
      known(state),
      h(
        "div",
        { class: "pair" },
        selectField("Line", form.line || String(state.lines[0]?.id ?? ""), lineOptions(state), (line) => set({ line })),
        selectField("Agent", form.user, isInbound ? [["", "Whoever is free"], ...agents] : [["", "Choose..."], ...agents], (user) =>
          set({ user }),
        ),
      ),
      selectField("What happens", form.outcome, outcomes, (outcome) => set({ outcome })),
      form.outcome === ""
        ? null
        : h(
            "div",
            { class: "pair", key: "seconds" },
            textField("Rings for (s)", form.ring, (ring) => set({ ring }), { inputmode: "decimal" }),
            textField(form.outcome === "voicemail" ? "Voicemail (s)" : "Talk (s)", form.talk, (talk) => set({ talk }), {
              inputmode: "decimal",
            }),
          ),
      form.outcome === "transferred"
        ? selectField("Transferred to", form.transferTo, [["", "Choose..."], ...agents], (transferTo) => set({ transferTo }))
        : null,
      form.outcome === ""
        ? null
        : h(
            "div",
            { class: "pair", key: "notes" },
            selectField("Tag", form.tag, [["", "None"], ...state.tags.map(({ name }): Option => [name, name])], (tag) => set({ tag })),
            textField("Comment", form.comment, (comment) => set({ comment })),
          ),
      h("button", { type: "submit", class: "primary" }, isInbound ? "Ring" : "Call"),
    ),
  );
}

/** Numbers that the company knows, as suggestions. */
export function known({ contacts }: ConsoleState): VirtualElement {
  return h(
    "datalist",
    { id: "known" },
    contacts.flatMap(({ name, company, numbers }) =>
      numbers.map(({ value, label }) =>
        h("option", { value, key: value }, [name, company, label].filter((part) => part !== null).join(", ")),
      ),
    ),
  );
}

export function lineOptions({ lines }: ConsoleState): Option[] {
  return lines.map(({ id, name, number }) => [String(id), `${name} ${number}`]);
}

function segment(label: string, isPressed: boolean, onclick: () => void): VirtualElement {
  return h("button", { type: "button", key: label, "aria-pressed": String(isPressed), onclick }, label);
}

function start(form: CallForm, { lines }: ConsoleState): void {
  const isInbound = form.direction === "inbound";
  const body = {
    direction: form.direction,
    [isInbound ? "from" : "to"]: form.external.trim(),
    number: Number(form.line || lines[0]?.id),
    ...(form.user === "" ? {} : { user: form.user }),
    ...(form.outcome === "" ? {} : { outcome: form.outcome, ring: Number(form.ring), talk: Number(form.talk) }),
    ...(form.outcome === "transferred" ? { transferTo: form.transferTo } : {}),
    ...(form.outcome === "" || form.tag === "" ? {} : { tags: [form.tag] }),
    ...(form.outcome === "" || form.comment === "" ? {} : { comment: form.comment }),
  };
  void act("/local/calls", body, isInbound ? "The call rings." : "The agent calls.");
}
