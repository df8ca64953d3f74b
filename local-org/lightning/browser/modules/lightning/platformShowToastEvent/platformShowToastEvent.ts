/** `lightning/platformShowToastEvent`: the shell shows what the event says. */

export interface ToastAttributes {
  readonly title: string;
  /** May hold `{0}`, `{1}`: places of `messageData`. */
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: "info" | "success" | "warning" | "error";
  readonly mode?: "dismissible" | "pester" | "sticky";
}

/** Dispatched by a component, it reaches the shell. */
export class ShowToastEvent extends CustomEvent<ToastAttributes> {
  constructor(attributes: ToastAttributes) {
    super("lightning__showtoast", { bubbles: true, cancelable: true, composed: true, detail: attributes });
  }
}
