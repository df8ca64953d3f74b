/** What answers requests of one of the server's hosts on the main thread. */
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers one request, or leaves it to the next handler of the host.
 *
 * @param url the request's address, with host and port
 * @returns true: answered (or being answered); false: not this handler's, nothing was read or written
 */
export type HttpHandler = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => boolean | Promise<boolean>;
