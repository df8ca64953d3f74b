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
  readonly apps: readonly { readonly name: string; readonly dependencies: readonly string[]; readonly isStyled: boolean }[];
}

interface ComponentMaker {
  createComponent(id: string, attributes: Readonly<Record<string, unknown>>, place: Element): Promise<object>;
}

type Created = (component: object | null, status: "SUCCESS" | "ERROR", message: string) => void;

const settings = Reflect.get(globalThis, Symbol.for("local-org.lightning-out")) as Settings;
let used: { readonly app: Settings["apps"][number]; readonly maker: Promise<ComponentMaker> } | null = null;

const lightningOut = {
  /**
   * Loads an app, then calls back. The address and the token of the org are taken as given: the page is the org's own.
   * Throws for an app that is none, and for a second app in one page.
   */
  use(name: string, callback?: () => void): void {
    if (used !== null && used.app.name !== name) throw new Error(`$Lightning.use: this page uses ${used.app.name} already.`);
    const app = settings.apps.find((known) => known.name === name);
    if (app === undefined) {
      throw new Error(`$Lightning.use: there is no ${name}, or it is not an aura:application with access GLOBAL that extends ltng:outApp.`);
    }
    used ??= { app, maker: load(app.isStyled) };
    used.maker.then(
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
  const { app, maker } = used;
  const [namespace = "", name = ""] = type.split(":");
  if (!app.dependencies.includes(type) && !app.dependencies.includes(`${namespace}:*`)) {
    throw new Error(`${app.name} does not name ${type} in an aura:dependency.`);
  }
  const place = typeof locator === "string" ? document.getElementById(locator) : locator;
  if (place === null) throw new Error(`there is no element with the id ${typeof locator === "string" ? locator : ""} in this page.`);
  return (await maker).createComponent(`${namespace}/${name}`, attributes, place);
}

/** Most pages use Lightning Out as soon as they stand: the modules may come already. */
for (const href of [settings.module, ...settings.preloads]) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
}

async function load(isStyled: boolean): Promise<ComponentMaker> {
  await Promise.all([loadScript(settings.context), isStyled ? loadStylesheet(settings.stylesheet) : null]);
  return (await import(settings.module)) as ComponentMaker;
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
