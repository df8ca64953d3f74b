import type { WorkspaceMessage } from "aircall-everywhere";

type Listener = (event: WorkspaceMessage) => void;

/**
 * The only window that the SDK sees. The SDK checks neither who sent a message nor from where: any frame could pose as the
 * phone or log the agent out. Here a message passes only when the phone's own frame sent it from the phone's own origin.
 */
export class PhoneWindow {
  readonly #origin: string;
  readonly #frame: () => Window | null;
  readonly #onMessage: (name: string) => void;
  #listener: Listener | null = null;

  /**
   * @param host the page's window
   * @param origin the phone's origin
   * @param frame the phone's window, null while there is none
   * @param onMessage told of the name of each message that passes, before the SDK
   */
  constructor(host: Window, origin: string, frame: () => Window | null, onMessage: (name: string) => void) {
    this.#origin = origin;
    this.#frame = frame;
    this.#onMessage = onMessage;
    host.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.source !== null && event.source === this.#frame() && event.origin === this.#origin) this.#pass(event);
    });
  }

  /** For the SDK, which adds one listener in its whole life and cannot remove it. */
  addEventListener(_type: "message", listener: Listener): void {
    this.#listener = listener;
  }

  /** Makes the SDK forget the phone it knows, which it otherwise does only when the phone itself says so. */
  forgetPhone(): void {
    this.#listener?.({ data: { name: "apm_phone_logout" }, origin: this.#origin, source: null });
  }

  #pass(event: WorkspaceMessage): void {
    const name = messageName(event.data);
    if (name === null) return;
    this.#onMessage(name);
    this.#listener?.(event);
  }
}

function messageName(data: unknown): string | null {
  const name = typeof data === "object" && data !== null && "name" in data ? data.name : null;
  return typeof name === "string" ? name : null;
}
