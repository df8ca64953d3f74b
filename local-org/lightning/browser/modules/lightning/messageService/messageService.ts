/**
 * Lightning Message Service: messages between components of one page.
 *
 * Every subscriber of a channel hears a message, also in parts of the page that are hidden: `APPLICATION_SCOPE` makes no difference.
 */
import type { WireAdapter, WireDataCallback } from "lwc";

/** `@salesforce/messageChannel/*`, or any object with the channel's name. */
export interface MessageChannel {
  readonly name: string;
}

/** Who publishes and subscribes: a component, or what asked for a context of its own. */
export class MessageContextValue {
  readonly subscriptions = new Set<Subscription>();
}

export interface Subscription {
  readonly channel: string;
  readonly listener: (message: unknown) => void;
  readonly context: MessageContextValue;
}

/** Hear messages from everywhere; see above. */
export const APPLICATION_SCOPE = Symbol("APPLICATION_SCOPE");

const subscriptions = new Map<string, Set<Subscription>>();

/** `@wire(MessageContext)`: a context that ends with the component. */
export class MessageContext implements WireAdapter {
  readonly #context = new MessageContextValue();

  constructor(give: WireDataCallback<MessageContextValue>) {
    give(this.#context);
  }

  update(): void {
    // There is nothing to configure.
  }

  connect(): void {
    // The context is there from the beginning.
  }

  disconnect(): void {
    releaseMessageContext(this.#context);
  }
}

/** A context for code that is no component; release it in the end. */
export function createMessageContext(): MessageContextValue {
  return new MessageContextValue();
}

/** Ends all subscriptions of a context. */
export function releaseMessageContext(context: MessageContextValue): void {
  for (const subscription of context.subscriptions) unsubscribe(subscription);
}

/**
 * Sends a message, at once, to all subscribers of the channel. Throws for a context or channel that is none, and a DataCloneError for a
 * message that holds functions or elements.
 */
export function publish(context: MessageContextValue, channel: MessageChannel, message?: unknown): void {
  requireContext(context);
  const copy: unknown = structuredClone(message);
  for (const { listener } of [...(subscriptions.get(nameOf(channel)) ?? [])]) {
    try {
      listener(copy);
    } catch (error) {
      // One listener's fault is not the others'; the page reports it as any other.
      reportError(error);
    }
  }
}

/** Calls the listener for each message of the channel. */
export function subscribe(
  context: MessageContextValue,
  channel: MessageChannel,
  listener: (message: unknown) => void,
  _options?: { readonly scope?: typeof APPLICATION_SCOPE },
): Subscription {
  requireContext(context);
  const name = nameOf(channel);
  const subscription: Subscription = { channel: name, listener, context };
  const others = subscriptions.get(name) ?? new Set();
  others.add(subscription);
  subscriptions.set(name, others);
  context.subscriptions.add(subscription);
  return subscription;
}

/** Ends a subscription; null and ended ones are let pass. */
export function unsubscribe(subscription: Subscription | null | undefined): void {
  if (subscription == null) return;
  subscriptions.get(subscription.channel)?.delete(subscription);
  subscription.context.subscriptions.delete(subscription);
}

function requireContext(context: unknown): void {
  if (!(context instanceof MessageContextValue)) throw new TypeError("The first argument must be a message context.");
}

function nameOf(channel: unknown): string {
  const name: unknown = typeof channel === "object" && channel !== null ? Reflect.get(channel, "name") : undefined;
  if (typeof name !== "string") throw new TypeError("The second argument must be a message channel.");
  return name;
}
