import type { HostPort } from "./host-port.ts";

/** A tab that is only passed through on the way to another one does not count. */
const SETTLE_MS = 600;

/** Tells when the agent has settled in this browser tab: it is in front, clicked into or moved around in. */
export function watchFocus(host: Pick<HostPort, "onNavigationChange">, onFocus: () => void): void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  const consider = (): void => {
    clearTimeout(settling);
    if (document.visibilityState !== "visible") return;
    settling = setTimeout(onFocus, SETTLE_MS);
  };
  document.addEventListener("visibilitychange", consider);
  window.addEventListener("focus", consider);
  // The page is a frame: focus elsewhere in the tab reaches it only through the host.
  host.onNavigationChange(consider);
  consider();
}
