/** The application bundle: the shell, the platform's modules and the components of a project, made anew in memory from what is on disk. */
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { build, type BuildFailure, type Message, type Metafile, type OutputFile, type Plugin } from "esbuild";
import { type BuildFault, faultOf, faultOfError } from "./build-fault.ts";
import { bundleId, type ComponentBundle, entryFile, isComponent } from "./component-bundles.ts";
import { ModuleResolver } from "./module-resolver.ts";
import { pageEntry, PAGE_ENTRIES, registrySource } from "./page-entries.ts";
import type { SourceCompiler } from "./source-compiler.ts";
import type { VendorBundle } from "./vendor-bundle.ts";

export interface ApplicationBundle {
  /** Built files by name (`shell-AB12CD34.js`); empty when nothing could be built. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Name of the file of each page entry, and of the files that it needs at once. */
  readonly entries: ReadonlyMap<string, { readonly file: string; readonly needs: readonly string[] }>;
  /** All that is wrong. */
  readonly faults: readonly BuildFault[];
  /** Faults are in the local org's own modules: the shell cannot be shown. */
  readonly isShellBroken: boolean;
}

export interface ApplicationSources {
  /** Paths in messages are relative to it. */
  readonly folder: string;
  readonly vendor: VendorBundle;
  readonly compiler: SourceCompiler;
  readonly bundles: readonly ComponentBundle[];
}

/**
 * Builds all pages. A bundle that cannot be built is replaced by one that throws its faults when something loads it, so that the rest
 * lives.
 */
export async function buildApplication(sources: ApplicationSources): Promise<ApplicationBundle> {
  const resolver = new ModuleResolver(sources.vendor, sources.bundles);
  const broken = new Map<ComponentBundle, readonly BuildFault[]>();
  for (;;) {
    const result = await attempt(sources, resolver, broken);
    const blamed = "errors" in result ? result.errors.map((message) => blame(message, resolver, sources.folder)) : [];
    const faults = [...broken.values()].flat();
    const isShellBroken = [...broken.keys()].some(({ isProjects }) => !isProjects);
    if ("files" in result) return { ...result, faults, isShellBroken };
    // Nobody to replace, or replaced already: there is nothing left to try.
    const isHopeless = blamed.some(({ bundle }) => bundle === null || broken.has(bundle));
    if (isHopeless) {
      return { files: new Map(), entries: new Map(), faults: [...faults, ...blamed.map(({ fault }) => fault)], isShellBroken: true };
    }
    for (const { fault, bundle } of blamed) if (bundle !== null) broken.set(bundle, [...(broken.get(bundle) ?? []), fault]);
  }
}

/** Metadata names these: items of the utility bar, tabs, parts of pages. What imports name alone needs no part of its own. */
function isLoadedByName({ isProjects, namespace }: ComponentBundle): boolean {
  return isProjects || namespace === "opencti";
}

/** Marks faults whose line is one of the source. */
const COMPILER_FAULT = Symbol("compiler fault");

type Attempt = Pick<ApplicationBundle, "files" | "entries"> | { readonly errors: readonly Message[] };

async function attempt(
  { folder, vendor, compiler, bundles }: ApplicationSources,
  resolver: ModuleResolver,
  broken: ReadonlyMap<ComponentBundle, readonly BuildFault[]>,
): Promise<Attempt> {
  const loadable = bundles.filter((bundle) => isLoadedByName(bundle) && isComponent(bundle) && entryFile(bundle) !== null).map(bundleId);
  const shellExists = bundles.some((bundle) => bundleId(bundle) === "shell/app");
  try {
    const { outputFiles, metafile } = await build({
      absWorkingDir: folder,
      entryPoints: PAGE_ENTRIES.filter((name) => name !== "shell" || shellExists).map((name) => ({ in: `page:${name}`, out: name })),
      entryNames: "[name]-[hash]",
      chunkNames: "part-[hash]",
      outdir: "assets",
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      write: false,
      metafile: true,
      sourcemap: false,
      legalComments: "none",
      charset: "utf8",
      define: { "process.env.NODE_ENV": '"production"', "import.meta.env.SSR": "false" },
      logLevel: "silent",
      plugins: [applicationPlugin(resolver, compiler, vendor, broken, registrySource(loadable))],
    });
    return { files: filesOf(outputFiles), entries: entriesOf(metafile) };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return { errors: error.errors };
  }
}

