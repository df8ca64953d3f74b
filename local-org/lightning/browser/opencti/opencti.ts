/**
 * `/support/api/NN.0/lightning/opencti_min.js`: Open CTI for Lightning Experience as the adapter's page sees it, `sforce.opencti`.
 * Works only in the frame that the softphone container made: it reads `mode` and `sfdcIframeOrigin` from the frame's address.
 */
import { CALL_TYPE, SCREENPOP_TYPE } from "../modules/opencti/protocol/constants.ts";
import { isRecord, failed, type CtiResult } from "../modules/opencti/protocol/protocol.ts";
import { ARGUMENTS, refusalOf } from "./arguments.ts";
import { methodsOfVersion, versionOf } from "./versions.ts";
import { linkToContainer, type ContainerLink, type Listener } from "./container-link.ts";

type Method = (argument?: unknown) => void;

const EVENT_OF_METHOD = { onClickToDial: "clickToDial", onNavigationChange: "navigationChange" } as const;

/** `script`: the address that this script was loaded from. */
function startOpenCti(frame: Window, script: string | null): void {
  const address = new URL(frame.location.href).searchParams;
  const origin = address.get("sfdcIframeOrigin");
  if (frame.parent === frame || address.get("mode") !== "Lightning" || origin === null) {
    throw new Error("Failed to initialize Open CTI. Ensure that it is loaded from the right frame with correct URL parameters.");
  }
  const link = linkToContainer(frame, origin);
  const existing: unknown = Reflect.get(frame, "sforce");
  const sforce = isRecord(existing) ? existing : {};
  Reflect.set(frame, "sforce", sforce);
  sforce["opencti"] = openCti(link, versionOf(script));
}

function openCti(link: ContainerLink, version: number): Readonly<Record<string, unknown>> {
  const methods: Record<string, unknown> = {};
  for (const name of Object.keys(ARGUMENTS)) methods[name] = method(link, name);
  methods["subscribe"] = subscribe(link);
  methods["hvs"] = { onWorkStart: unsupported("hvs.onWorkStart"), completeWork: unsupported("hvs.completeWork") };
  return { SCREENPOP_TYPE, CALL_TYPE, ...methodsOfVersion(methods, version) };
}

function method(link: ContainerLink, name: string): Method {
  return (argument) => {
    const { callback, listener, message } = parts(argument);
    const reason = refusalOf(name, argument);
    if (reason !== null) {
      report(callback, failed("INVALID_PARAM", reason));
      return;
    }
    if (name in EVENT_OF_METHOD && listener !== null) link.on(EVENT_OF_METHOD[name as keyof typeof EVENT_OF_METHOD], listener);
    void link.call(name, message).then((result) => report(callback, result));
  };
}

/** The listener stays here; the container knows the subscription by a number. */
function subscribe(link: ContainerLink): Method {
  const listeners = new Map<unknown, Listener>();
  link.on("message", (payload) => {
    if (isRecord(payload)) listeners.get(payload["subscription"])?.(payload["message"]);
  });
  return (argument) => {
    const { callback, listener, message } = parts(argument);
    const reason = refusalOf("subscribe", argument);
    if (reason !== null || listener === null) {
      report(callback, failed("INVALID_PARAM", reason ?? "subscribe: listener must be a function."));
      return;
    }
    void link.call("subscribe", message).then((result) => {
      if (isRecord(result.returnValue)) listeners.set(result.returnValue["id"], listener);
      report(callback, result);
    });
  };
}

/** Functions stay in the frame, the rest of the argument is sent. */
function parts(argument: unknown): {
  readonly callback: ((result: CtiResult) => void) | null;
  readonly listener: Listener | null;
  readonly message: Readonly<Record<string, unknown>>;
} {
  const record = isRecord(argument) ? argument : {};
  const { callback, listener } = record;
  return {
    callback: isFunction(callback) ? callback : null,
    listener: isFunction(listener) ? listener : null,
    message: Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value !== "function" && value !== undefined)),
  };
}

function isFunction(value: unknown): value is (given: unknown) => void {
  return typeof value === "function";
}

function report(callback: ((result: CtiResult) => void) | null, result: CtiResult): void {
  if (callback !== null) callback(result);
  else if (!result.success) reportError(new Error(`Open CTI: ${JSON.stringify(result.errors)}`));
}

function unsupported(name: string): Method {
  return () => {
    throw new Error(`sforce.opencti.${name} is not supported by the local org: it has no Sales Engagement.`);
  };
}

const { currentScript } = document;
startOpenCti(window, currentScript instanceof HTMLScriptElement ? currentScript.src : null);
