/** What each method of Open CTI takes, checked in the adapter's frame before anything is sent. */
import { isRecord } from "../modules/opencti/protocol/protocol.ts";

/** What was expected, when a value is not that; null: the value is right. */
type Check = (value: unknown) => string | null;

const filled: Check = (value) => (typeof value === "string" && value !== "" ? null : "A string");
const text: Check = (value) => (typeof value === "string" ? null : "A string");
const flag: Check = (value) => (typeof value === "boolean" ? null : "A boolean");
const object: Check = (value) => (isRecord(value) ? null : "An object");
const callable: Check = (value) => (typeof value === "function" ? null : "A function");
const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= most ? null : `A number from ${least} to ${most}`;
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
  runApex: { apexClass: filled, methodName: filled, methodParams: optional(text), ...MAYBE_CALLBACK },
  saveLog: { value: object, ...MAYBE_CALLBACK },
  screenPop: { type: filled, params: object, defaultFieldValues: optional(object), ...MAYBE_CALLBACK },
  searchAndScreenPop: {
    searchParams: optional(text),
    queryParams: optional(text),
    params: optional(object),
    defaultFieldValues: optional(object),
    callType: optional(text),
    deferred: optional(flag),
    ...MAYBE_CALLBACK,
  },
  setSoftphoneItemIcon: { key: filled, ...MAYBE_CALLBACK },
  setSoftphoneItemLabel: { label: filled, ...MAYBE_CALLBACK },
  setSoftphonePanelIcon: { key: filled, ...MAYBE_CALLBACK },
  setSoftphonePanelLabel: { label: filled, ...MAYBE_CALLBACK },
  setSoftphonePanelHeight: { heightPX: between(240, 2560), ...MAYBE_CALLBACK },
  setSoftphonePanelWidth: { widthPX: between(200, 1920), ...MAYBE_CALLBACK },
  setSoftphonePanelVisibility: { visible: flag, ...MAYBE_CALLBACK },
  subscribe: { channelName: filled, listener: callable, ...MAYBE_CALLBACK },
  publish: { channelName: filled, message: optional(object), ...MAYBE_CALLBACK },
  unsubscribe: { subscription: object, ...MAYBE_CALLBACK },
};

/** Why an argument object is not what the method takes, in the words of Open CTI where it has any; null: it is. */
export function refusalOf(method: string, argument: unknown): string | null {
  if (!isRecord(argument)) return `The method ${method} takes one object, but ${shown(argument)} was found instead.`;
  for (const [name, check] of Object.entries(ARGUMENTS[method] ?? {})) {
    const expected = check(argument[name]);
    if (expected !== null)
      return `An invalid value was passed to the parameter ${name}. ${expected} was expected, but ${shown(argument[name])} was found instead.`;
  }
  for (const [name, value] of Object.entries(argument)) {
    if (name !== "callback" && name !== "listener" && holdsCode(value))
      return `An invalid value was passed to the parameter ${name}. What JSON can hold was expected, but a function or a symbol was found instead.`;
  }
  return null;
}

/** Such values cannot leave the frame. */
function holdsCode(value: unknown): boolean {
  if (typeof value === "function" || typeof value === "symbol") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsCode);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return String(value).toUpperCase();
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
