import type { DialRequest, HostPort } from "../host-port.ts";
import type { CallerMatch } from "../panel-state.ts";

/** A host that writes down what is asked of it. `refusing` names what it refuses. */
export class FakeHost implements HostPort {
  readonly asked: (readonly [string, ...unknown[]])[] = [];
  readonly refusing = new Set<string>();
  found: readonly CallerMatch[] = [];
  dial: (request: DialRequest) => void = () => undefined;
  navigate: () => void = () => undefined;

  screenPop = (recordId: string): Promise<void> => this.#do("screenPop", recordId);
  showSearch = (text: string): Promise<void> => this.#do("showSearch", text);
  searchAndScreenPop = async (number: string): Promise<readonly CallerMatch[]> => {
    await this.#do("searchAndScreenPop", number);
    return this.found;
  };
  enableClickToDial = (): Promise<void> => this.#do("enableClickToDial");
  disableClickToDial = (): Promise<void> => this.#do("disableClickToDial");
  onClickToDial = (listener: (request: DialRequest) => void): void => {
    this.dial = listener;
  };
  onNavigationChange = (listener: () => void): void => {
    this.navigate = listener;
  };
  setPanelVisibility = (visible: boolean): Promise<void> => this.#do("setPanelVisibility", visible);
  isPanelVisible = (): Promise<boolean> => Promise.resolve(true);
  setItemLabel = (label: string): Promise<void> => this.#do("setItemLabel", label);
  setItemIcon = (icon: string): Promise<void> => this.#do("setItemIcon", icon);
  initializationComplete = (): Promise<void> => this.#do("initializationComplete");
  refreshView = (): Promise<void> => this.#do("refreshView");

  /** What was asked under a name, in order. */
  of(name: string): unknown[] {
    return this.asked.filter(([asked]) => asked === name).map(([, argument]) => argument);
  }

  #do(name: string, ...argument: unknown[]): Promise<void> {
    this.asked.push([name, ...argument]);
    return this.refusing.has(name) ? Promise.reject(new Error(`${name} refused`)) : Promise.resolve();
  }
}

export const JORDAN: CallerMatch = {
  recordId: "003000000000001AAA",
  name: "Jordan Marsh",
  objectApiName: "Contact",
  objectLabel: "Contact",
  detail: "Northwind Test Ltd",
};
export const NORTHWIND: CallerMatch = {
  recordId: "001000000000001AAA",
  name: "Northwind Test Ltd",
  objectApiName: "Account",
  objectLabel: "Account",
  detail: "",
};
