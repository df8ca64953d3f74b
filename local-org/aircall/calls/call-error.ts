/** Something was asked of a call that its state does not allow; the message is for the person who asked. */
export class CallError extends Error {
  override readonly name = "CallError";
}
