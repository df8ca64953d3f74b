/** What a browser loads from the Lightning and Visualforce hosts besides the org's answers: the shell's page, built code, SLDS. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { HttpHandler } from "../../http/http-handler.ts";
import { type ApplicationBundle, buildApplication } from "./application-bundle.ts";
import { describeFault, faultPage } from "./build-fault.ts";
import { platformBundles, projectBundles } from "./component-bundles.ts";
import { defaultCacheFolder, packageFolder } from "./package-folder.ts";
import { lightningOutScript, openCtiScript } from "./page-scripts.ts";
import { ASSETS_PATH, shellPage } from "./shell-page.ts";
import { SourceCompiler } from "./source-compiler.ts";
import { sourcesStamp } from "./sources-stamp.ts";
import { fileBelow, sendFile } from "./static-files.ts";
import { type VendorBundle, vendorBundle } from "./vendor-bundle.ts";

export interface LightningAssets {
  /** For the Lightning and the Visualforce host. */
  readonly handler: HttpHandler;
  /** When the first build is done, faults or not. Rejects when the vendor bundle cannot be made. */
  readonly ready: Promise<void>;
}

export interface LightningAssetsOptions {
  /** The SFDX project. */
  readonly folder: string;
  /** For vendor bundles and compiled sources; made when missing. Beside the npm packages if not given. */
  readonly cacheFolder?: string;
  /** Told what a person at the terminal should know: progress of a long build, faults. */
  readonly say: (line: string) => void;
}

const LIGHTNING_HOST = "lightning.org.localhost";

/** Starts the first build. Throws InputError when there is no project in `folder`. */
export function createLightningAssets(options: LightningAssetsOptions): LightningAssets {
  const builds = new ApplicationBuilds(options);
  const ready = builds.current().then(() => undefined);
  // Whoever waits for `ready` hears of a failure; until then it must not end the process.
  ready.catch(() => undefined);
  return { ready, handler: (incoming, outgoing, url) => answer(builds, incoming, outgoing, url) };
}

async function answer(builds: ApplicationBuilds, incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<boolean> {
  if (incoming.method !== "GET" && incoming.method !== "HEAD") return false;
  const { pathname, hostname } = url;
  if (pathname.startsWith(ASSETS_PATH)) {
    const name = pathname.slice(ASSETS_PATH.length);
    const body = name.startsWith("slds/") ? sldsFile(name.slice("slds/".length)) : await builds.file(name);
    sendFile(incoming, outgoing, body === null ? "missing.txt" : name, body ?? `There is no ${name}.\n`, body === null ? 404 : 200);
    return true;
  }
  if (pathname === "/favicon.ico") {
    outgoing.writeHead(204).end();
    return true;
  }
  const script = await scriptAt(builds, pathname);
  if (script !== null) {
    sendFile(incoming, outgoing, "script.js", script);
    return true;
  }
  if (hostname === LIGHTNING_HOST && isShellPage(pathname)) {
    const application = await builds.current();
    const isBuilt = application.entries.has("shell") && !application.isShellBroken;
    sendFile(incoming, outgoing, "page.html", isBuilt ? shellPage(application) : faultPage(application.faults), isBuilt ? 200 : 500);
    return true;
  }
  return false;
}

/** The scripts that pages of the org name; null for any other path. */
function scriptAt(builds: ApplicationBuilds, path: string): Promise<string> | null {
  if (path === "/lightning/lightning.out.js") return builds.lightningOut();
  const openCti = /^\/support\/api\/(\d+)\.0\/lightning\/opencti(_min)?\.js$/.exec(path);
  if (openCti === null || !isOpenCtiVersion(Number(openCti[1]))) return null;
  return openCtiScript({ minify: openCti[2] !== undefined });
}

/** Open CTI for Lightning Experience began with API 38; the org's own version is the newest. */
function isOpenCtiVersion(version: number): boolean {
  return version >= 38 && version <= 67;
}

/**
 * Addresses that the shell's router reads: everything below `/lightning` that is neither a file nor the org's own, and record ids. The
 * shell itself says when there is no such page.
 */
function isShellPage(path: string): boolean {
  return (
    path === "/" ||
    path === "/one/one.app" ||
    /^\/(?:[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(path) ||
    // A Visualforce page that the shell shows; the page itself is on the Visualforce host.
    /^\/apex\/\w+$/.test(path) ||
    /^\/lightning(?:\/(?!api\/|apex\/|[^/]+\.[^/]+$).*)?$/.test(path)
  );
}

function sldsFile(path: string): Uint8Array | null {
  return fileBelow(join(packageFolder("@salesforce-ux/design-system"), "assets"), path);
}

/** The newest build, made again when a source has changed since. */
class ApplicationBuilds {
  readonly #options: LightningAssetsOptions;
  readonly #compiler: SourceCompiler;
  readonly #vendor: Promise<VendorBundle>;
  #stamp = "";
  #build: Promise<ApplicationBundle> | null = null;
  /** Files of this build and the one before: a page that was loaded before a change may still ask for its parts. */
  #files: ReadonlyMap<string, Uint8Array>[] = [];

  constructor(options: LightningAssetsOptions) {
    this.#options = options;
    const cacheFolder = options.cacheFolder ?? defaultCacheFolder();
    this.#compiler = new SourceCompiler(cacheFolder);
    this.#vendor = vendorBundle({ cacheFolder, progress: options.say });
  }

  current(): Promise<ApplicationBundle> {
    const bundles = [...platformBundles(), ...projectBundles(this.#options.folder)];
    const stamp = sourcesStamp(bundles.map(({ folder }) => folder));
    if (this.#build === null || stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#build = this.#make(bundles);
    }
    return this.#build;
  }

  async lightningOut(): Promise<string> {
    return lightningOutScript(await this.current());
  }

  async file(name: string): Promise<Uint8Array | null> {
    await this.#build;
    for (const files of this.#files) {
      const content = files.get(name);
      if (content !== undefined) return content;
    }
    return null;
  }

  async #make(bundles: Parameters<typeof buildApplication>[0]["bundles"]): Promise<ApplicationBundle> {
    const vendor = await this.#vendor;
    const started = performance.now();
    const application = await buildApplication({ folder: this.#options.folder, vendor, compiler: this.#compiler, bundles });
    this.#files = [application.files, ...this.#files.slice(0, 1)];
    for (const fault of application.faults) this.#options.say(`Browser code: ${describeFault(fault)}`);
    const milliseconds = Math.round(performance.now() - started);
    if (milliseconds > 1000) this.#options.say(`Browser code built in ${milliseconds} ms`);
    return application;
  }
}
