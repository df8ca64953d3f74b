import type { MessageView, PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { icon } from "../dom/icons.ts";
import { initials, timeOf } from "../dom/words.ts";
import { act, change, model, now } from "./model.ts";

/** Conversations, or the open one. */
export function messagesView(state: PhoneState): VirtualElement {
  const conversations = new Map<string, MessageView[]>();
  for (const message of state.messages) {
    const key = keyOf(message);
    conversations.set(key, [...(conversations.get(key) ?? []), message]);
  }
  const open = model.conversation === null ? undefined : conversations.get(model.conversation);
  return open === undefined ? list([...conversations.values()]) : conversation(open);
}

function keyOf({ line, external }: MessageView): string {
  return `${line.id} ${external}`;
}

function nameOf({ contactName, externalDisplay }: MessageView): string {
  return contactName ?? externalDisplay;
}

function list(conversations: readonly (readonly MessageView[])[]): VirtualElement {
  const newest = conversations.flatMap((messages) => messages.at(-1) ?? []).sort((a, b) => b.createdAt - a.createdAt);
  return h(
    "section",
    { class: "messages", key: "messages", "aria-label": "Messages" },
    h("h1", { class: "title" }, "Messages"),
    newest.length === 0 ? h("p", { class: "empty" }, "No messages yet.") : null,
    h(
      "ul",
      { class: "list" },
      newest.map((message) =>
        h(
          "li",
          { key: keyOf(message) },
          h(
            "button",
            { type: "button", class: "row", onclick: () => change({ conversation: keyOf(message), message: "" }) },
            h("span", { class: "avatar", "aria-hidden": "true" }, message.contactName === null ? "#" : initials(message.contactName)),
            h("span", { class: "row-text" }, h("strong", {}, nameOf(message)), h("span", { class: "quiet clip" }, textOf(message))),
            h("span", { class: "quiet" }, timeOf(message.createdAt, now())),
          ),
        ),
      ),
    ),
  );
}

function textOf({ body, mediaCount }: MessageView): string {
  return body === "" && mediaCount > 0 ? "Picture" : body;
}

function conversation(messages: readonly MessageView[]): VirtualElement {
  const [first] = messages;
  if (first === undefined) return h("section", {});
  const send = (event: Event): void => {
    event.preventDefault();
    void act({ type: "message", line: first.line.id, to: first.external, body: model.message }).then((isDone) => {
      if (isDone) change({ message: "" });
    });
  };
  return h(
    "section",
    { class: "conversation", key: keyOf(first), "aria-label": `Messages with ${nameOf(first)}` },
    h(
      "div",
      { class: "conversation-head" },
      h(
        "button",
        { type: "button", class: "plain", "aria-label": "Back to all messages", onclick: () => change({ conversation: null }) },
        icon("back"),
      ),
      h("h1", {}, nameOf(first)),
      h("span", { class: "quiet" }, first.line.name),
    ),
    h(
      "ol",
      { class: "bubbles", tabindex: "0", "aria-label": "Conversation" },
      messages.map((message) =>
        h(
          "li",
          { key: message.id, class: `bubble bubble-${message.direction}` },
          h("span", {}, textOf(message)),
          h(
            "small",
            {},
            [message.direction === "outbound" ? message.status : null, message.channel, timeOf(message.createdAt, now())]
              .filter((part) => part !== null)
              .join(", "),
          ),
        ),
      ),
    ),
    h(
      "form",
      { class: "inline", onsubmit: send },
      h("textarea", {
        rows: "1",
        "aria-label": "Reply",
        placeholder: "Reply",
        value: model.message,
        oninput: ({ target }: Event) => {
          if (target instanceof HTMLTextAreaElement) change({ message: target.value });
        },
      }),
      h("button", { type: "submit", class: "small", "aria-label": "Send", disabled: model.message.trim() === "" }, icon("send")),
    ),
  );
}
