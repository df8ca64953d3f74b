/** Compiled sources of components, kept in memory and on disk so that only what changed is compiled again. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentBundle } from "./component-bundles.ts";
import { secured } from "./lightning-web-security.ts";
import { transformComponentSource } from "./lwc-transform.ts";
import { packageVersion } from "./package-folder.ts";

interface Compiled {
  readonly modified: number;
  readonly code: string;
}

/** Everything besides the source that decides what becomes of it. */
const COMPILER_FILES = ["lwc-transform.ts", "lightning-web-security.ts", "source-compiler.ts"];

export class SourceCompiler {
  readonly #inMemory = new Map<string, Compiled>();
  readonly #folder: string;
  readonly #salt: string;

  /** @param cacheFolder for compiled sources, by the hash of what they were made from */
  constructor(cacheFolder: string) {
    this.#folder = join(cacheFolder, "compiled");
    const versions = ["lwc", "esbuild"].map(packageVersion);
    const compiler = COMPILER_FILES.map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));
    this.#salt = [...versions, ...compiler].join("\n");
    mkdirSync(this.#folder, { recursive: true });
  }

  /** JavaScript of one source file of a bundle. A template or style sheet that is not there is an empty module. Rejects with the compilers' errors. */
  async compile(bundle: ComponentBundle, file: string): Promise<string> {
    if (!existsSync(file)) return "export default undefined;";
    const modified = statSync(file).mtimeMs;
    const known = this.#inMemory.get(file);
    if (known?.modified === modified) return known.code;
    const code = await this.#throughDisk(bundle, file, readFileSync(file, "utf8"));
    this.#inMemory.set(file, { modified, code });
    return code;
  }

  async #throughDisk(bundle: ComponentBundle, file: string, text: string): Promise<string> {
    const key = JSON.stringify([this.#salt, bundle.namespace, bundle.name, bundle.isProjects, file, text]);
    const cached = join(this.#folder, `${createHash("sha256").update(key).digest("hex").slice(0, 24)}.js`);
    if (existsSync(cached)) return readFileSync(cached, "utf8");
    const { namespace, name } = bundle;
    const source = { file, text, namespace, name };
    const code = await (bundle.isProjects ? secured(source, transformComponentSource) : transformComponentSource(source));
    // Written aside first: another process may read the same file.
    writeFileSync(`${cached}.${process.pid}`, code);
    renameSync(`${cached}.${process.pid}`, cached);
    return code;
  }
}
