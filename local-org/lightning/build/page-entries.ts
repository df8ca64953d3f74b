/** What the pages load first, and the list of components that they can load by name. */

/** Scripts that pages name: the shell, and Lightning Out in a Visualforce page. */
export const PAGE_ENTRIES = ["shell", "out"];

const ENTRIES: Readonly<Record<string, string>> = {
  // Synthetic shadow patches the DOM: it has to run before anything that touches it.
  shell: `import "lwc/synthetic-shadow";
import { createElement } from "lwc";
import App from "shell/app";
document.body.append(createElement("shell-app", { is: App }));`,
  out: `import "lwc/synthetic-shadow";
export { createComponent } from "local/lightningOut";`,
};

/** Source of `page:<name>`. Throws for a page that does not exist. */
export function pageEntry(path: string): string {
  const source = ENTRIES[path.replace(/^page:/, "")];
  if (source === undefined) throw new Error(`no such page entry: ${path}`);
  return source;
}

/** Source of `local/components`: each component is a part of its own, loaded when it is first asked for. */
export function registrySource(ids: readonly string[]): string {
  const loaders = ids.map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(id)})`);
  return `const loaders = { ${loaders.join(", ")} };
export function componentIds() { return Object.keys(loaders); }
export async function loadComponent(id) {
  if (!Object.hasOwn(loaders, id)) throw new Error("There is no component " + id + " in this org.");
  return (await loaders[id]()).default;
}`;
}
