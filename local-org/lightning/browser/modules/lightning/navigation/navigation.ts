/** `lightning/navigation`: page references, on the shell's own navigation. Not available in Lightning Out. */
import type { LightningElement, WireAdapter, WireDataCallback } from "lwc";
import { requireLightningExperience } from "../../local/host/host.ts";
import { currentPage, navigate, type PageReference, subscribe, urlOf } from "../../shell/navigation/navigation.ts";

export type { PageReference } from "../../shell/navigation/navigation.ts";

const Navigate = Symbol("Navigate");
const GenerateUrl = Symbol("GenerateUrl");

interface NavigationMethods {
  /** Goes to a page; `replace` takes the place of the current history entry. */
  [Navigate](reference: PageReference, replace?: boolean): void;
  /** The address of a page. */
  [GenerateUrl](reference: PageReference): Promise<string>;
}

// TypeScript takes only `any[]` for the constructor of a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ComponentClass = abstract new (...args: any[]) => LightningElement;

function withNavigation<Base extends ComponentClass>(base: Base): Base & (abstract new () => NavigationMethods) {
  abstract class Navigating extends base implements NavigationMethods {
    [Navigate](reference: PageReference, replace = false): void {
      requireLightningExperience("lightning/navigation");
      navigate(reference, { replace });
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      requireLightningExperience("lightning/navigation");
      return Promise.resolve(urlOf(reference));
    }
  }
  return Navigating;
}

/** `class X extends NavigationMixin(LightningElement)`, then `this[NavigationMixin.Navigate](reference)`. */
export const NavigationMixin = Object.assign(withNavigation, { Navigate, GenerateUrl } as const);

/** The page on screen, in `@wire(CurrentPageReference)`. */
export class CurrentPageReference implements WireAdapter {
  readonly #give: WireDataCallback<PageReference>;
  #end: (() => void) | null = null;

  constructor(give: WireDataCallback<PageReference>) {
    this.#give = give;
  }

  update(): void {
    // There is nothing to configure.
  }

  connect(): void {
    requireLightningExperience("CurrentPageReference of lightning/navigation");
    this.#give(currentPage());
    this.#end = subscribe(() => this.#give(currentPage()));
  }

  disconnect(): void {
    this.#end?.();
    this.#end = null;
  }
}
