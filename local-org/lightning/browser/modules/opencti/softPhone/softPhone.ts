import { api, LightningElement } from "lwc";
import { request } from "../../local/org/org.ts";
import { openContainer } from "../container/container.ts";
import { isRecord } from "../protocol/protocol.ts";

interface CallCenter {
  readonly adapterUrl: string;
  readonly standbyUrl: string | null;
  readonly timeoutMs: number | null;
  readonly supportsLightning: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly softphoneLayout: unknown;
}

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
  address: string | null = null;
  #callCenter: CallCenter | null = null;
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
    if (this.#close !== null || this.#callCenter === null || this.address === null || !(frame instanceof HTMLIFrameElement)) return;
    const { contentWindow } = frame;
    if (contentWindow === null) return;
    this.#close = openContainer({
      frame: contentWindow,
      origin: new URL(this.address).origin,
      itemId: this.itemId,
      callCenterSettings: this.#callCenter.settings,
      softphoneLayout: this.#callCenter.softphoneLayout,
      onReady: () => clearTimeout(this.#standbyTimer),
    });
  }

  async #load(): Promise<void> {
    try {
      const callCenter = readCallCenter(await request("/lightning/api/call-center"));
      if (callCenter === null) this.note = "You are not in a call center. Ask your administrator to add you to one.";
      else if (!callCenter.supportsLightning)
        this.note =
          "This call center is for Salesforce Classic only. Set reqSalesforceCompatibilityMode to Lightning or Classic_and_Lightning.";
      else this.#show(callCenter);
    } catch (error) {
      this.noteIcon = "utility:error";
      this.note = `The call center cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      this.isLoading = false;
    }
  }

  #show(callCenter: CallCenter): void {
    this.#callCenter = callCenter;
    this.address = adapterAddress(callCenter.adapterUrl);
    const { standbyUrl, timeoutMs } = callCenter;
    if (standbyUrl !== null && timeoutMs !== null) {
      this.#standbyTimer = setTimeout(() => {
        this.#close?.();
        this.#close = null;
        this.address = adapterAddress(standbyUrl);
      }, timeoutMs);
    }
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
  const { adapterUrl, standbyUrl, timeoutMs, supportsLightning, settings, softphoneLayout } = answer;
  if (typeof adapterUrl !== "string" || !isRecord(settings)) throw new Error("the answer has no adapter address");
  return {
    adapterUrl,
    standbyUrl: typeof standbyUrl === "string" && standbyUrl !== "" ? standbyUrl : null,
    timeoutMs: typeof timeoutMs === "number" ? timeoutMs : null,
    supportsLightning: supportsLightning === true,
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
    softphoneLayout,
  };
}
