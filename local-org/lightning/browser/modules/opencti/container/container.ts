/**
 * The container around the adapter's frame: answers what `sforce.opencti` asks, and tells the frame what happens in the page.
 * It listens to its own frame and that frame's origin alone.
 */
import { items, setItem, type UtilityItemChange } from "../../shell/utilityItems/utilityItems.ts";
import { refreshView } from "../../shell/refresh/refresh.ts";
import { isEnabled, onDial, setEnabled } from "../clickToDial/clickToDial.ts";
import { failed, readCall, succeeded, wrap, type CtiEvent, type CtiResult } from "../protocol/protocol.ts";
import { appView } from "./appView.ts";
import { openChannels } from "./channels.ts";
import { dialPayload } from "./dialPayload.ts";
import { watchNavigation } from "./navigationChanges.ts";
import { saveLog } from "./saveLog.ts";
import { screenPop } from "./screenPop.ts";
import { getSoftphoneLayout, runApex, searchAndScreenPop } from "./serverCalls.ts";

type Argument = Readonly<Record<string, unknown>>;
type Answer = CtiResult | Promise<CtiResult>;

export interface ContainerOptions {
  /** The adapter's window. */
  readonly frame: Window;
  /** Origin of the adapter's page, the only one that is listened to. */
  readonly origin: string;
  /** The softphone's item in the utility bar. */
  readonly itemId: string;
  readonly callCenterSettings: Readonly<Record<string, string>>;
  /** The adapter has said that it is ready. */
  readonly onReady: () => void;
}

/** Starts to answer; gives the function that ends that. */
export function openContainer(options: ContainerOptions): () => void {
  const { frame, origin } = options;
  const post = (message: unknown): void => frame.postMessage(message, origin);
  const tell = (event: CtiEvent, payload: unknown): void => post(wrap({ kind: "event", event, payload }));
  const channels = openChannels((payload) => tell("message", payload));
  const methods = { ...methodsOf(options), ...channels.methods };
  const hear = ({ data, origin: from, source }: MessageEvent<unknown>): void => {
    const call = source === frame && from === origin ? readCall(data) : null;
    if (call === null) return;
    void answer(methods, call.method, call.argument).then((result) => post(wrap({ kind: "result", id: call.id, result })));
  };
  addEventListener("message", hear);
  const ends = [
    onDial((clicked) => void dialPayload(clicked).then((payload) => tell("clickToDial", payload))),
    watchNavigation((view) => tell("navigationChange", view)),
  ];
  return () => {
    removeEventListener("message", hear);
    for (const end of ends) end();
    channels.close();
    setEnabled(false);
  };
}

async function answer(
  methods: Readonly<Record<string, (argument: Argument) => Answer>>,
  method: string,
  argument: Argument,
): Promise<CtiResult> {
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (handler === undefined) return failed("GENERIC_ERROR", `sforce.opencti.${method} is not supported by the local org.`);
  try {
    return await handler(argument);
  } catch (error) {
    return failed("GENERIC_ERROR", error instanceof Error ? error.message : String(error));
  }
}

function methodsOf({ itemId, callCenterSettings, onReady }: ContainerOptions) {
  const change = (what: UtilityItemChange): CtiResult =>
    setItem(itemId, what) ? succeeded() : failed("SOFTPHONE_CONTAINER_ERROR", "The utility bar has no softphone.");
  const done = (act: () => void) => (): CtiResult => {
    act();
    return succeeded();
  };
  return {
    enableClickToDial: done(() => setEnabled(true)),
    disableClickToDial: done(() => setEnabled(false)),
    onClickToDial: (): CtiResult => succeeded(isEnabled()),
    onNavigationChange: (): CtiResult => succeeded(),
    getAppViewInfo: async (): Promise<CtiResult> => succeeded(await appView()),
    getCallCenterSettings: (): CtiResult => succeeded(callCenterSettings),
    getSoftphoneLayout,
    isSoftphonePanelVisible: (): CtiResult => succeeded({ visible: items().some(({ id, isOpen }) => id === itemId && isOpen) }),
    notifyInitializationComplete: done(onReady),
    refreshView: (): CtiResult => {
      refreshView();
      return succeeded(true);
    },
    runApex,
    saveLog,
    screenPop,
    searchAndScreenPop,
    setSoftphoneItemIcon: ({ key }: Argument): CtiResult => change({ icon: String(key) }),
    setSoftphoneItemLabel: ({ label }: Argument): CtiResult => change({ label: String(label) }),
    setSoftphonePanelIcon: ({ key }: Argument): CtiResult => change({ panelIcon: String(key) }),
    setSoftphonePanelLabel: ({ label }: Argument): CtiResult => change({ panelLabel: String(label) }),
    setSoftphonePanelHeight: ({ heightPX }: Argument): CtiResult => change({ height: Number(heightPX) }),
    setSoftphonePanelWidth: ({ widthPX }: Argument): CtiResult => change({ width: Number(widthPX) }),
    setSoftphonePanelVisibility: ({ visible }: Argument): CtiResult => change({ isOpen: visible === true }),
  };
}
