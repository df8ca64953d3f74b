/**
 * `lightning/platformUtilityBarApi`: the items of the utility bar. A component learns its own item's id by `EnclosingUtilityId`. What
 * the shell has not (pop-out windows, modal panels) is not exported, so that an import fails by its name.
 */
import { createContextProvider, type LightningElement, type WireAdapter, type WireDataCallback } from "lwc";
import { requireLightningExperience } from "../../local/host/host.ts";
import { items, setItem, subscribe, type UtilityItemChange, type UtilityItemState } from "../../shell/utilityItems/utilityItems.ts";

export interface UtilityInfo {
  readonly id: string;
  readonly utilityLabel: string;
  readonly utilityIcon: string;
  readonly utilityHighlighted: boolean;
  readonly utilityVisible: boolean;
  readonly panelHeader: string;
  readonly panelIcon: string;
  /** Pixels. */
  readonly panelWidth: number;
  readonly panelHeight: number;
}

/** Opens an item's panel. Resolves with false for an item that is not there. */
export function open(utilityId: string): Promise<boolean> {
  return change("open", utilityId, { isOpen: true });
}

/** Closes an item's panel. */
export function minimize(utilityId: string): Promise<boolean> {
  return change("minimize", utilityId, { isOpen: false });
}

/** Changes what the bar shows of an item. */
export function updateUtility(
  utilityId: string,
  { label, icon, highlighted }: { readonly label?: string; readonly icon?: string; readonly highlighted?: boolean },
): Promise<boolean> {
  return change("updateUtility", utilityId, defined({ label, icon, isHighlighted: highlighted }));
}

/** Changes an item's panel; sizes in pixels. */
export function updatePanel(
  utilityId: string,
  { label, icon, width, height }: { readonly label?: string; readonly icon?: string; readonly width?: number; readonly height?: number },
): Promise<boolean> {
  return change("updatePanel", utilityId, defined({ panelLabel: label, panelIcon: icon, width, height }));
}

/** What an item looks like now. Rejects for an item that is not there. */
export async function getInfo(utilityId: string): Promise<UtilityInfo> {
  const found = (await getAllUtilityInfo()).find(({ id }) => id === utilityId);
  if (found === undefined) throw new Error(`getInfo: there is no utility item ${utilityId}.`);
  return found;
}

/** All items of the bar. */
export function getAllUtilityInfo(): Promise<UtilityInfo[]> {
  requireLightningExperience("lightning/platformUtilityBarApi");
  return Promise.resolve(items().map(infoOf));
}

/** Calls back whenever the item's panel opens or closes; cannot be ended, as on the platform. */
export function onUtilityClick(utilityId: string, callback: (event: { readonly panelVisible: boolean }) => void): Promise<boolean> {
  requireLightningExperience("onUtilityClick of lightning/platformUtilityBarApi");
  const isOpen = (): boolean => items().some((item) => item.id === utilityId && item.isOpen);
  let wasOpen = isOpen();
  subscribe(() => {
    const panelVisible = isOpen();
    if (panelVisible === wasOpen) return;
    wasOpen = panelVisible;
    callback({ panelVisible });
  });
  return Promise.resolve(items().some(({ id }) => id === utilityId));
}

/** `@wire(EnclosingUtilityId)`: the item that the component stands in; undefined elsewhere. */
export class EnclosingUtilityId implements WireAdapter<Record<string, never>, { readonly value: string }> {
  static readonly contextSchema = { value: "required" } as const;
  readonly #give: WireDataCallback<string | undefined>;

  constructor(give: WireDataCallback<string | undefined>) {
    this.#give = give;
    give(undefined);
  }

  update(_config: Record<string, never>, context?: { readonly value: string }): void {
    this.#give(context?.value);
  }

  connect(): void {
    // The context comes with `update`.
  }

  disconnect(): void {
    // The context ends with the component.
  }
}

const provide = createContextProvider(EnclosingUtilityId);

/** For the shell: components below this one stand in the utility item. Call it when the element is connected. */
export function encloseUtility(element: LightningElement, utilityId: () => string): void {
  provide(element, { consumerConnectedCallback: (consumer) => consumer.provide({ value: utilityId() }) });
}

function change(name: string, utilityId: string, changes: UtilityItemChange): Promise<boolean> {
  requireLightningExperience(`${name} of lightning/platformUtilityBarApi`);
  return Promise.resolve(setItem(utilityId, changes));
}

function infoOf(item: UtilityItemState): UtilityInfo {
  return {
    id: item.id,
    utilityLabel: item.label,
    utilityIcon: item.icon,
    utilityHighlighted: item.isHighlighted,
    utilityVisible: item.isOpen,
    panelHeader: item.panelLabel,
    panelIcon: item.panelIcon,
    panelWidth: item.width,
    panelHeight: item.height,
  };
}

function defined(changes: Readonly<Record<string, string | number | boolean | undefined>>): UtilityItemChange {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
