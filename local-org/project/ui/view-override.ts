/** `actionOverrides` of apps and objects that put a Lightning page in the place of the standard record page. */
import { MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import { childrenOf, textOf } from "../../data/schema/xml.ts";

export interface ViewOverride {
  readonly objectApiName: string;
  /** Name of a FlexiPage. */
  readonly page: string;
}

const PHONE = "Small";

/**
 * Those for browsers. In an object's own file they are about that object; an app names it. Throws MetadataError for a page that
 * the project does not have.
 */
export function readViewOverrides(
  file: MetadataFile,
  ownObject: string | null,
  flexiPages: { has(name: string): boolean },
): readonly ViewOverride[] {
  return childrenOf(file.root(), "actionOverrides").flatMap((override) => {
    const text = (name: string): string | null => textOf(override, name);
    if (text("actionName") !== "View" || text("type")?.toLowerCase() !== "flexipage" || text("formFactor") === PHONE) return [];
    const objectApiName = ownObject ?? text("pageOrSobjectType");
    const page = text("content") ?? "";
    if (!flexiPages.has(page)) throw new MetadataError(file.path, override.line, `there is no Lightning page ${page}`);
    return objectApiName === null ? [] : [{ objectApiName, page }];
  });
}
