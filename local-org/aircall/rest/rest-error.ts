/** Errors of the REST API in the two forms that Aircall has. */

/** Answered with its status and body. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** What the edge in front of the API answers. */
export function edgeError(status: 401 | 403 | 404): RestError {
  const messages = { 401: "Unauthorized", 403: "Forbidden", 404: "Not Found" } as const;
  return new RestError(status, { message: messages[status] });
}

/** What the application answers. */
export function appError(status: number, error: string, troubleshoot: string): RestError {
  return new RestError(status, { error, troubleshoot });
}

export const badRequest = (troubleshoot: string): RestError => appError(400, "Bad Request", troubleshoot);

/** The id in the path is nobody's. */
export const unknownId = (): RestError => appError(404, "Not Found", "Check ID of the resource");

/** The resource is in the wrong state. */
export function wrongState(troubleshoot: string): RestError {
  return new RestError(405, { error: "Method Not Allowed", troubleshoot, success: false });
}

/** The error that a switched-on fault stands for. */
export function faultError(status: number): RestError {
  if (status === 401 || status === 403) return edgeError(status);
  if (status === 429) return appError(429, "Too Many Requests", "You have reached the rate limit of the API");
  if (status >= 500) return appError(status, "Internal Server Error", "Try again later");
  return appError(status, status === 404 ? "Not Found" : "Bad Request", "A fault switched on in the console");
}
