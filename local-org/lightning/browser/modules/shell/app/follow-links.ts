/** Links to pages of the shell change the page without loading the document anew. */
import { goTo } from "../navigation/navigation.ts";
import { pageAt } from "../pages/pages.ts";

/**
 * Follows plain clicks on links of the whole document. Clicks that mean another tab or window, and links that leave the shell, stay the
 * browser's. Gives what ends that.
 */
export function followLinks(root: Document): () => void {
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || link.getAttribute("href") === null || (link.target !== "" && link.target !== "_self")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || link.hasAttribute("download")) return;
    const page = pageAt(url.pathname + url.search);
    if (page.kind === "missing" && !url.pathname.startsWith("/lightning/")) return;
    event.preventDefault();
    goTo(page);
  };
  root.addEventListener("click", follow);
  return () => root.removeEventListener("click", follow);
}
