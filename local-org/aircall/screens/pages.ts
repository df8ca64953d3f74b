/** The two pages' files: HTML and CSS as they are, TypeScript bundled once, in memory, when first asked for. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface PageFile {
  readonly type: string;
  readonly text: string;
}

const FOLDER = fileURLToPath(new URL("../browser/", import.meta.url));

const PLAIN: Readonly<Record<string, readonly [string, string]>> = {
  "/": ["phone/phone.html", "text/html"],
  "/console": ["console/console.html", "text/html"],
  "/phone.css": ["phone/phone.css", "text/css"],
  "/console.css": ["console/console.css", "text/css"],
};
const BUNDLES: Readonly<Record<string, string>> = { "/phone.js": "phone/phone.ts", "/console.js": "console/console.ts" };

/** Reads page files; each is made once. */
export function pageFiles(): (path: string) => Promise<PageFile | null> {
  const made = new Map<string, Promise<PageFile>>();
  return async (path) => {
    const existing = made.get(path);
    if (existing !== undefined) return existing;
    const plain = PLAIN[path];
    const entry = BUNDLES[path];
    const file = plain !== undefined ? readPlain(...plain) : entry !== undefined ? bundle(entry) : null;
    if (file !== null) made.set(path, file);
    return file;
  };
}

async function readPlain(name: string, type: string): Promise<PageFile> {
  return { type, text: await readFile(FOLDER + name, "utf8") };
}

async function bundle(entry: string): Promise<PageFile> {
  const result = await build({
    entryPoints: [FOLDER + entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    sourcemap: "inline",
    logLevel: "silent",
  });
  return { type: "text/javascript", text: result.outputFiles[0]?.text ?? "" };
}
