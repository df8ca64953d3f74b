/** `call-center`: the call center of the running user. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { CallCenterSpec } from "../../project/ui/call-center-file.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { softphoneLayout } from "./softphone-layout.ts";
import type { CallCenter } from "./wire.ts";

export const CALL_CENTER: readonly Resource[] = [
  { method: "GET", path: "call-center", parameters: [], answer: (request) => ({ status: 200, body: callCenter(request) }) },
];

/** Null for a user without one. */
function callCenter(request: UiRequest): CallCenter | null {
  const { org, user, metadata } = request;
  const id = org.store.table("User").get(user.id)?.get("CallCenterId");
  const row = typeof id === "string" ? org.store.table("CallCenter").get(id) : undefined;
  if (row === undefined) return null;
  const internalName = text(row.get("InternalName"));
  const name = text(row.get("Name"));
  const spec = metadata.callCenters.get(internalName) ?? bareSpec(internalName, name, text(row.get("AdapterUrl")));
  return {
    name,
    internalName,
    settings: spec.settings,
    adapterUrl: absolute(request, spec.adapterUrl),
    standbyUrl: spec.standbyUrl === null ? null : absolute(request, spec.standbyUrl),
    timeoutMs: spec.timeoutMs,
    width: spec.width,
    height: spec.height,
    supportsLightning: spec.supportsLightning,
    softphoneLayout: softphoneLayout(request),
  };
}

/** A call center made through the API knows no more than its row says. */
function bareSpec(internalName: string, displayName: string, adapterUrl: string): CallCenterSpec {
  const general = { reqInternalName: internalName, reqDisplayName: displayName, reqAdapterUrl: adapterUrl };
  return {
    internalName,
    displayName,
    adapterUrl,
    standbyUrl: null,
    timeoutMs: null,
    width: 400,
    height: 550,
    supportsLightning: false,
    customSettings: null,
    settings: Object.fromEntries(Object.entries(general).map(([item, value]) => [`/reqGeneralInfo/${item}`, value])),
  };
}

/** Pages of the org live on the Visualforce host. */
function absolute({ org }: UiRequest, url: string): string {
  return new URL(url, `http://${org.hosts.visualforce}/`).href;
}

function text(value: ApexValue | undefined): string {
  return typeof value === "string" ? value : "";
}
