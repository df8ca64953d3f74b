import { registerSa11yMatcher } from "@sa11y/jest";
import { createElement } from "lwc";
import type { LightningElement } from "lwc";
import type { CallerMatch, PanelCall } from "../panel-state.ts";
import { JORDAN, NORTHWIND } from "./fake-host.ts";

registerSa11yMatcher();

/** A call that rings, from a contact; what a test is about is given. */
export function panelCall(given: Partial<PanelCall> = {}): PanelCall {
  const matches: readonly CallerMatch[] = [JORDAN, NORTHWIND];
  return {
    callId: "3811600102",
    direction: "inbound",
    phase: "ringing",
    ending: null,
    number: "+447700900456",
    line: "+442079460123",
    startedAt: Date.now(),
    answeredAt: null,
    endedAt: null,
    search: "found",
    matches,
    recordId: JORDAN.recordId,
    ...given,
  };
}

/** Puts a component with its properties into the page, which is empty before. */
export function render<T extends object>(tag: string, component: typeof LightningElement, properties: T): HTMLElement & T {
  document.body.replaceChildren();
  const element = Object.assign(createElement(tag, { is: component }), properties);
  document.body.appendChild(element);
  return element;
}

/** What a component's template holds for a selector. */
export function all<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}

/** The one element for a selector; fails when there is none. */
export function one(element: Element, selector: string): HTMLElement {
  const [found] = all(element, selector);
  if (found === undefined) throw new Error(`There is no ${selector}.`);
  return found;
}

/** Text of a component's template, with blanks run together. */
export function textOf(element: Element, selector: string): string {
  return one(element, selector).textContent.replaceAll(/\s+/g, " ").trim();
}

/** Lets promises and the rendering that follows them finish. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
