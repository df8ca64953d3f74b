/** Answers in plain text and other readable forms. */
import type { EngineResponse } from "./engine-protocol.ts";

/** A line for a person. */
export function textResponse(status: number, line: string): EngineResponse {
  return { status, headers: { "Content-Type": "text/plain;charset=UTF-8" }, body: Buffer.from(`${line}\n`) };
}

/** A script that is made anew for every request. */
export function scriptResponse(text: string): EngineResponse {
  return {
    status: 200,
    headers: { "Content-Type": "text/javascript;charset=UTF-8", "Cache-Control": "no-cache" },
    body: Buffer.from(text),
  };
}
