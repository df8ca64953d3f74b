import { LightningElement } from "lwc";
import { closeToast, subscribe, toasts, type Toast, type ToastVariant } from "../toasts/toasts.ts";

const ICONS: Readonly<Record<ToastVariant, string>> = {
  info: "utility:info",
  success: "utility:success",
  warning: "utility:warning",
  error: "utility:error",
};
/** Milliseconds that a toast stays without a click. */
const STAY = { dismissible: 5000, pester: 3000 };

/** The messages over the page. */
export default class ToastHost extends LightningElement {
  shown: readonly Toast[] = toasts();
  #end: (() => void) | null = null;
  #timers = new Map<number, number>();

  override connectedCallback(): void {
    this.#end = subscribe(() => this.#update());
    this.#update();
  }

  override disconnectedCallback(): void {
    this.#end?.();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #update(): void {
    this.shown = toasts();
    for (const { id, mode, variant } of this.shown) {
      // An error with a way to dismiss it waits to be read.
      if (mode === "sticky" || (mode === "dismissible" && variant === "error") || this.#timers.has(id)) continue;
      this.#timers.set(
        id,
        setTimeout(() => closeToast(id), STAY[mode]),
      );
    }
  }

  get items(): readonly (Toast & { themeClass: string; icon: string; role: string; canClose: boolean })[] {
    return this.shown.map((toast) => ({
      ...toast,
      themeClass: `slds-notify slds-notify_toast slds-theme_${toast.variant}`,
      icon: ICONS[toast.variant],
      role: toast.variant === "error" ? "alert" : "status",
      canClose: toast.mode !== "pester",
    }));
  }

  handleClose(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset["id"] : undefined;
    closeToast(Number(id));
  }
}
