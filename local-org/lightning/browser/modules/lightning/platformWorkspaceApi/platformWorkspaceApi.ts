/**
 * `lightning/platformWorkspaceApi`: the tabs of a console, on the shell's navigation. A tab's id is its record's. What the shell has
 * not (names, icons and highlights of tabs, subtabs) is not exported, so that an import fails by its name.
 */
import type { WireAdapter, WireDataCallback } from "lwc";
import { requireLightningExperience } from "../../local/host/host.ts";
import { currentRecord, navigate, type PageReference } from "../../shell/navigation/navigation.ts";
import { onAppChange, org } from "../../shell/org/org.ts";

export interface OpenTabRequest {
  readonly recordId?: string;
  readonly pageReference?: PageReference;
  readonly url?: string;
  readonly focus?: boolean;
}

export interface TabInfo {
  readonly tabId: string;
  readonly recordId: string;
  readonly focused: boolean;
  readonly isSubtab: boolean;
  readonly parentTabId: string | null;
}

/** Opens a record or page. Gives the tab's id: the record's, or empty for a page that has no tab of its own. */
export async function openTab({ recordId, pageReference, url, focus = true }: OpenTabRequest): Promise<string> {
  await requireConsole("openTab");
  if (!focus) throw new Error("openTab: the local org opens tabs in front only; pass focus: true.");
  if (pageReference !== undefined) navigate(pageReference);
  else if (recordId !== undefined) navigate(recordPage(recordId));
  else if (url !== undefined) navigate({ type: "standard__webPage", attributes: { url } });
  else throw new Error("openTab: give a recordId, a pageReference or a url.");
  return recordId ?? currentRecord()?.recordId ?? "";
}

/** Brings a record's tab to the front. */
export async function focusTab(tabId: string): Promise<boolean> {
  await requireConsole("focusTab");
  navigate(recordPage(tabId));
  return true;
}

/** The tab in front. Rejects when no record is in front. */
export async function getFocusedTabInfo(): Promise<TabInfo> {
  await requireConsole("getFocusedTabInfo");
  const record = currentRecord();
  if (record === null) throw new Error("getFocusedTabInfo: no tab is in front.");
  return { tabId: record.recordId, recordId: record.recordId, focused: true, isSubtab: false, parentTabId: null };
}

/** True in an app with console navigation. */
export function isConsoleNavigation(): Promise<boolean> {
  return Promise.resolve(isConsole());
}

/** `@wire(IsConsoleNavigation)`. */
export class IsConsoleNavigation implements WireAdapter {
  readonly #give: WireDataCallback<boolean>;
  #end: (() => void) | null = null;

  constructor(give: WireDataCallback<boolean>) {
    this.#give = give;
  }

  update(): void {
    // There is nothing to configure.
  }

  connect(): void {
    requireLightningExperience("IsConsoleNavigation of lightning/platformWorkspaceApi");
    this.#give(isConsole());
    this.#end = onAppChange(() => this.#give(isConsole()));
  }

  disconnect(): void {
    this.#end?.();
  }
}

function isConsole(): boolean {
  requireLightningExperience("lightning/platformWorkspaceApi");
  return org().app.navType === "Console";
}

async function requireConsole(name: string): Promise<void> {
  if (!(await isConsoleNavigation())) throw new Error(`${name} works in apps with console navigation only.`);
}

function recordPage(recordId: string): PageReference {
  return { type: "standard__recordPage", attributes: { recordId, actionName: "view" } };
}
