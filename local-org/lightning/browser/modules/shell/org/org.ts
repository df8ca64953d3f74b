/** The session of the page: user, apps and the app in use. Set once at the start; the app changes. */
import { apps as askApps, session as askSession } from "../orgApi/orgApi.ts";
import type { App, Apps, AppTab, Session } from "../../../../../salesforce/ui-api/wire.ts";
import type { Page } from "../pages/pages.ts";

/** Who is here, the apps, and the one in use. */
export interface OrgState {
  readonly session: Session;
  readonly apps: Apps;
  readonly app: App;
}

let state: OrgState | null = null;
const listeners = new Set<() => void>();

/** Reads session and apps. Throws what the org answered, or `Error` when the user has no app. */
export async function startOrg(): Promise<OrgState> {
  const [session, apps] = await Promise.all([askSession(), askApps()]);
  const chosen = localStorage.getItem(storageKey(session));
  const app = apps.apps.find(({ developerName }) => developerName === chosen) ?? apps.apps[0];
  if (app === undefined) throw new Error("This user can see no app. Give the user's permission sets an app, or log in as somebody else.");
  state = { session, apps, app };
  return state;
}

/** The state; throws before `startOrg` has ended. */
export function org(): OrgState {
  if (state === null) throw new Error("The shell was asked for its org before the session was read.");
  return state;
}

/** Makes an app the one in use, for this browser. Gives false for an app that the user does not have. */
export function chooseApp(developerName: string): boolean {
  const old = org();
  const app = old.apps.apps.find((candidate) => candidate.developerName === developerName);
  if (app === undefined) return false;
  if (app === old.app) return true;
  state = { ...old, app };
  localStorage.setItem(storageKey(old.session), developerName);
  for (const listener of [...listeners]) listener();
  return true;
}

/** Calls the listener when another app is chosen. Gives what ends that. */
export function onAppChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function storageKey({ user }: Session): string {
  return `shell.app.${user.id}`;
}

/** The page that a tab shows. */
export function pageOfTab(tab: AppTab): Page {
  if (tab.type === "home") return { kind: "home" };
  if (tab.type === "object" && tab.objectApiName !== null) return { kind: "list", objectApiName: tab.objectApiName, filterName: null };
  return { kind: "tab", apiName: tab.developerName };
}

/** The tab that a page belongs to, among those given: the tab itself, or the object's tab for its lists and records. */
export function tabOfPage(page: Page, tabs: readonly AppTab[]): AppTab | null {
  const find = (test: (tab: AppTab) => boolean): AppTab | null => tabs.find(test) ?? null;
  switch (page.kind) {
    case "home":
      return find(({ type }) => type === "home");
    case "list":
    case "record":
    case "edit":
    case "new":
    case "related": {
      const { objectApiName } = page;
      return objectApiName === null ? null : find((tab) => tab.type === "object" && tab.objectApiName === objectApiName);
    }
    case "tab":
      return find(({ developerName }) => developerName === page.apiName);
    default:
      return null;
  }
}

/** A tab by its name, in any app of the user. */
export function tabNamed(developerName: string): AppTab | null {
  const { apps } = org();
  const all = [...apps.allTabs, ...apps.apps.flatMap(({ tabs }) => tabs)];
  return all.find((tab) => tab.developerName === developerName) ?? null;
}
