/**
 * What an org's own Lightning record page adds to the standard one: the project's components. Highlights, details, related lists
 * and activities stand where the standard page has them, whatever their place on the Lightning page.
 */
import { org } from "../org/org.ts";
import { recordPage } from "../orgApi/orgApi.ts";
import type { FlexiPage } from "../../../../../salesforce/ui-api/wire.ts";

export interface PageComponent {
  readonly key: string;
  /** `c:myComponent`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface PageComponents {
  /** Above the details. */
  readonly main: readonly PageComponent[];
  /** Beside them. */
  readonly side: readonly PageComponent[];
}

export const NO_COMPONENTS: PageComponents = { main: [], side: [] };

const SIDE = /side|right/i;

/** Components of the page that the app in use shows records of the object with. Throws what the org answered. */
export async function pageComponents(objectApiName: string, recordId: string): Promise<PageComponents> {
  const { page } = await recordPage(org().app.developerName, objectApiName);
  return page === null ? NO_COMPONENTS : componentsOf(page, objectApiName, recordId);
}

/** In the order of the page; each is told the record that it is about. */
export function componentsOf(page: FlexiPage, objectApiName: string, recordId: string): PageComponents {
  const all = page.regions.flatMap(({ name: region, items }) =>
    items.flatMap(({ component, identifier, properties }, at) => {
      if (!component.startsWith("c:")) return [];
      const made = {
        key: `${region}.${identifier ?? String(at)}`,
        name: component,
        properties: { ...properties, recordId, objectApiName },
      };
      return [{ ...made, isBeside: SIDE.test(region) }];
    }),
  );
  return { main: all.filter(({ isBeside }) => !isBeside), side: all.filter(({ isBeside }) => isBeside) };
}
