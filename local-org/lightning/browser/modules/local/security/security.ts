/** The window and the elements that a project's components get (see lightning-web-security.ts of the build). */

const HIDDEN: ReadonlySet<PropertyKey> = new Set(["sforce", "Aura", "$A", "Sfdc"]);

/** Same as the build writes into templates. */
const IFRAME_SANDBOX = "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts";

/** What the hidden names are. */
export const hidden = undefined;

/** Native functions refuse a proxy as `this`; each is bound once, so that it stays equal to itself. */
const bound = new WeakMap<object, unknown>();

/** The window without the hidden names. The proxy's target is empty: the real window's fixed properties would bind the answers. */
export const sandboxWindow: object = new Proxy(Object.create(null) as object, {
  get(_target, name) {
    if (HIDDEN.has(name)) return undefined;
    const value: unknown = Reflect.get(window, name);
    if (value === window) return sandboxWindow;
    return typeof value === "function" && !("prototype" in value) ? boundToWindow(value) : value;
  },
  set: (_target, name, value) => Reflect.set(window, name, value),
  has: (_target, name) => !HIDDEN.has(name) && Reflect.has(window, name),
  deleteProperty: (_target, name) => Reflect.deleteProperty(window, name),
  defineProperty: (_target, name, descriptor) => Reflect.defineProperty(window, name, descriptor),
  ownKeys: () => Reflect.ownKeys(window).filter((name) => !HIDDEN.has(name)),
  getOwnPropertyDescriptor(_target, name) {
    if (HIDDEN.has(name)) return undefined;
    const descriptor = Reflect.getOwnPropertyDescriptor(window, name);
    return descriptor && { ...descriptor, configurable: true };
  },
  getPrototypeOf: () => Reflect.getPrototypeOf(window),
});

/** `document.createElement` and, with a namespace, `createElementNS`: iframes come sandboxed, to an origin of their own. */
export function createElement(namespace: string | null, name: string, options?: ElementCreationOptions): Element {
  const element = namespace === null ? document.createElement(name, options) : document.createElementNS(namespace, name, options);
  if (element instanceof HTMLIFrameElement) element.setAttribute("sandbox", IFRAME_SANDBOX);
  return element;
}

function boundToWindow(value: object): unknown {
  let result = bound.get(value);
  if (result === undefined) {
    result = Function.prototype.bind.call(value as () => unknown, window);
    bound.set(value, result);
  }
  return result;
}
