/** HTTP requests to `*.localhost` from tests and scripts: Node does not resolve such names by itself. */
import { request } from "node:http";
import { localLookup } from "./local-lookup.ts";

export interface LocalAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Sends one request and reads the whole answer. Rejects when there is no answer. */
export function localRequest(
  url: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<LocalAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, lookup: localLookup, agent: false }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (text += chunk));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
