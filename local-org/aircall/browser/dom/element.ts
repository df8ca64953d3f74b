/** A page described as a tree and brought up to date in place, so that focus and typed text stay where they are. */

export interface VirtualElement {
  readonly tag: string;
  /** `on...` are handlers, `html` trusted markup, `value` and `checked` properties, all others attributes; false and null leave out. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly Child[];
}

export type Child = VirtualElement | string | number | null | false;

/** One element. A `key` among the props ties it to the same element when its neighbours change. */
export function h(
  tag: string,
  props: Readonly<Record<string, unknown>> = {},
  ...children: readonly (Child | readonly Child[])[]
): VirtualElement {
  return { tag, props, children: children.flat() };
}

const KEYS = new WeakMap<Element, unknown>();
const PROPS = new WeakMap<Element, Readonly<Record<string, unknown>>>();
const PROPERTIES = new Set(["value", "checked", "disabled", "selected", "open"]);

/** Makes the children of `parent` what is described. */
export function render(parent: Element, children: readonly Child[]): void {
  const wanted = children.filter((child) => child !== null && child !== false);
  const unused = [...parent.childNodes];
  wanted.forEach((child, index) => {
    const node = take(unused, child) ?? create(child);
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
    update(node, child);
  });
  for (const node of unused) node.remove();
  // A select can only have a value that its options know.
  if (parent instanceof HTMLSelectElement) setProperty(parent, "value", PROPS.get(parent)?.["value"]);
}

function take(unused: ChildNode[], child: Exclude<Child, null | false>): ChildNode | undefined {
  const index = unused.findIndex((node) =>
    typeof child === "object"
      ? node instanceof Element && node.localName === child.tag && KEYS.get(node) === child.props["key"]
      : node.nodeType === Node.TEXT_NODE,
  );
  return index < 0 ? undefined : unused.splice(index, 1)[0];
}

function create(child: Exclude<Child, null | false>): ChildNode {
  if (typeof child !== "object") return document.createTextNode(String(child));
  const element = document.createElement(child.tag);
  KEYS.set(element, child.props["key"]);
  return element;
}

function update(node: ChildNode, child: Exclude<Child, null | false>): void {
  if (typeof child !== "object") {
    if (node.textContent !== String(child)) node.textContent = String(child);
    return;
  }
  if (!(node instanceof Element)) return;
  const before = PROPS.get(node) ?? {};
  PROPS.set(node, child.props);
  for (const name of new Set([...Object.keys(before), ...Object.keys(child.props)])) setProp(node, name, child.props[name], before[name]);
  if (!("html" in child.props)) render(node, child.children);
}

function setProp(element: Element, name: string, value: unknown, before: unknown): void {
  if (name === "key") return;
  if (name.startsWith("on")) Reflect.set(element, name, value ?? null);
  // An option without the attribute has its text for a value.
  else if (PROPERTIES.has(name) && element.localName !== "option") setProperty(element, name, value);
  else if (value === before) return;
  else if (name === "html") element.innerHTML = typeof value === "string" ? value : "";
  else if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : typeof value === "number" ? String(value) : typeof value === "string" ? value : "");
}

function setProperty(element: Element, name: string, value: unknown): void {
  if (value !== undefined && Reflect.get(element, name) !== value) Reflect.set(element, name, value);
  else if (value === undefined && (name === "disabled" || name === "checked")) Reflect.set(element, name, false);
}
