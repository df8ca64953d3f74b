import { basename } from "node:path";
import { featureOf } from "./feature-rules.ts";
import type { MetadataIndex } from "./metadata-index.ts";
import { projectFiles } from "./project-files.ts";

/** Which features declare a name. A custom field's short name may have several. */
export class NameOwners {
  readonly #byKind = new Map<string, Map<string, Set<string>>>();

  constructor(root: string, index: MetadataIndex) {
    for (const file of projectFiles(root, "force-app", (path) => /\.(cls|trigger|page|component)$/.test(path))) {
      this.#add(
        "source",
        basename(file)
          .replace(/\.\w+$/, "")
          .toLowerCase(),
        file,
      );
    }
    for (const file of projectFiles(root, "force-app", (path) => /\/(lwc|aura)\/[^/]+\/[^/]+-meta\.xml$/.test(path))) {
      this.#add("bundle", file.split("/").at(-2) ?? "", file);
    }
    for (const { type, name, file } of index.components) {
      this.#add("component", name, file);
      if (type === "CustomLabel") this.#add("label", name, file);
      if (type === "CustomObject" && name.includes("__")) this.#add("custom", name, file);
      if (type === "CustomField") this.#add("custom", name.slice(name.indexOf(".") + 1), file);
    }
  }

  /** The features that own a name of a kind: Apex and page `source` (lower case), `bundle`, `label`, `custom` name or any `component`. */
  of(kind: "bundle" | "component" | "custom" | "label" | "source", name: string): ReadonlySet<string> | undefined {
    return this.#byKind.get(kind)?.get(name);
  }

  #add(kind: string, name: string, file: string): void {
    const feature = featureOf(file);
    if (feature === undefined) return;
    const names = this.#byKind.get(kind) ?? new Map<string, Set<string>>();
    this.#byKind.set(kind, names);
    names.set(name, (names.get(name) ?? new Set()).add(feature));
  }
}
