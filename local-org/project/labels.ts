/** Custom labels of a project. */
import { childrenOf, textOf } from "../data/schema/xml.ts";
import type { MetadataFiles } from "../data/schema/metadata-files.ts";

/** Texts by name as declared. */
export function readLabels(files: MetadataFiles): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const file of files.withSuffix("labels")) {
    for (const label of childrenOf(file.root(), "labels")) {
      const name = textOf(label, "fullName");
      if (name !== null) labels.set(name, textOf(label, "value") ?? "");
    }
  }
  return labels;
}
