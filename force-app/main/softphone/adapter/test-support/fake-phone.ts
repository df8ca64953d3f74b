import { AircallPhone } from "../phone.ts";
import type { PhoneStatus } from "../panel-state.ts";
import type { PhoneSignal } from "../phone-signal.ts";

export const ORIGIN = "https://phone.example.com";

/** Aircall's page inside the frame of an `AircallPhone` with the real SDK: speaks and hears what the real page does. */
export class FakePhone {
  readonly signals: PhoneSignal[] = [];
  readonly statuses: PhoneStatus[] = [];
  /** What the page posted to the phone, with the origin it was addressed to. */
  readonly heard: { readonly message: { readonly name: string; readonly value?: unknown }; readonly origin: unknown }[] = [];
  readonly phone: AircallPhone;
  readonly container: HTMLElement;

  constructor(workspaceUrl = `${ORIGIN}/app`) {
    this.container = document.body.appendChild(document.createElement("div"));
    this.phone = new AircallPhone({
      configuration: { workspaceUrl, workspaceOrigin: ORIGIN },
      container: this.container,
      title: "Aircall Phone",
      onSignal: (signal) => this.signals.push(signal),
      onStatus: (status) => this.statuses.push(status),
    });
  }

  get frame(): HTMLIFrameElement | null {
    return this.container.querySelector("iframe");
  }

  show(): this {
    this.phone.show();
    const target = this.frame?.contentWindow;
    if (target)
      target.postMessage = (message: FakePhone["heard"][number]["message"], origin: unknown) => this.heard.push({ message, origin });
    return this;
  }

  login(): this {
    this.say("apm_phone_loaded", {
      email: "avery.stone@example.com",
      first_name: "Avery",
      last_name: "Stone",
      company_name: "Example Retail",
    });
    return this;
  }

  /** A message of the phone; `from` lets others speak in its place. */
  say(name: string, value?: unknown, from: { readonly origin?: string; readonly source?: MessageEventSource | null } = {}): void {
    const { origin = ORIGIN, source = this.frame?.contentWindow ?? null } = from;
    window.dispatchEvent(new MessageEvent("message", { data: { name, value }, origin, source }));
  }

  /** Names and values of the commands that came, the greeting left out. */
  get commands(): unknown[] {
    return this.heard.map(({ message }) => message).filter(({ name }) => name !== "apm_app_isready");
  }
}
