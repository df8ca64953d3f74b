/**
 * When `onNavigationChange` speaks: the address changes, the person comes back to the browser's tab, a console's tab is switched or read
 * again. Going from a record to a list is silent in a console, as on the platform.
 */
import { current, subscribe as onNavigation } from "../../shell/navigation/navigation.ts";
import { org } from "../../shell/org/org.ts";
import { onRefresh } from "../../shell/refresh/refresh.ts";
import { appView, recordOnScreen, type AppView } from "./appView.ts";

/** Calls `tell` with the page on screen; the newest change wins. Gives what ends that. */
export function watchNavigation(tell: (view: AppView) => void): () => void {
  let newest = 0;
  const announce = (): void => {
    const run = ++newest;
    void appView().then((view) => {
      if (run === newest) tell(view);
    });
  };
  const ends = [
    onNavigation(() => {
      if (!isConsole() || recordOnScreen() !== null || current().page.kind === "new") announce();
    }),
    onRefresh(() => {
      if (isConsole() && recordOnScreen() !== null) announce();
    }),
    onReturn(announce),
  ];
  return () => {
    newest += 1;
    for (const end of ends) end();
  };
}

function isConsole(): boolean {
  return org().app.navType === "Console";
}

/** The document gets the focus back from another tab or window; focus that moves between its own frames does not count. */
function onReturn(listener: () => void): () => void {
  let isAway = false;
  const look = (): void => {
    const wasAway = isAway;
    isAway = document.visibilityState === "hidden" || !document.hasFocus();
    if (wasAway && !isAway) listener();
  };
  // When the window loses the focus, a frame inside of it has it a moment later.
  const leave = (): void => void setTimeout(look);
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
  addEventListener("blur", leave);
  return () => {
    document.removeEventListener("visibilitychange", look);
    removeEventListener("focus", look);
    removeEventListener("blur", leave);
  };
}