function applicationPlugin(
  resolver: ModuleResolver,
  compiler: SourceCompiler,
  vendor: VendorBundle,
  broken: ReadonlyMap<ComponentBundle, readonly BuildFault[]>,
  registry: string,
): Plugin {
  const made = new Map<string, string>([["local/components", registry]]);
  return {
    name: "application",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
        if (kind === "entry-point" || (path === "local/components" && resolver.bundleOf(importer)?.isProjects !== true))
          return { path, namespace: "made" };
        if (importer.startsWith(vendor.folder) && path.startsWith(".")) return undefined;
        const found = resolver.resolve(path, namespace === "made" ? "" : importer);
        switch (found.kind) {
          case "plain":
            return { path: found.file };
          case "component":
            return { path: found.file, namespace: "component" };
          case "made":
            made.set(path, found.source);
            return { path, namespace: "made" };
          case "refused":
            return { errors: [{ text: found.reason }] };
        }
      });
      build.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({ contents: made.get(path) ?? pageEntry(path), loader: "js" }));
      build.onLoad({ filter: /.*/, namespace: "component" }, async ({ path }) => {
        const bundle = resolver.bundleOf(path);
        if (bundle === null) return undefined;
        const faults = broken.get(bundle);
        if (faults !== undefined) return { contents: throwingModule(bundleId(bundle), faults), loader: "js" };
        try {
          return { contents: await compiler.compile(bundle, path), loader: "js" };
        } catch (error) {
          const { text, line } = faultOfError(error, path);
          return { errors: [{ text, location: { file: path, line: line ?? 1, namespace: "component" }, detail: COMPILER_FAULT }] };
        }
      });
    },
  };
}

/** CommonJS, because its names are not checked: who imports from a broken component is not broken for that. */
function throwingModule(id: string, faults: readonly BuildFault[]): string {
  const message = `${id} could not be built: ${faults.map(({ text }) => text).join("; ")}`;
  return `throw new Error(${JSON.stringify(message)}); module.exports = {};`;
}

/** Files of namespace `component` come as `component:<path>`. */
function pathIn(message: Message): string | null {
  return message.location === null ? null : message.location.file.replace(/^component:/, "");
}

/** The fault with a path that reads well, and the bundle that it is in; null: in no bundle. */
function blame(message: Message, resolver: ModuleResolver, folder: string): { fault: BuildFault; bundle: ComponentBundle | null } {
  const file = pathIn(message);
  const path = file === null ? null : resolve(folder, file);
  const isInside = path?.startsWith(folder + sep) === true;
  const { text } = faultOf(message);
  const line = path === null ? null : sourceLine(path, message);
  const fault = { text: readable(text, resolver), file: path !== null && isInside ? relative(folder, path) : file, line };
  return { fault, bundle: path === null ? null : resolver.bundleOf(path) };
}

/** esbuild saw compiled code: what stands in quotes there (or the tag that it came from) tells the line of the source. */
function sourceLine(path: string, { location, detail }: Message): number | null {
  if (detail === COMPILER_FAULT) return location?.line ?? null;
  const imported = /from\s*["']([^"']+)["']/.exec(location?.lineText ?? "")?.[1] ?? /["']([^"']+)["']/.exec(location?.lineText ?? "")?.[1];
  if (imported === undefined || !existsSync(path)) return null;
  const tag = imported.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace("/", "-");
  const lines = readFileSync(path, "utf8").split("\n");
  const index = lines.findIndex((line) => (path.endsWith(".html") ? line.includes(`<${tag}`) : line.includes(imported)));
  return index < 0 ? null : index + 1;
}

/** esbuild names the file of a module; people know it by its id. */
function readable(text: string, resolver: ModuleResolver): string {
  const found = /^No matching export in "(?:component:)?(.+)" for import "(.+)"$/.exec(text);
  if (found?.[1] === undefined || found[2] === undefined) return text;
  return `${resolver.idOf(resolve(found[1]))} has no export "${found[2]}" in the local org.`;
}

function filesOf(outputFiles: readonly OutputFile[]): Map<string, Uint8Array> {
  return new Map(outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).at(-1) ?? path, contents]));
}

function entriesOf({ outputs }: Metafile): ApplicationBundle["entries"] {
  const name = (path: string): string => path.replace(/^assets\//, "");
  const needs = (path: string, seen = new Set<string>()): Set<string> => {
    for (const imported of outputs[path]?.imports ?? []) {
      if (imported.kind !== "import-statement" || seen.has(imported.path)) continue;
      seen.add(imported.path);
      needs(imported.path, seen);
    }
    return seen;
  };
  const entries = Object.entries(outputs).flatMap(([path, { entryPoint }]) => {
    const found = /^made:page:(\w+)$/.exec(entryPoint ?? "");
    return found?.[1] === undefined ? [] : [[found[1], { file: name(path), needs: [...needs(path)].map(name) }] as const];
  });
  return new Map(entries);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray(Reflect.get(error, "errors"));
}
