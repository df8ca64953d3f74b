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
declare module "@salesforce/apex/LogController.getLog" {
  /** An Aircall Log as the user may see it; null when it is out of sight. */
  export default function getLog(parameters: { readonly recordId: string }): Promise<unknown>;
}
declare module "@salesforce/apex/RecordingController.find" {
  /** What there is to hear of the call behind a record; null for records of no call. */
  export default function find(parameters: { readonly recordId: string }): Promise<unknown>;
}
declare module "@salesforce/apex/RecordingController.sign" {
  /** A link that plays for an hour. */
  export default function sign(parameters: { readonly recordId: string }): Promise<unknown>;
}
