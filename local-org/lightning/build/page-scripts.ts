/** Classic scripts for the org's pages, each one file: Open CTI and Lightning Out. */
import { join } from "node:path";
import { build, type Message } from "esbuild";
import type { ApplicationBundle } from "./application-bundle.ts";
import { describeFault, faultOf } from "./build-fault.ts";
import { ASSETS_PATH } from "./shell-page.ts";
import { sourcesStamp } from "./sources-stamp.ts";

const BROWSER_FOLDER = join(import.meta.dirname, "..", "browser");

/** Built scripts with the stamp of the sources that they were made from. */
const built = new Map<string, { readonly stamp: string; readonly script: Promise<string> }>();

/** Open CTI for the adapter's page. */
export function openCtiScript({ minify }: { readonly minify: boolean }): Promise<string> {
  return scriptOf(join(BROWSER_FOLDER, "opencti", "opencti.ts"), minify);
}

/** `$Lightning`, with the addresses of what it loads. */
export async function lightningOutScript(application: ApplicationBundle): Promise<string> {
  const settings = {
    module: `${ASSETS_PATH}${application.entries.get("out")?.file ?? "missing.js"}`,
    context: "/lightning/context.js",
    preloads: (application.entries.get("out")?.needs ?? []).map((file) => ASSETS_PATH + file),
    stylesheet: `${ASSETS_PATH}slds/styles/salesforce-lightning-design-system.min.css`,
  };
  const script = await scriptOf(join(BROWSER_FOLDER, "lightning-out", "lightning-out.ts"), false);
  return `Object.defineProperty(globalThis, Symbol.for("local-org.lightning-out"), { value: ${JSON.stringify(settings)}, configurable: true });\n${script}`;
}

function scriptOf(entry: string, minify: boolean): Promise<string> {
  const key = `${entry} ${minify}`;
  const stamp = sourcesStamp([BROWSER_FOLDER]);
  const known = built.get(key);
  if (known?.stamp === stamp) return known.script;
  const script = buildScript(entry, minify);
  built.set(key, { stamp, script });
  return script;
}

async function buildScript(entry: string, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify,
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "silent",
  }).catch((error: unknown) => ({ outputFiles: [{ text: throwing(error) }] }));
  return outputFiles[0]?.text ?? "";
}

/** A script that could not be built says so where it is used. */
function throwing(error: unknown): string {
  const errors: unknown = error instanceof Error ? Reflect.get(error, "errors") : undefined;
  const faults = Array.isArray(errors) ? (errors as readonly Message[]).map((message) => describeFault(faultOf(message))) : [String(error)];
  return `throw new Error(${JSON.stringify(`This script could not be built: ${faults.join("; ")}`)});`;
}
