import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { localLookup } from "../../http/local-lookup.ts";

export interface PostAnswer {
  /** null: no answer. */
  readonly status: number | null;
  /** First part of the answer's body, or why there is none. */
  readonly answer: string;
  readonly ms: number;
}

const ANSWER_LIMIT = 2000;

/** Posts one body as Aircall does. Never rejects; `close` (an aborted signal) ends it without an answer. */
export function post(url: string, body: string, timeoutSeconds: number, signal: AbortSignal): Promise<PostAnswer> {
  const start = performance.now();
  const spent = (): number => Math.round(performance.now() - start);
  return new Promise((resolve) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    const headers = {
      accept: "application/json, text/plain, */*",
      "content-type": "application/json",
      "user-agent": "axios/1.7.9",
      "aircall-origin": "webhooks",
      "content-length": Buffer.byteLength(body),
    };
    const outgoing = send(url, { method: "POST", headers, lookup: localLookup, agent: false, signal }, (incoming) => {
      let answer = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => {
        if (answer.length < ANSWER_LIMIT) answer += chunk;
      });
      incoming.on("end", () => finish({ status: incoming.statusCode ?? null, answer: answer.slice(0, ANSWER_LIMIT), ms: spent() }));
      incoming.on("error", (error) => finish({ status: null, answer: error.message, ms: spent() }));
    });
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutSeconds} s`)), timeoutSeconds * 1000);
    const finish = (answer: PostAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on("error", (error) => finish({ status: null, answer: error.message, ms: spent() }));
    outgoing.end(body);
  });
}
