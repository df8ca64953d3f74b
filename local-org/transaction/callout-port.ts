/** How an org reaches the outside world. Synchronous: the server implements it with a worker and Atomics.wait. */
export interface CalloutRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  /** Milliseconds after which the callout fails with "Read timed out". */
  readonly timeout: number;
}

export interface CalloutResponse {
  readonly statusCode: number;
  readonly status: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export interface CalloutPort {
  /** Throws `CalloutFailure` when no answer came. */
  send(request: CalloutRequest): CalloutResponse;
}

/** No answer: unknown host, refused connection, time-out. Becomes System.CalloutException. */
export class CalloutFailure extends Error {}
