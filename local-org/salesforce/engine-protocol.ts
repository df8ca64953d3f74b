/** What the HTTP server (main thread) and the engine (worker thread) say to each other. */

/** Who is asked: the origin's host name without port decides. */
export type HostKind = "lightning" | "visualforce" | "site";

export interface EngineRequest {
  readonly host: HostKind;
  readonly method: string;
  /** Path without query, as sent (percent-encoded). */
  readonly path: string;
  /** Query parameters in order; a name may come twice. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly remoteAddress: string;
}

export interface EngineResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How the engine is started: `workerData`. */
export interface EngineStart {
  /** Absolute path of the SFDX project. */
  readonly folder: string;
  /** Port of the server that shows the org: part of its addresses. */
  readonly port: number;
  /** Folder of demo data for a new org; null or absent: it starts empty. */
  readonly seedFolder?: string | null;
  /** Folder that keeps the org between starts; null or absent: it lives in memory. */
  readonly dataFolder?: string | null;
  /** Address where a person who logs in to the org is logged in too; null or absent: nowhere. */
  readonly alsoLogInAt?: string | null;
}

export type ToEngine =
  | { readonly kind: "request"; readonly id: number; readonly request: EngineRequest }
  /** Save what is to be kept; answered by "stopped". */
  | { readonly kind: "stop" };

export type FromEngine =
  /** `notes`: lines for people about the data that the org has. */
  | { readonly kind: "ready"; readonly notes: readonly string[] }
  | { readonly kind: "stopped" }
  /** The project cannot be loaded: lines for people. */
  | { readonly kind: "failed"; readonly lines: readonly string[]; readonly isBadInput: boolean }
  | { readonly kind: "response"; readonly id: number; readonly response: EngineResponse }
  /** The engine waits, blocked, until `signal` is notified and `port` holds the answer. */
  | { readonly kind: "callout"; readonly request: CalloutMessage; readonly signal: SharedArrayBuffer };

export interface CalloutMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The answer to a callout, put on the callout port before the signal. */
export type CalloutAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array;
    }
  | { readonly ok: false; readonly message: string };
