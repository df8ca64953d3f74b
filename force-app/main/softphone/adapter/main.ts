import { callerLookup } from "./caller-lookup.ts";
import { ConfigurationError, parseConfiguration } from "./configuration.ts";
import type { SoftphoneConfiguration } from "./configuration.ts";
import { dialHere } from "./dial-here.ts";
import { watchFocus } from "./focus-watch.ts";
import type { HostPort } from "./host-port.ts";
import { createPanel } from "./lightning-out.ts";
import { OpenCtiHost } from "./open-cti-host.ts";
import { PageLines } from "./page-lines.ts";
import { PanelLink } from "./panel-link.ts";
import type { PanelState, PhoneStatus } from "./panel-state.ts";
import { AircallPhone } from "./phone.ts";
import { remotingOf } from "./remoting.ts";
import { Softphone } from "./softphone.ts";
import { TabLeader } from "./tab-leader.ts";

const PANEL_ID = "aircall-panel";

let isStarted = false;

/**
 * Starts the softphone in the page that holds this script. Further calls do nothing: there is one phone in a page.
 *
 * @param json the configuration as the page's controller wrote it
 */
export function start(json: string): void {
  if (isStarted) return;
  isStarted = true;
  const page = requireElement("aircall-softphone");
  // Visualforce writes the html element, without a language.
  document.documentElement.lang = page.lang;
  const host = OpenCtiHost.find();
  const configuration = readConfiguration(json);
  if (host === null || configuration === null) {
    const lines = new PageLines(page, () => undefined);
    lines.show({ status: host === null ? "noHost" : "misconfigured", calls: [] }, false);
    return;
  }
  run(page, host, configuration);
  host.initializationComplete().catch(() => undefined);
}

function run(page: HTMLElement, host: HostPort, configuration: SoftphoneConfiguration): void {
  let shown: PanelState = { status: "starting", dial: null, calls: [] };
  const showAgain = (): void => {
    lines.show(shown, link.isConnected);
  };
  const claim = (): void => {
    leader.claim();
  };
  const lines = new PageLines(page, claim);
  const link = new PanelLink(page, showAgain, (action) => {
    softphone.handleAction(action);
  });
  const invoke = remotingOf("SoftphonePageController", configuration.namespace);
  const softphone: Softphone = new Softphone({
    host,
    invoke,
    findCallers: callerLookup(invoke),
    dial: (number) =>
      dialHere(number, { isLeader: () => leader.isLeader, claim, isReady: () => phone.isReady, dial: (checked) => phone.dial(checked) }),
    claim,
    show: (state) => {
      shown = state;
      link.show(state);
      showAgain();
    },
    texts: { phone: textOf(page, "phone"), ringing: textOf(page, "ringing"), inCall: textOf(page, "inCall") },
    now: () => Date.now(),
  });
  const phone = new AircallPhone({
    configuration,
    container: requireElement("aircall-phone"),
    title: textOf(page, "phone"),
    onSignal: (signal) => {
      softphone.handleSignal(signal);
    },
    onStatus: (status: PhoneStatus) => {
      softphone.handleStatus(status);
    },
  });
  const leader: TabLeader = new TabLeader({
    onLead: () => {
      phone.show();
    },
    onFollow: () => {
      phone.hide();
    },
    isBusy: () => softphone.isBusy,
  });
  host.onClickToDial((request) => {
    softphone.handleDialRequest(request);
  });
  leader.start();
  watchFocus(host, claim);
  createPanel(configuration.namespace, PANEL_ID, showAgain);
}

function readConfiguration(json: string): SoftphoneConfiguration | null {
  try {
    return parseConfiguration(json);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    // The administrator who looks for the reason finds it here; the agent reads the page's own words.
    console.error(error.message);
    return null;
  }
}

function textOf(page: HTMLElement, name: "phone" | "ringing" | "inCall"): string {
  return page.dataset[`text${name.charAt(0).toUpperCase()}${name.slice(1)}`] ?? "";
}

function requireElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page lacks the element ${id}.`);
  return element;
}
