/** What each method of Open CTI takes, checked in the adapter's frame before anything is sent. */
import { isRecord } from "../modules/opencti/protocol/protocol.ts";

/** Why a value is not right, or null. */
type Check = (value: unknown) => string | null;

const text: Check = (value) => (typeof value === "string" && value !== "" ? null : "must be a text");
const flag: Check = (value) => (typeof value === "boolean" ? null : "must be true or false");
const object: Check = (value) => (isRecord(value) ? null : "must be an object");
const callable: Check = (value) => (typeof value === "function" ? null : "must be a function");
const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= most ? null : `must be a number from ${least} to ${most}`;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null ? null : check(value);

const CALLBACK = { callback: callable };
const MAYBE_CALLBACK = { callback: optional(callable) };

/** Arguments by method; sizes and required ones as in Salesforce's Open CTI guide. */
export const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  enableClickToDial: MAYBE_CALLBACK,
  disableClickToDial: MAYBE_CALLBACK,
  onClickToDial: { listener: callable },
  onNavigationChange: { listener: callable },
  getAppViewInfo: CALLBACK,
  getCallCenterSettings: CALLBACK,
  getSoftphoneLayout: CALLBACK,
  isSoftphonePanelVisible: CALLBACK,
  notifyInitializationComplete: MAYBE_CALLBACK,
  refreshView: MAYBE_CALLBACK,
  runApex: {
    apexClass: text,
    methodName: text,
    methodParams: optional((value) => (typeof value === "string" ? null : "must be a text")),
    ...MAYBE_CALLBACK,
  },
  saveLog: { value: object, ...MAYBE_CALLBACK },
  screenPop: { type: text, params: object, defaultFieldValues: optional(object), ...MAYBE_CALLBACK },
  searchAndScreenPop: {
    searchParams: optional((value) => (typeof value === "string" ? null : "must be a text")),
    queryParams: optional((value) => (typeof value === "string" ? null : "must be a text")),
    defaultFieldValues: optional(object),
    callType: optional(text),
    deferred: optional(flag),
    ...MAYBE_CALLBACK,
  },
  setSoftphoneItemIcon: { key: text, ...MAYBE_CALLBACK },
  setSoftphoneItemLabel: { label: text, ...MAYBE_CALLBACK },
  setSoftphonePanelIcon: { key: text, ...MAYBE_CALLBACK },
  setSoftphonePanelLabel: { label: text, ...MAYBE_CALLBACK },
  setSoftphonePanelHeight: { heightPX: between(240, 2560), ...MAYBE_CALLBACK },
  setSoftphonePanelWidth: { widthPX: between(200, 1920), ...MAYBE_CALLBACK },
  setSoftphonePanelVisibility: { visible: flag, ...MAYBE_CALLBACK },
  subscribe: { channelName: text, listener: callable, ...MAYBE_CALLBACK },
  publish: { channelName: text, message: optional(object), ...MAYBE_CALLBACK },
  unsubscribe: { subscription: object, ...MAYBE_CALLBACK },
};

/** Why an argument object is not what the method takes, or null. */
export function refusalOf(method: string, argument: unknown): string | null {
  if (!isRecord(argument)) return `${method} takes one object.`;
  for (const [name, check] of Object.entries(ARGUMENTS[method] ?? {})) {
    const reason = check(argument[name]);
    if (reason !== null) return `${method}: ${name} ${reason}.`;
  }
  return null;
}
