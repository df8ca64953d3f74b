import type { Workspace } from "aircall-everywhere";
import type { SoftphoneConfiguration } from "./configuration.ts";
import type { DialOutcome, PhoneStatus } from "./panel-state.ts";
import { PhoneSender } from "./phone-sender.ts";
import { CALL_EVENTS, toSignal } from "./phone-signal.ts";
import type { PhoneSignal } from "./phone-signal.ts";
import { PhoneWindow } from "./phone-window.ts";
import { AircallWorkspace } from "./workspace-sdk.ts";

/** What the phone's frame may use; the same that the SDK asks for when it makes the frame itself. */
export const FRAME_PERMISSIONS = "microphone; autoplay; clipboard-read; clipboard-write; hid";

/** After this long without a word the phone is taken to show its log-in page, or not to be reachable. */
const SILENCE_MS = 6000;

export interface PhoneOptions {
  readonly configuration: Pick<SoftphoneConfiguration, "workspaceUrl" | "workspaceOrigin">;
  /** The element that the phone's frame is put into. */
  readonly container: HTMLElement;
  /** Name of the frame for screen readers. */
  readonly title: string;
  readonly onSignal: (signal: PhoneSignal) => void;
  readonly onStatus: (status: PhoneStatus) => void;
}

/**
 * Aircall's phone in this page, behind the real SDK. There is one SDK for the life of the page, since it cannot be
 * disposed of; showing and hiding the phone makes and removes the frame alone.
 */
export class AircallPhone {
  readonly #options: PhoneOptions;
  readonly #window: PhoneWindow;
  readonly #workspace: Workspace;
  readonly #sender: PhoneSender;
  #frame: HTMLIFrameElement | null = null;
  #status: PhoneStatus | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PhoneOptions) {
    this.#options = options;
    const { workspaceUrl, workspaceOrigin } = options.configuration;
    this.#window = new PhoneWindow(window, workspaceOrigin, () => this.#frame?.contentWindow ?? null, this.#handleMessage);
    this.#workspace = new AircallWorkspace({
      workspaceUrl,
      debug: false,
      window: this.#window,
      onLogin: () => {
        this.#setStatus("ready");
      },
      onLogout: this.#handleLogout,
    });
    this.#sender = new PhoneSender(this.#workspace);
    for (const event of CALL_EVENTS) {
      this.#workspace.on(event, (payload) => {
        const signal = toSignal(event, payload);
        if (signal !== null) options.onSignal(signal);
      });
    }
    document.addEventListener("securitypolicyviolation", this.#handlePolicyViolation);
  }

  /** Whether an agent is logged in to it. */
  get isReady(): boolean {
    return this.#status === "ready";
  }

  /** Loads the phone, unless it is there. An address that the SDK does not take leaves the phone out: it would load another. */
  show(): void {
    if (this.#frame !== null) return;
    const url = this.#workspace.getUrlToLoad();
    if (!url.startsWith(`${this.#options.configuration.workspaceUrl}?`)) {
      this.#setStatus("misconfigured");
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = this.#options.title;
    frame.setAttribute("allow", FRAME_PERMISSIONS);
    frame.src = url;
    this.#setStatus("starting");
    this.#frame = frame;
    this.#options.container.replaceChildren(frame);
    this.#waitForWord();
  }

  /** Takes the phone away; its calls end here. */
  hide(): void {
    clearTimeout(this.#silence);
    this.#frame?.remove();
    this.#frame = null;
    this.#window.forgetPhone();
    this.#setStatus("elsewhere");
  }

  /** Asks the phone to dial; never rejects. */
  dial(number: string): Promise<DialOutcome> {
    return this.#sender.dial(number);
  }

  #setStatus(status: PhoneStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#options.onStatus(status);
  }

  readonly #handleMessage = (name: string): void => {
    clearTimeout(this.#silence);
    // A second "loaded" without a logout is a reload inside the frame, which the SDK passes over in silence.
    if (name === "apm_phone_loaded" && this.#status === "ready") this.#options.onSignal({ kind: "phoneLost" });
  };

  readonly #handleLogout = (): void => {
    this.#options.onSignal({ kind: "phoneLost" });
    if (this.#frame !== null) this.#setStatus("loggedOut");
  };

  readonly #handlePolicyViolation = (event: SecurityPolicyViolationEvent): void => {
    const isFrame = /^(?:frame-src|child-src|default-src)$/.test(event.effectiveDirective);
    if (!isFrame || !event.blockedURI.startsWith(this.#options.configuration.workspaceOrigin)) return;
    clearTimeout(this.#silence);
    this.#setStatus("blocked");
  };

  #waitForWord(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (this.#status === "starting") this.#setStatus("awaitingLogin");
    }, SILENCE_MS);
  }
}
