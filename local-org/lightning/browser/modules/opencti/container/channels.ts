/** Lightning message channels for the adapter's frame: `subscribe`, `publish`, `unsubscribe`. */
import {
  APPLICATION_SCOPE,
  createMessageContext,
  publish as publishMessage,
  releaseMessageContext,
  subscribe as subscribeTo,
  unsubscribe as unsubscribeFrom,
} from "../../lightning/messageService/messageService.ts";
import { isRecord, succeeded, failed, type CtiResult } from "../protocol/protocol.ts";

type Argument = Readonly<Record<string, unknown>>;
type Deliver = (payload: { readonly subscription: number; readonly message: unknown }) => void;

export interface Channels {
  /** Open CTI's methods of that name. */
  readonly methods: Readonly<Record<"subscribe" | "unsubscribe" | "publish", (argument: Argument) => CtiResult>>;
  /** Ends all subscriptions. */
  close(): void;
}

/** `deliver` brings a message to the frame. */
export function openChannels(deliver: Deliver): Channels {
  const context = createMessageContext();
  const subscriptions = new Map<number, ReturnType<typeof subscribeTo>>();
  let nextId = 1;
  const methods: Channels["methods"] = {
    subscribe({ channelName }) {
      const id = nextId++;
      const subscription = subscribeTo(context, { name: String(channelName) }, (message) => deliver({ subscription: id, message }), {
        scope: APPLICATION_SCOPE,
      });
      subscriptions.set(id, subscription);
      return succeeded({ id });
    },
    unsubscribe({ subscription }) {
      const id = isRecord(subscription) ? subscription["id"] : undefined;
      const known = typeof id === "number" ? subscriptions.get(id) : undefined;
      if (typeof id !== "number" || known === undefined) return failed("INVALID_PARAM", "unsubscribe: there is no such subscription.");
      unsubscribeFrom(known);
      subscriptions.delete(id);
      return succeeded();
    },
    publish({ channelName, message }) {
      publishMessage(context, { name: String(channelName) }, message ?? {});
      return succeeded();
    },
  };
  return {
    methods,
    close() {
      subscriptions.clear();
      releaseMessageContext(context);
    },
  };
}
