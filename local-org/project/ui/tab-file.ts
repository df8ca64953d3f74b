/** `tabs/<Name>.tab-meta.xml`. */
import { fileStem, MetadataError, type MetadataFile, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import { isTrue, textOf } from "../../data/schema/xml.ts";

export interface TabSpec {
  readonly developerName: string;
  /** Null for an object tab: the object's plural label. */
  readonly label: string | null;
  readonly type: "object" | "flexipage" | "lwc" | "visualforce" | "web";
  /** Component, page, Lightning page or address; null for an object tab. */
  readonly target: string | null;
  /** SLDS icon: `custom:custom9`. */
  readonly icon: string;
}

/** Throws MetadataError for kinds of tabs that the local org does not have. */
export function readTabs(files: MetadataFiles): readonly TabSpec[] {
  return files.withSuffix("tab").map(readTab);
}

function readTab(file: MetadataFile): TabSpec {
  const root = file.root();
  const developerName = fileStem(file);
  const common = { developerName, label: textOf(root, "label"), icon: iconOf(textOf(root, "motif")) };
  if (isTrue(root, "customObject")) return { ...common, type: "object", target: null };
  for (const [element, type] of [
    ["flexiPage", "flexipage"],
    ["lwcComponent", "lwc"],
    ["page", "visualforce"],
    ["url", "web"],
  ] as const) {
    const target = textOf(root, element);
    if (target !== null) return { ...common, type, target };
  }
  throw new MetadataError(
    file.path,
    root.line,
    `the local org has no tabs of this kind: ${root.children.map(({ name }) => name).join(", ")}`,
  );
}

/** `Custom9: Lightning` -> `custom:custom9`. */
function iconOf(motif: string | null): string {
  const number = /^Custom(\d+)/.exec(motif ?? "")?.[1];
  return number === undefined ? "standard:custom" : `custom:custom${number}`;
}
