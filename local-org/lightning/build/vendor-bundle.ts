/**
 * The vendor bundle: `lwc`, its synthetic shadow and all of lightning-base-components, compiled once per set of versions into plain
 * modules that an application build takes in within a fraction of a second.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { type BaseComponents, FORGOTTEN_MODULES, readBaseComponents } from "./base-components.ts";
import { transformComponentSource } from "./lwc-transform.ts";
import { packageFolder, packageVersion } from "./package-folder.ts";

export interface VendorBundle {
  /** Absolute; holds one file per module id. */
  readonly folder: string;
  /** Module ids that the bundle holds: `lwc`, `lwc/synthetic-shadow`, `lightning/button`. */
  readonly modules: ReadonlySet<string>;
}

export interface VendorOptions {
  /** Where bundles are kept, one folder for each set of versions. */
  readonly cacheFolder: string;
  /** Told how far a build has come, after the first second and then about once a second. */
  readonly progress?: (line: string) => void;
}

const ENGINE_MODULES = ["lwc", "lwc/synthetic-shadow"];
const MANIFEST = "manifest.json";
/** Milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/** Left to the application build: the org's own answers, and the modules that the local org writes itself. */
const PLATFORM_MODULES = /^(?:@salesforce\/(?:i18n|client|user)\/|force\/)/;

/** Exposed names that are left out: the local org has its own navigation; icons come in the smaller libraries, when one of them is shown. */
const LEFT_OUT = new Set(["lightning/navigation", "lightning/iconSvgTemplates", "lightning/iconSvgTemplatesRtl"]);

/** Gives the cached bundle, or makes it: about ten seconds. Two processes may do so at once; the later one throws its work away. */
export async function vendorBundle({ cacheFolder, progress }: VendorOptions): Promise<VendorBundle> {
  const folder = join(cacheFolder, `vendor-${versionsHash()}`);
  if (!existsSync(join(folder, MANIFEST))) await makeBundle(folder, progress ?? (() => undefined));
  const modules = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as readonly string[];
  return { folder, modules: new Set(modules) };
}

/** The file of one of the bundle's modules. */
export function vendorFile(bundle: VendorBundle, id: string): string {
  return join(bundle.folder, `${id}.js`);
}

/** Changes with the packages and with the code that compiles them. */
function versionsHash(): string {
  const hash = createHash("sha256");
  for (const name of ["lwc", "lightning-base-components", "esbuild"]) hash.update(`${name}@${packageVersion(name)}\n`);
  for (const file of ["vendor-bundle.ts", "lwc-transform.ts", "base-components.ts"])
    hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex").slice(0, 16);
}

async function makeBundle(folder: string, progress: (line: string) => void): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const scratch = mkdtempSync(`${folder}.`);
  try {
    const components = readBaseComponents();
    const ids = [...ENGINE_MODULES, ...components.exposed.filter((id) => !LEFT_OUT.has(id))];
    await build({
      entryPoints: ids.map((id) => ({ in: id, out: id })),
      outdir: scratch,
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      chunkNames: "chunks/[hash]",
      define: { "process.env.NODE_ENV": '"production"', "import.meta.env.SSR": "false" },
      logLevel: "silent",
      plugins: [vendorPlugin(components, counter(progress))],
    });
    writeFileSync(join(scratch, MANIFEST), JSON.stringify(ids));
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    // Another process was faster: its bundle is as good.
    if (!existsSync(join(folder, MANIFEST))) throw error;
  }
  removeOldBundles(folder);
}

/** Bundles of other versions; young ones may belong to a process that runs. */
function removeOldBundles(current: string): void {
  for (const name of readdirSync(dirname(current))) {
    const folder = join(dirname(current), name);
    const isOther = name.startsWith("vendor-") && !name.startsWith(basename(current));
    if (isOther && Date.now() - statSync(folder).mtimeMs > A_DAY) rmSync(folder, { recursive: true, force: true });
  }
}

/** Says how many files are compiled, once a second. */
function counter(progress: (line: string) => void): () => void {
  let files = 0;
  let nextLine = Date.now() + 1000;
  return () => {
    files += 1;
    if (Date.now() < nextLine) return;
    nextLine = Date.now() + 1000;
    progress(`Compiling lightning-base-components (once per version): ${files} files`);
  };
}

function vendorPlugin(components: BaseComponents, count: () => void): Plugin {
  const engine = packageFolder("lwc");
  const [shadow, dom] = ["synthetic-shadow.js", "engine-dom.js"].map((file) => JSON.stringify(join(engine, file)));
  return {
    name: "vendor",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (ENGINE_MODULES.includes(path)) return { path: "engine", namespace: "engine" };
        if (PLATFORM_MODULES.test(path)) return { path, external: true };
        if (FORGOTTEN_MODULES.has(path)) return { path, namespace: "forgotten" };
        const file = components.fileOf(path);
        if (file !== null) return { path: file };
        if (kind === "entry-point") return { errors: [{ text: `no module ${path} in lightning-base-components` }] };
        return importer.startsWith(components.folder) && path.startsWith(".")
          ? { path: withSuffix(resolve(dirname(importer), path.replace(/\?.*$/, ""))) }
          : undefined;
      });
      // One module, so that no split puts the engine first: it asks once, at its start, whether there is synthetic shadow.
      build.onLoad({ filter: /.*/, namespace: "engine" }, () => ({
        contents: `import ${shadow}; export * from ${dom};`,
        loader: "js",
        resolveDir: engine,
      }));
      // CommonJS, because its names are not checked: whatever is imported is undefined.
      build.onLoad({ filter: /.*/, namespace: "forgotten" }, () => ({ contents: "module.exports = {};", loader: "js" }));
      build.onLoad({ filter: /.*/ }, async ({ path }) => {
        if (!path.startsWith(join(components.folder, "src"))) return undefined;
        count();
        return { contents: await compile(components, path), loader: "js" };
      });
    },
  };
}

async function compile(components: BaseComponents, file: string): Promise<string> {
  const [namespace = "", name = ""] = relative(join(components.folder, "src"), file).split(/[\\/]/);
  // Every component asks for its template and style sheet; not all have one.
  if (!existsSync(file)) return "export default undefined;";
  return transformComponentSource({ file, text: readFileSync(file, "utf8"), namespace, name });
}

function withSuffix(file: string): string {
  return /\.(?:js|html|css)$/.test(file) || !existsSync(`${file}.js`) ? file : `${file}.js`;
}
