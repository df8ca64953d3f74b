/** `lightning/refresh`: a component says that data changed; handlers and the whole page read it again. */
import { recordsChanged } from "../../local/uiApi/uiApi.ts";

export type RefreshStatus = "RefreshSuccess" | "RefreshFailure" | "RefreshCanceled" | "RefreshTimeout" | "RefreshUnfinished";

const EVENT = "lightning__refreshview";
const handlers = new Map<number, () => Promise<RefreshStatus>>();
let lastId = 0;

/** Dispatched by a component: `this.dispatchEvent(new RefreshEvent())`. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(EVENT, { bubbles: true, composed: true, cancelable: true });
  }
}

document.addEventListener(EVENT, () => {
  for (const handler of [...handlers.values()]) handler().catch((error: unknown) => reportError(error));
  void recordsChanged(null);
});

/** Calls the handler when the page is refreshed. Gives an id for `unregisterRefreshHandler`. */
export function registerRefreshHandler(context: unknown, handler: () => Promise<RefreshStatus>): number {
  lastId += 1;
  handlers.set(
    lastId,
    // As the platform calls it: with the component as `this`.
    () => handler.call(context),
  );
  return lastId;
}

/** Ends a registration; unknown ids are let pass. */
export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}
