/** The items of the utility bar and what they look like now. `lightning/platformUtilityBarApi` and Open CTI stand on it. Pure. */

/** An item as it looks now. */
export interface UtilityItemState {
  readonly id: string;
  /** `opencti:softPhone` or `c:myComponent`. */
  readonly component: string;
  readonly label: string;
  /** SLDS utility icon without its prefix: `call`. */
  readonly icon: string;
  readonly panelLabel: string;
  readonly panelIcon: string;
  /** Pixels, of the panel. */
  readonly width: number;
  readonly height: number;
  readonly isOpen: boolean;
  readonly isHighlighted: boolean;
  /** The component is alive: it was started with the app or opened once. */
  readonly isLoaded: boolean;
  /** Has no button. */
  readonly isBackground: boolean;
  readonly scrollable: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

/** What of an item may be changed. */
export type UtilityItemChange = Partial<
  Pick<UtilityItemState, "label" | "icon" | "panelLabel" | "panelIcon" | "width" | "height" | "isOpen" | "isHighlighted">
>;

/** An item as the app defines it. */
export type UtilityItemDefinition = Pick<
  UtilityItemState,
  "id" | "component" | "label" | "icon" | "width" | "height" | "isBackground" | "scrollable" | "properties"
> & { readonly eager: boolean };

const listeners = new Set<() => void>();
let state: readonly UtilityItemState[] = [];

/** The items, in the order of the bar. */
export function items(): readonly UtilityItemState[] {
  return state;
}

/** The bar of an app: takes the place of all items. */
export function defineItems(definitions: readonly UtilityItemDefinition[]): void {
  state = definitions.map(({ eager, ...item }) => ({
    ...item,
    panelLabel: item.label,
    panelIcon: item.icon,
    isOpen: false,
    isHighlighted: false,
    isLoaded: eager || item.isBackground,
  }));
  announce();
}

/**
 * Changes an item. Opening one closes the others: the bar shows one panel at a time.
 *
 * @returns false: no such item
 */
export function setItem(id: string, change: UtilityItemChange): boolean {
  if (!state.some((item) => item.id === id)) return false;
  state = state.map((item) => {
    if (item.id !== id) return change.isOpen === true && item.isOpen ? { ...item, isOpen: false } : item;
    const isOpen = change.isOpen ?? item.isOpen;
    return { ...item, ...change, isOpen, isLoaded: item.isLoaded || isOpen };
  });
  announce();
  return true;
}

/** Calls the listener after each change. Gives what ends that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function announce(): void {
  for (const listener of [...listeners]) listener();
}
