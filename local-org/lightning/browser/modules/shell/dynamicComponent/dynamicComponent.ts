import { api, LightningElement } from "lwc";
import { loadComponent } from "local/components";
import { faultOf, type Fault } from "../faults/faults.ts";

/** A component by its metadata name (`c:callPanel`, `opencti:softPhone`), with its properties; what fails is shown in its place. */
export default class DynamicComponent extends LightningElement {
  /** Properties that the component is given, by name. */
  @api properties: Readonly<Record<string, unknown>> = {};

  componentClass: typeof LightningElement | null = null;
  fault: Fault | null = null;
  #name = "";

  /** `c:myComponent`. */
  @api
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
    void this.#load(name);
  }

  get isLoading(): boolean {
    return this.componentClass === null && this.fault === null;
  }

  get title(): string {
    return `${this.#name} cannot be shown`;
  }

  async #load(name: string): Promise<void> {
    this.componentClass = null;
    this.fault = null;
    try {
      const loaded = await loadComponent(name.replace(":", "/"));
      if (name === this.#name) this.componentClass = loaded;
    } catch (error) {
      if (name === this.#name) this.fault = faultOf(error);
    }
  }

  override errorCallback(error: Error): void {
    this.componentClass = null;
    this.fault = faultOf(error);
    reportError(error);
  }

  handleRetry(): void {
    void this.#load(this.#name);
  }
}
