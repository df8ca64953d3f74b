/** Which file or made-up module an import in browser code means. */
import { existsSync, statSync } from "node:fs";
import { dirname, extname, resolve, sep } from "node:path";
import { readBaseComponents } from "./base-components.ts";
import { bundleId, type ComponentBundle, entryFile } from "./component-bundles.ts";
import { salesforceModule } from "./salesforce-modules.ts";
import { type VendorBundle, vendorFile } from "./vendor-bundle.ts";

export type Resolution =
  /** Compiled already, or not a component's source. */
  | { readonly kind: "plain"; readonly file: string }
  /** A source of a bundle; templates and style sheets may be missing. */
  | { readonly kind: "component"; readonly file: string }
  | { readonly kind: "made"; readonly source: string }
  | { readonly kind: "refused"; readonly reason: string };

/** The local org's own: no org has them. The security module is written into components by the compiler. */
const INNER_MODULE = /^(?:shell|local|opencti)\/(?!security$)/;

/** Base modules that Salesforce has and that only work with a real org behind them. */
const REFUSED: Readonly<Record<string, string>> = {
  "lightning/empApi": "streaming of platform events to the browser",
  "lightning/graphql": "GraphQL",
  "lightning/uiGraphQLApi": "GraphQL",
  "lightning/serviceCloudVoiceToolkitApi": "Service Cloud Voice",
};

export class ModuleResolver {
  readonly #vendor: VendorBundle;
  readonly #bundles: ReadonlyMap<string, ComponentBundle>;
  readonly #byFolder: ReadonlyMap<string, ComponentBundle>;
  readonly #base = readBaseComponents();

  constructor(vendor: VendorBundle, bundles: readonly ComponentBundle[]) {
    this.#vendor = vendor;
    this.#bundles = new Map(bundles.map((bundle) => [bundleId(bundle), bundle]));
    this.#byFolder = new Map(bundles.map((bundle) => [bundle.folder, bundle]));
  }

  /** The bundle that a file belongs to, or null. */
  bundleOf(file: string): ComponentBundle | null {
    for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
      const bundle = this.#byFolder.get(folder);
      if (bundle !== undefined) return bundle;
    }
    return null;
  }

  /** What imports call a file: the id of its module in the vendor bundle, else that of its bundle, else the file itself. */
  idOf(file: string): string {
    const bundle = this.bundleOf(file);
    if (bundle !== null) return bundleId(bundle);
    return [...this.#vendor.modules].find((id) => vendorFile(this.#vendor, id) === file) ?? file;
  }

  /** What `id` means in `importer` (absolute file, or anything for made-up modules). */
  resolve(id: string, importer: string): Resolution {
    if (id.startsWith(".")) return this.#relative(id, importer);
    const bundle = this.#isHiddenFrom(id, importer) ? undefined : this.#bundles.get(id);
    if (bundle !== undefined) return this.#entry(id, bundle);
    if (this.#vendor.modules.has(id)) return { kind: "plain", file: vendorFile(this.#vendor, id) };
    if (id.startsWith("@salesforce/")) return this.#salesforce(id);
    const reason = REFUSED[id];
    return {
      kind: "refused",
      reason: reason === undefined ? `There is no module "${id}" in the local org.` : `The local org does not support "${id}": ${reason}.`,
    };
  }

  #isHiddenFrom(id: string, importer: string): boolean {
    return INNER_MODULE.test(id) && this.bundleOf(importer)?.isProjects === true;
  }

  #entry(id: string, bundle: ComponentBundle): Resolution {
    const file = entryFile(bundle);
    return file === null
      ? { kind: "refused", reason: `"${id}" has no ${bundle.name}.ts or ${bundle.name}.js.` }
      : { kind: "component", file };
  }

  #salesforce(id: string): Resolution {
    const made = salesforceModule(id);
    if (made === null) {
      const file = this.#base.fileOf(id);
      return file === null ? { kind: "refused", reason: `There is no module "${id}" in the local org.` } : { kind: "plain", file };
    }
    return "source" in made ? { kind: "made", source: made.source } : { kind: "refused", reason: made.refusal };
  }

  #relative(id: string, importer: string): Resolution {
    const path = resolve(dirname(importer), id.replace(/\?.*$/, ""));
    const isComponents = this.bundleOf(path) !== null;
    // Every component asks for its template and style sheet; a missing one is empty.
    if (isComponents && [".html", ".css"].includes(extname(path))) return { kind: "component", file: path };
    const file = [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, ".ts")].find(isFile);
    if (file === undefined) return { kind: "refused", reason: `There is no file ${id} beside ${importer.split(sep).at(-1) ?? importer}.` };
    return { kind: isComponents ? "component" : "plain", file };
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
