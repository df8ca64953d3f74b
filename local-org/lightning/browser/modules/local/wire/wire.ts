/** Wire adapters over shared answers, by LWC's protocol. */
import { unwrap, type WireAdapter, type WireConfigValue, type WireDataCallback } from "lwc";
import { refresh, type ResourceRequest, type Snapshot, watch } from "../resources/resources.ts";

/** The request of a configuration; null: not complete yet, nothing is asked and nothing is given. */
export type RequestOf<Config, Data> = (config: Readonly<Partial<Config>>) => ResourceRequest<Data> | null;

/** What `@wire(adapter, config)` takes. */
export interface WireAdapterClass<Config, Data> {
  new (callback: WireDataCallback<Snapshot<Data>>): WireAdapter<Config & WireConfigValue>;
}

/** Which answer stands behind a value that a component was given: `refreshApex` gets only the value. */
const keys = new WeakMap<object, string>();

/** A wire adapter that gives `{data, error}` of what `requestOf` asks for. */
export function wireAdapter<Config, Data>(requestOf: RequestOf<Config, Data>): WireAdapterClass<Config, Data> {
  return class implements WireAdapter<Config & WireConfigValue> {
    readonly #give: WireDataCallback<Snapshot<Data>>;
    #request: ResourceRequest<Data> | null = null;
    #isConnected = false;
    #end: (() => void) | null = null;

    constructor(give: WireDataCallback<Snapshot<Data>>) {
      this.#give = give;
      give({ data: undefined, error: undefined });
    }

    update(config: Config & WireConfigValue): void {
      const request = requestOf(config);
      if (request !== null && request.key === this.#request?.key) return;
      this.#stop();
      this.#request = request;
      this.#start();
    }

    connect(): void {
      this.#isConnected = true;
      this.#start();
    }

    disconnect(): void {
      this.#isConnected = false;
      this.#stop();
    }

    #start(): void {
      const request = this.#request;
      if (!this.#isConnected || request === null || this.#end !== null) return;
      this.#end = watch(request, ({ data, error }) => {
        // A new object each time: LWC renders again only for a value that is not the one before.
        const given = { data, error };
        keys.set(given, request.key);
        this.#give(given);
      });
    }

    #stop(): void {
      this.#end?.();
      this.#end = null;
    }
  };
}

/** Reads again what stands behind a value that a wire gave. Resolves when the component has the new value; at once for any other value. */
export async function refreshWired(value: unknown): Promise<void> {
  const given: unknown = unwrap(value);
  const key = typeof given === "object" && given !== null ? keys.get(given) : undefined;
  if (key !== undefined) await refresh(key);
}
