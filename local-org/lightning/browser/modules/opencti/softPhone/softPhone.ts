import { api, LightningElement } from "lwc";
import { request } from "../../local/org/org.ts";
import { openContainer } from "../container/container.ts";
import { isRecord } from "../protocol/protocol.ts";

interface CallCenter {
  readonly name: string;
  readonly adapterUrl: string;
  readonly standbyUrl: string | null;
  readonly timeoutMs: number | null;
  readonly supportsLightning: boolean;
  readonly settings: Readonly<Record<string, string>>;
}

/** Set once the standby page was shown: Salesforce looks for the adapter again when the browser is started again. */
const STANDBY = "opencti.standby";

/**
 * `opencti:softPhone`: the adapter page of the user's call center in a frame, with Open CTI around it. Users without a call center
 * see why there is no phone.
 */
export default class SoftPhone extends LightningElement {
  /** The item's place in the utility bar. */
  @api itemId = "";

  isLoading = true;
  note: string | null = null;
  noteIcon = "utility:info";
  callCenter: CallCenter | null = null;
  #close: (() => void) | null = null;
  #standbyTimer: number | undefined;

  connectedCallback(): void {
    void this.#load();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#standbyTimer);
    this.#close?.();
    this.#close = null;
  }

  renderedCallback(): void {
    const frame: unknown = this.refs?.["frame"];
    if (this.#close === null && this.callCenter !== null && frame instanceof HTMLIFrameElement) this.#start(frame, this.callCenter);
  }

  async #load(): Promise<void> {
    try {
      const callCenter = readCallCenter(await request("/lightning/api/call-center"));
      if (callCenter === null) this.note = "You are not in a call center. Ask your administrator to add you to one.";
      else if (!callCenter.supportsLightning)
        this.note =
          "This call center is for Salesforce Classic only. Set reqSalesforceCompatibilityMode to Lightning or Classic_and_Lightning.";
      else this.callCenter = callCenter;
    } catch (error) {
      this.noteIcon = "utility:error";
      this.note = `The call center cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      this.isLoading = false;
    }
  }

  /** The adapter has `timeoutMs` to say that it is ready; then the standby page takes its place. */
  #start(frame: HTMLIFrameElement, callCenter: CallCenter): void {
    const { adapterUrl, standbyUrl, timeoutMs, name } = callCenter;
    if (standbyUrl === null || timeoutMs === null) {
      this.#show(frame, callCenter, adapterUrl);
    } else if (sessionStorage.getItem(STANDBY) === name) {
      this.#show(frame, callCenter, standbyUrl);
    } else {
      this.#show(frame, callCenter, adapterUrl);
      this.#standbyTimer = setTimeout(() => {
        sessionStorage.setItem(STANDBY, name);
        this.#show(frame, callCenter, standbyUrl);
      }, timeoutMs);
    }
  }

  #show(frame: HTMLIFrameElement, { settings }: CallCenter, url: string): void {
    const { contentWindow } = frame;
    if (contentWindow === null) return;
    const address = adapterAddress(url);
    this.#close?.();
    this.#close = openContainer({
      frame: contentWindow,
      origin: new URL(address).origin,
      itemId: this.itemId,
      callCenterSettings: settings,
      onReady: () => clearTimeout(this.#standbyTimer),
    });
    frame.src = address;
  }
}

/** The adapter's address with the parameters that Open CTI starts by. A relative one is a Visualforce page of the org. */
function adapterAddress(url: string): string {
  const { protocol, host, origin } = window.location;
  const visualforce = `${protocol}//${host.replace(/^lightning\./, "vf.")}`;
  const address = new URL(url, visualforce);
  address.searchParams.set("isdtp", "vw");
  address.searchParams.set("mode", "Lightning");
  address.searchParams.set("sfdcIframeOrigin", origin);
  return address.href;
}

function readCallCenter(answer: unknown): CallCenter | null {
  if (!isRecord(answer)) return null;
  const { name, adapterUrl, standbyUrl, timeoutMs, supportsLightning, settings } = answer;
  if (typeof name !== "string" || typeof adapterUrl !== "string" || !isRecord(settings))
    throw new Error("the answer has no name, adapter address or settings");
  return {
    name,
    adapterUrl,
    standbyUrl: typeof standbyUrl === "string" && standbyUrl !== "" ? standbyUrl : null,
    timeoutMs: typeof timeoutMs === "number" ? timeoutMs : null,
    supportsLightning: supportsLightning === true,
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
  };
}
