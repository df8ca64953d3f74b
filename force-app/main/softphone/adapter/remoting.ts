import { asObject, asText } from "./parse.ts";

/** A call of a page method that failed. `timeout`: no answer in time. `refused`: the server said no. `missing`: not on this page. */
export class RemotingError extends Error {
  readonly kind: "timeout" | "refused" | "missing";

  constructor(kind: "timeout" | "refused" | "missing", message: string) {
    super(message);
    this.name = "RemotingError";
    this.kind = kind;
  }
}

/** Calls a static method of the page's controller; the result is as the server sent it, unchecked. */
export type Invoke = (method: string, argument: string, timeoutMs: number) => Promise<unknown>;

interface RemotingManager {
  invokeAction(action: string, argument: string, callback: (result: unknown, event: unknown) => void, options: object): void;
}

/** JavaScript remoting of Visualforce for one controller. */
export function remotingOf(controller: string, namespace: string | null): Invoke {
  const prefix = namespace === null ? "" : `${namespace}.`;
  return (method, argument, timeoutMs) =>
    new Promise((resolve, reject) => {
      const manager = remotingManager();
      if (manager === null) {
        reject(new RemotingError("missing", "This page has no Visualforce remoting."));
        return;
      }
      // The platform's own time-out covers the request alone, not the wait for a connection.
      const timer = setTimeout(() => {
        reject(new RemotingError("timeout", `${method} did not answer within ${String(timeoutMs)} ms.`));
      }, timeoutMs);
      const callback = (result: unknown, event: unknown): void => {
        clearTimeout(timer);
        const status = asObject(event);
        if (status?.["status"] === true) resolve(result);
        else reject(new RemotingError("refused", asText(status?.["message"]) ?? `${method} failed without a reason.`));
      };
      try {
        // Without a buffer the request leaves at once; unescaped, since nothing of it becomes markup.
        const options = { buffer: false, escape: false, timeout: timeoutMs };
        manager.invokeAction(`${prefix}${controller}.${method}`, argument, callback, options);
      } catch (error) {
        clearTimeout(timer);
        reject(new RemotingError("refused", error instanceof Error ? error.message : String(error)));
      }
    });
}

function remotingManager(): RemotingManager | null {
  const visualforce = asObject((globalThis as { Visualforce?: unknown }).Visualforce);
  const manager = asObject(asObject(visualforce?.["remoting"])?.["Manager"]);
  return manager !== null && isManager(manager) ? manager : null;
}

function isManager(value: object): value is RemotingManager {
  return "invokeAction" in value && typeof value.invokeAction === "function";
}
