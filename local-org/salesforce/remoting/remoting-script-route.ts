/** `/static/NN.0/VFRemote.js`: the client of JavaScript remoting. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { requireMethod, type Route } from "../route.ts";
import { scriptResponse } from "../text-response.ts";
import { REMOTING_SCRIPT_PATH } from "./remoting-markup.ts";

const SOURCE = join(import.meta.dirname, "../../lightning/browser/remoting/vf-remote.ts");

/** The script is compiled when it is first asked for. */
export function remotingScriptRoute(): Route {
  let script: string | null = null;
  return (request) => {
    if (request.host !== "visualforce" || request.path !== REMOTING_SCRIPT_PATH) return null;
    requireMethod(request, "GET");
    script ??= remotingScript();
    return scriptResponse(script);
  };
}

/** The client as a classic script. */
export function remotingScript(): string {
  return transformSync(readFileSync(SOURCE, "utf8"), { loader: "ts", format: "iife", target: "es2022" }).code;
}
