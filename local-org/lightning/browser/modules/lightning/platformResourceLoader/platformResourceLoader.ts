/** `lightning/platformResourceLoader`: scripts and style sheets from static resources. They run outside of the components' sandbox. */

const loading = new Map<string, Promise<void>>();

/** Loads a script once; resolves when it ran. Rejects when it cannot be loaded. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement("script"), { src: url }));
}

/** Loads a style sheet once. Rejects when it cannot be loaded. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement("link"), { rel: "stylesheet", href: url }));
}

function once(url: string, make: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const element = make();
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => {
      loading.delete(url);
      reject(new Error(`${url} could not be loaded.`));
    });
    document.head.append(element);
  });
  loading.set(url, loaded);
  return loaded;
}
