/** Requests of the pages to their own server. */

/** The server refused; the message is for the person at the page. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** Posts JSON and gives the answer. Throws RefusedError with the server's words. */
export async function post(path: string, body: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new RefusedError("The local org does not answer");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const isWorded = typeof answer === "object" && answer !== null && "error" in answer && typeof answer.error === "string";
  throw new RefusedError(isWorded ? String(answer.error) : `The local org answered ${response.status}`);
}
