/**
 * Name resolution inside the local org: `localhost` and every `*.localhost` is 127.0.0.1, as browsers and curl have it and
 * Node does not. Other names go to the system.
 */
import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";

/** True for `localhost` and names under it. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === "localhost" || name.endsWith(".localhost");
}

export const localLookup: LookupFunction = (hostname, options, callback) => {
  if (!isLocalName(hostname)) {
    systemLookup(hostname, options, callback);
  } else if (options.all === true) {
    callback(null, [{ address: "127.0.0.1", family: 4 }]);
  } else {
    callback(null, "127.0.0.1", 4);
  }
};
