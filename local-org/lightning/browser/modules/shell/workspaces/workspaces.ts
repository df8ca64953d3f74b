/** The tabs of a console: one for each record that was opened, in the order of opening. Pure. */

/** One tab of a console. */
export interface WorkspaceTab {
  /** The record's id: one tab for a record. */
  readonly recordId: string;
  /** Null until the record was read. */
  readonly objectApiName: string | null;
  readonly label: string;
  readonly icon: string;
}

/** What a tab is called until its record was read. */
export const LOADING_LABEL = "Loading…";

/** The tabs with one for the record; opening an open record changes nothing but an object that was not known. */
export function withRecord(tabs: readonly WorkspaceTab[], recordId: string, objectApiName: string | null): readonly WorkspaceTab[] {
  const open = tabs.find((tab) => tab.recordId === recordId);
  if (open === undefined) return [...tabs, { recordId, objectApiName, label: LOADING_LABEL, icon: "standard:record" }];
  if (open.objectApiName !== null || objectApiName === null) return tabs;
  return tabs.map((tab) => (tab === open ? { ...tab, objectApiName } : tab));
}

/** The tabs with what is known of a record now. Gives the same list when nothing changed. */
export function withFacts(tabs: readonly WorkspaceTab[], facts: WorkspaceTab): readonly WorkspaceTab[] {
  const old = tabs.find((tab) => tab.recordId === facts.recordId);
  if (old === undefined || (old.label === facts.label && old.icon === facts.icon && old.objectApiName === facts.objectApiName)) return tabs;
  return tabs.map((tab) => (tab === old ? facts : tab));
}

/** The tabs without the record's. */
export function withoutRecord(tabs: readonly WorkspaceTab[], recordId: string): readonly WorkspaceTab[] {
  return tabs.filter((tab) => tab.recordId !== recordId);
}

/** Which tab takes the place of one that is closed: the one to its right, else to its left; null: none is left. */
export function neighbourOf(tabs: readonly WorkspaceTab[], recordId: string): WorkspaceTab | null {
  const index = tabs.findIndex((tab) => tab.recordId === recordId);
  return tabs[index + 1] ?? tabs[index - 1] ?? null;
}

/** Tabs out of storage; what cannot be read gives none. */
export function parseTabs(stored: string | null): readonly WorkspaceTab[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter(isTab) : [];
  } catch {
    return [];
  }
}

function isTab(value: unknown): value is WorkspaceTab {
  if (typeof value !== "object" || value === null) return false;
  const get = (name: keyof WorkspaceTab): unknown => Reflect.get(value, name);
  const object = get("objectApiName");
  return (
    typeof get("recordId") === "string" &&
    typeof get("label") === "string" &&
    typeof get("icon") === "string" &&
    (object === null || typeof object === "string")
  );
}
