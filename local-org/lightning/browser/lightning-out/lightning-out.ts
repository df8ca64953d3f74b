/**
 * `/lightning/lightning.out.js`: Lightning components for Visualforce. Defines `$Lightning`; what it needs is loaded by the first `use`.
 */

/** What the build puts before this script. */
interface Settings {
  /** Address of the module that makes components. */
  readonly module: string;
  /** What that module imports at once. */
  readonly preloads: readonly string[];
  readonly context: string;
  readonly stylesheet: string;
}

interface ComponentMaker {
  createComponent(id: string, attributes: Readonly<Record<string, unknown>>, place: Element): Promise<object>;
}

interface App {
  /** `c:callPanel`. */
  readonly dependencies: readonly string[];
  readonly maker: ComponentMaker;
}

type Created = (component: object | null, status: "SUCCESS" | "ERROR", message: string) => void;

const settings = Reflect.get(globalThis, Symbol.for("local-org.lightning-out")) as Settings;
let used: { readonly name: string; readonly app: Promise<App> } | null = null;

const lightningOut = {
  /**
   * Loads an app, then calls back; what goes wrong is an error of the page. The address and the token of the org, which pages elsewhere
   * have to give, mean nothing here: the page is the org's own. Throws for a second app in one page.
   */
  use(name: string, callback?: () => void): void {
    if (used !== null && used.name !== name) throw new Error(`$Lightning.use: this page uses ${used.name} already.`);
    used ??= { name, app: load(name) };
    used.app.then(
      () => callback?.(),
      (error: unknown) => reportError(error),
    );
  },

  /**
   * Makes a component that the app depends on and puts it into an element of the page (or the one with this id). The callback gets the
   * component, or null, `ERROR` and why.
   */
  createComponent(type: string, attributes: Readonly<Record<string, unknown>> | null, locator: string | Element, callback?: Created): void {
    create(type, attributes ?? {}, locator).then(
      (component) => callback?.(component, "SUCCESS", ""),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        reportError(new Error(`$Lightning.createComponent: ${message}`));
        callback?.(null, "ERROR", message);
      },
    );
  },
};

async function create(type: string, attributes: Readonly<Record<string, unknown>>, locator: string | Element): Promise<object> {
  if (used === null) throw new Error("call $Lightning.use first.");
  const { dependencies, maker } = await used.app;
  if (!dependencies.includes(type)) throw new Error(`${used.name} does not name ${type} in an aura:dependency.`);
  const place = typeof locator === "string" ? document.getElementById(locator) : locator;
  if (place === null) throw new Error(`there is no element with the id ${typeof locator === "string" ? locator : ""} in this page.`);
  return maker.createComponent(type.replace(":", "/"), attributes, place);
}

/** Most pages use Lightning Out as soon as they stand: the modules may come already. */
for (const href of [settings.module, ...settings.preloads]) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
}

async function load(name: string): Promise<App> {
  const [dependencies] = await Promise.all([dependenciesOf(name), loadScript(settings.context), loadStylesheet(settings.stylesheet)]);
  return { dependencies, maker: (await import(settings.module)) as ComponentMaker };
}

/** What the app names. Rejects with the org's reason for an app that is none. */
async function dependenciesOf(name: string): Promise<readonly string[]> {
  const response = await fetch(`/lightning/api/out-app/${encodeURIComponent(name).replace("%3A", ":")}`);
  const answer: unknown = await response.json();
  if (response.ok) return (answer as { dependencies: readonly string[] }).dependencies;
  const [fault] = answer as readonly { readonly message: string }[];
  throw new Error(`$Lightning.use: ${fault?.message ?? response.statusText}`);
}

function loadScript(src: string): Promise<void> {
  return inserted(Object.assign(document.createElement("script"), { src }), src);
}

function loadStylesheet(href: string): Promise<void> {
  return inserted(Object.assign(document.createElement("link"), { rel: "stylesheet", href }), href);
}

function inserted(element: HTMLElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error(`${address} could not be loaded.`)));
    document.head.append(element);
  });
}

Object.assign(globalThis, { $Lightning: lightningOut });
