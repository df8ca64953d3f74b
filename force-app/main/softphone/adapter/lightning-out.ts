import { asObject } from "./parse.ts";

interface LightningOut {
  use(application: string, callback: () => void): void;
  createComponent(type: string, attributes: object, element: string, callback: (component: unknown, status: unknown) => void): void;
}

/**
 * Puts the panel into an element of the page by Lightning components for Visualforce. Whatever fails here leaves the element
 * empty and nothing else: the phone does not depend on it.
 *
 * @param namespace of the installed package, null where there is none
 * @param elementId of an element of the page
 */
export function createPanel(namespace: string | null, elementId: string, onFailure: (reason: string) => void): void {
  const prefix = namespace ?? "c";
  const lightning = asObject((globalThis as { $Lightning?: unknown }).$Lightning);
  if (lightning === null || !isLightningOut(lightning)) {
    onFailure("Lightning components for Visualforce did not load.");
    return;
  }
  try {
    lightning.use(`${prefix}:softphoneOut`, () => {
      lightning.createComponent(`${prefix}:callPanel`, {}, elementId, (_component, status) => {
        if (status === "ERROR" || status === "INCOMPLETE") onFailure(`The panel could not be made: ${status}`);
      });
    });
  } catch (error) {
    onFailure(error instanceof Error ? error.message : String(error));
  }
}

function isLightningOut(value: object): value is LightningOut {
  return "use" in value && typeof value.use === "function" && "createComponent" in value && typeof value.createComponent === "function";
}
