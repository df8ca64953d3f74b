import type { CallView, PhoneState } from "../../screens/views.ts";
import { h, type VirtualElement } from "../dom/element.ts";
import { actOnCall, change, model } from "./model.ts";

const MAXIMUM_COMMENTS = 5;

/** Tags and comments of a call, running or past. */
export function notesView({ tags }: PhoneState, call: CallView): VirtualElement {
  const isSet = (id: number): boolean => call.tags.some((tag) => tag.id === id);
  return h(
    "div",
    { class: "panel", key: `notes-${call.id}`, role: "group", "aria-label": "Notes and tags" },
    h(
      "div",
      { class: "tags" },
      tags.map(({ id, name, color }) =>
        h(
          "button",
          {
            type: "button",
            class: "tag",
            key: id,
            style: `--tag: ${color}`,
            "aria-pressed": String(isSet(id)),
            onclick: () => void actOnCall(call, isSet(id) ? "untag" : "tag", { tag: id }),
          },
          name,
        ),
      ),
    ),
    h(
      "ul",
      { class: "comments" },
      call.comments.map(({ content, author }, index) =>
        h("li", { key: index }, content, author === null ? null : h("span", { class: "quiet" }, ` ${author}`)),
      ),
    ),
    call.comments.length >= MAXIMUM_COMMENTS
      ? h("p", { class: "quiet" }, "A call has at most five comments.")
      : h(
          "form",
          {
            class: "inline",
            onsubmit: (event: Event) => {
              event.preventDefault();
              save(call);
            },
          },
          h("textarea", {
            rows: "2",
            "aria-label": "Comment",
            placeholder: "Comment",
            value: model.comment,
            oninput: ({ target }: Event) => {
              if (target instanceof HTMLTextAreaElement) change({ comment: target.value });
            },
          }),
          h("button", { type: "submit", class: "small", disabled: model.comment.trim() === "" }, "Save"),
        ),
  );
}

function save(call: CallView): void {
  void actOnCall(call, "comment", { comment: model.comment }).then((isDone) => {
    if (isDone) change({ comment: "" });
  });
}
