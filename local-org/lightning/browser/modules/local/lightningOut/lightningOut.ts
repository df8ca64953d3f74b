/** What Lightning Out makes: Lightning web components in a page that is not Lightning's. */
import { createElement } from "lwc";
import { loadComponent } from "local/components";

/** A component as the page's script gets it: the part of Aura's interface that means something for a web component. */
export interface OutComponent {
  getElement(): HTMLElement;
  getElements(): readonly HTMLElement[];
  /** The value of a public property: `get("v.recordId")`. */
  get(expression: string): unknown;
  set(expression: string, value: unknown): void;
  isValid(): boolean;
  destroy(): void;
}

/**
 * Makes a component in an element of the page, after what the element holds.
 *
 * @param id `c/callPanel`
 * @param attributes public properties; those named `onx` are listeners of event `x`
 */
export async function createComponent(id: string, attributes: Readonly<Record<string, unknown>>, place: Element): Promise<OutComponent> {
  const element = createElement(tagName(id), { is: await loadComponent(id) });
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on") && typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else Reflect.set(element, name, value);
  }
  place.append(element);
  return {
    getElement: () => element,
    getElements: () => [element],
    get: (expression): unknown => Reflect.get(element, attributeOf(expression)),
    set: (expression, value) => void Reflect.set(element, attributeOf(expression), value),
    isValid: () => element.isConnected,
    destroy: () => element.remove(),
  };
}

/** `c/callPanel` -> `c-call-panel`. */
function tagName(id: string): string {
  const [namespace = "", name = ""] = id.split("/");
  return `${namespace}-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `v.recordId` -> `recordId`. Throws for what is no attribute. */
function attributeOf(expression: string): string {
  const name = /^v\.(\w+)$/.exec(expression)?.[1];
  if (name === undefined) throw new Error(`${expression} is no attribute of a component; write v.<name>.`);
  return name;
}
