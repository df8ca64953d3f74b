import type { ConsoleState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { timeOf } from "../dom/words.ts";
import { lineOptions } from "./call-form.ts";
import { card, selectField, textField } from "./fields.ts";
import { act, change, type MessageForm, model, now } from "./model.ts";

const SHOWN = 5;

/** Sends a message in either direction; the last ones below. */
export function messageForm(state: ConsoleState): VirtualElement {
  const form = model.message;
  const set = (changes: Partial<MessageForm>): void => change({ message: { ...form, ...changes } });
  const isInbound = form.direction === "inbound";
  return card(
    "New message",
    "message",
    h(
      "form",
      {
        class: "form",
        onsubmit: (event: Event) => {
          event.preventDefault();
          void act(
            "/local/messages",
            {
              direction: form.direction,
              [isInbound ? "from" : "to"]: form.external.trim(),
              number: Number(form.line || state.lines[0]?.id),
              channel: form.channel,
              body: form.body,
              ...(isInbound || form.user === "" ? {} : { user: form.user }),
            },
            "The message is on its way.",
          ).then((answer) => {
            if (answer !== null) set({ body: "" });
          });
        },
      },
      h(
        "div",
        { class: "segments", role: "group", "aria-label": "Direction of the message" },
        h("button", { type: "button", "aria-pressed": String(isInbound), onclick: () => set({ direction: "inbound" }) }, "Received"),
        h("button", { type: "button", "aria-pressed": String(!isInbound), onclick: () => set({ direction: "outbound" }) }, "Sent"),
      ),
      textField(isInbound ? "Sender" : "Receiver", form.external, (external) => set({ external }), {
        list: "known",
        placeholder: "+44...",
        required: true,
      }),
      h(
        "div",
        { class: "pair" },
        selectField("Line", form.line || String(state.lines[0]?.id ?? ""), lineOptions(state), (line) => set({ line })),
        isInbound
          ? selectField(
              "Kind",
              form.channel,
              [
                ["sms", "SMS"],
                ["whatsapp", "WhatsApp"],
              ],
              (channel) => set({ channel }),
            )
          : selectField("Agent", form.user, [["", "Nobody"], ...state.agents.map(({ email, name }) => [email, name] as const)], (user) =>
              set({ user }),
            ),
      ),
      textField("Text", form.body, (body) => set({ body }), { required: true }),
      h("button", { type: "submit", class: "primary" }, "Send"),
    ),
    h(
      "ul",
      { class: "lines" },
      state.messages
        .slice(0, SHOWN)
        .map((message) =>
          h(
            "li",
            { key: message.id },
            h("span", { class: "quiet" }, message.direction === "inbound" ? "from" : "to"),
            ` ${message.contactName ?? message.externalDisplay}: ${message.body} `,
            h("span", { class: "quiet" }, `${message.status}, ${timeOf(message.createdAt, now())}`),
          ),
        ),
    ),
  );
}
