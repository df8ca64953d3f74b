/** Apex that components call. What it gives comes from outside and is read with care, hence `unknown`. */
declare module "@salesforce/apex/CallController.getCall" {
  /** How the log of a call stands; null while there is none. */
  export default function getCall(parameters: { readonly callId: string }): Promise<unknown>;
}
declare module "@salesforce/apex/CallController.link" {
  /** Puts a call on the record that the agent chose. */
  export default function link(parameters: { readonly callId: string; readonly recordId: string }): Promise<unknown>;
}
declare module "@salesforce/apex/CallController.note" {
  /** Keeps the agent's note on a call. */
  export default function note(parameters: { readonly callId: string; readonly text: string }): Promise<unknown>;
}
