/** The kinds of transaction, by the names of `System.Quiddity`. */
export type Quiddity =
  | "ANONYMOUS"
  | "AURA"
  | "BATCH_APEX"
  | "FUTURE"
  | "INVOCABLE_ACTION"
  | "PLATFORM_EVENT_PUBLISH_CALLBACK"
  | "POST_INSTALL_SCRIPT"
  | "QUEUEABLE"
  | "REST"
  | "RUNTEST_SYNC"
  | "SCHEDULED"
  | "SOAP"
  | "SYNCHRONOUS"
  | "TRANSACTION_FINALIZER_QUEUEABLE"
  | "UNDEFINED"
  | "VF";
