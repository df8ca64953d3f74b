import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeLabelTypings } from "./checks/label-typings.ts";
import { projectFiles } from "./checks/project-files.ts";

const ADAPTER = "force-app/main/softphone/adapter";
const PAGE_SCRIPT = "force-app/main/softphone/staticresources/AircallSoftphone.js";

/**
 * Makes what a deploy and the local org take and git does not keep: the compiled components and the script of the softphone page; and the types of labels.
 *
 * @returns how many component files and page scripts there are now
 * @throws Error when a source cannot be compiled, naming file and line
 */
export async function buildProject(root: string): Promise<{ readonly components: number; readonly scripts: number }> {
  writeLabelTypings(root);
  // Both compilers take longer to load than to run, so they are loaded only when something has changed.
  const components = componentSources(root);
  if (components.some((source) => isOlder(root, source.replace(/\.ts$/, ".js"), [source]))) {
    const { buildLwc } = await import("./checks/lwc-build.ts");
    buildLwc(root);
  }
  const adapter = projectFiles(root, ADAPTER, (path) => path.endsWith(".ts") && !path.includes("/__tests__/"));
  if (adapter.length === 0) return { components: components.length, scripts: 0 };
  if (isOlder(root, PAGE_SCRIPT, [...adapter, "package-lock.json"])) await bundlePageScript(root);
  return { components: components.length, scripts: 1 };
}

function componentSources(root: string): string[] {
  return projectFiles(root, "force-app", (path) => path.includes("/lwc/") && path.endsWith(".ts") && !/\.d\.ts$|\/__tests__\//.test(path));
}

function isOlder(root: string, output: string, sources: readonly string[]): boolean {
  if (!existsSync(join(root, output))) return true;
  const made = statSync(join(root, output)).mtimeMs;
  return sources.some((source) => existsSync(join(root, source)) && statSync(join(root, source)).mtimeMs > made);
}

async function bundlePageScript(root: string): Promise<void> {
  const { build } = await import("esbuild");
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`${ADAPTER}/main.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "AircallSoftphone",
    target: "es2023",
    charset: "utf8",
    legalComments: "inline",
    banner: { js: `/*! Holds ${licenceLine(root, "aircall-everywhere")} */` },
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`${ADAPTER}/main.ts gave no script`);
  mkdirSync(dirname(join(root, PAGE_SCRIPT)), { recursive: true });
  writeFileSync(join(root, PAGE_SCRIPT), output.text);
}

/** Name, version, licence and home of a package whose code is taken in without a notice of its own. */
function licenceLine(root: string, name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
  const { version, license, homepage } = manifest as Readonly<Record<string, string>>;
  return `${name} ${version ?? ""}, licence ${license ?? "unknown"}, ${homepage ?? ""}`;
}
