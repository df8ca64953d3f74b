/** Custom labels of a project. */
import { childrenOf, textOf } from "../data/schema/xml.ts";
import { fileStem, type MetadataFiles } from "../data/schema/metadata-files.ts";

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

/** Translated texts, by lower-case language (`fr`, `es_mx`), then by lower-case name. */
export function readLabelTranslations(files: MetadataFiles): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const languages = new Map<string, ReadonlyMap<string, string>>();
  for (const file of files.withSuffix("translation")) {
    const texts = childrenOf(file.root(), "customLabels").map(
      (label) => [(textOf(label, "name") ?? "").toLowerCase(), textOf(label, "label") ?? ""] as const,
    );
    languages.set(fileStem(file).toLowerCase(), new Map([...(languages.get(fileStem(file).toLowerCase()) ?? []), ...texts]));
  }
  return languages;
}
