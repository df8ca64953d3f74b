/** Short messages over the page: what is shown now, for who shows them and who makes them. Pure. */

/** Colour and icon. */
export type ToastVariant = "info" | "success" | "warning" | "error";
/** `dismissible`: goes by itself or by its button; `pester`: goes by itself; `sticky`: stays until its button. */
export type ToastMode = "dismissible" | "pester" | "sticky";

/** A message as it is asked for. */
export interface ToastRequest {
  readonly title: string;
  /** May hold `{0}`, `{1}`: places of `messageData`. */
  readonly message?: string | undefined;
  readonly messageData?: readonly ToastLink[] | undefined;
  readonly variant?: ToastVariant | undefined;
  readonly mode?: ToastMode | undefined;
}

/** What stands at a place of the message: text, or a link. */
export type ToastLink = string | { readonly url: string; readonly label: string };

/** A message as it is shown. */
export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly parts: readonly { readonly key: number; readonly text: string; readonly url: string | null }[];
  readonly variant: ToastVariant;
  readonly mode: ToastMode;
}

const listeners = new Set<() => void>();
let shown: readonly Toast[] = [];
let lastId = 0;

/** As many as fit; older ones go first. */
const MOST_TOASTS = 3;

/** Shows a message. Gives its id. */
export function showToast({ title, message, messageData, variant, mode }: ToastRequest): number {
  lastId += 1;
  const toast: Toast = {
    id: lastId,
    title,
    parts: messageParts(message ?? "", messageData ?? []),
    variant: variant ?? "info",
    mode: mode ?? "dismissible",
  };
  shown = [...shown, toast].slice(-MOST_TOASTS);
  announce();
  return toast.id;
}

/** Takes a message away; nothing happens when it is gone. */
export function closeToast(id: number): void {
  if (!shown.some((toast) => toast.id === id)) return;
  shown = shown.filter((toast) => toast.id !== id);
  announce();
}

/** What is shown, oldest first. */
export function toasts(): readonly Toast[] {
  return shown;
}

/** Calls the listener after each change. Gives what ends that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function announce(): void {
  for (const listener of [...listeners]) listener();
}

function messageParts(message: string, data: readonly ToastLink[]): Toast["parts"] {
  return message
    .split(/(\{\d+\})/)
    .filter((part) => part !== "")
    .map((part, key) => {
      const place = /^\{(\d+)\}$/.exec(part)?.[1];
      const value = place === undefined ? part : (data[Number(place)] ?? part);
      return typeof value === "string" ? { key, text: value, url: null } : { key, text: value.label, url: value.url };
    });
}

/** What a toast event (`lightning__showtoast`) of a component asks for; null: not readable as one. */
export function toastRequestOf(detail: unknown): ToastRequest | null {
  if (typeof detail !== "object" || detail === null) return null;
  const get = (name: string): unknown => Reflect.get(detail, name);
  const title = get("title");
  const message = get("message");
  const variant = get("variant") ?? get("toastVariant");
  const mode = get("mode") ?? get("toastMode");
  if (typeof title !== "string" && typeof message !== "string") return null;
  const data = get("messageData");
  return {
    title: typeof title === "string" ? title : "",
    message: typeof message === "string" ? message : undefined,
    messageData: Array.isArray(data) ? data.map(linkOf) : undefined,
    variant: VARIANTS.find((known) => known === variant),
    mode: MODES.find((known) => known === mode),
  };
}

const VARIANTS: readonly ToastVariant[] = ["info", "success", "warning", "error"];
const MODES: readonly ToastMode[] = ["dismissible", "pester", "sticky"];

function linkOf(value: unknown): ToastLink {
  if (typeof value === "object" && value !== null && "url" in value && "label" in value)
    return { url: String(value.url), label: String(value.label) };
  return String(value);
}
