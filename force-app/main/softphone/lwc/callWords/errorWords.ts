/** What the server said to a refused call, worded there for the agent; null when it said nothing. */
export function wordError(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("body" in error)) return null;
  const { body } = error;
  if (typeof body !== "object" || body === null || !("message" in body)) return null;
  return typeof body.message === "string" && body.message !== "" ? body.message : null;
}
