/**
 * Where the person is, and how to go elsewhere: the History API behind page references. `lightning/navigation` stands on it.
 *
 * The dialogs "new" and "edit" have addresses of their own; the page that they stand over stays on screen and is remembered in the
 * history entry.
 */
import type { Page, PageReference } from "../pages/pages.ts";
import { addressOf, backgroundOf, isDialog, pageAt, pageOfReference, referenceOf } from "../pages/pages.ts";

export type { Page, PageReference } from "../pages/pages.ts";

/** Asked before the person leaves a page with `leave` as what goes on; true: not now (the guard calls `leave` later, or never). */
export type LeaveGuard = (leave: () => void) => boolean;

interface Entry {
  readonly page: Page;
  /** What stands behind a dialog; the page itself otherwise. */
  readonly background: Page;
  /** Place in this tab's history since the shell was loaded. */
  readonly position: number;
}

const listeners = new Set<() => void>();
let guard: LeaveGuard | null = null;
let entry: Entry = entryFromHistory();

addEventListener("popstate", () => {
  const target = entryFromHistory();
  const back = entry.position - target.position;
  // Nothing was left, or this is the way back to the question.
  if (guard === null || back === 0) {
    show(target);
    return;
  }
  const asked = guard(() => {
    guard = null;
    history.go(-back);
  });
  // The browser has left already: back to where the question is asked.
  if (asked) history.go(back);
  else show(target);
});

function entryFromHistory(): Entry {
  const page = pageAt(location.pathname + location.search);
  const state: unknown = history.state;
  const remembered = typeof state === "object" && state !== null ? state : {};
  const background = "background" in remembered && typeof remembered.background === "string" ? remembered.background : null;
  const position = "position" in remembered && typeof remembered.position === "number" ? remembered.position : 0;
  return { page, background: background === null ? backgroundOf(page) : pageAt(background), position };
}

function show(next: Entry): void {
  const same = addressOf(next.page) === addressOf(entry.page) && next.position === entry.position;
  entry = next;
  if (same) return;
  for (const listener of [...listeners]) listener();
}

/**
 * Goes to a page. A page of the web opens in a new browser tab, as Lightning does.
 * Throws `Error` for a reference that the shell has no page for.
 *
 * @param options.replace takes the place of the current history entry
 */
export function navigate(reference: PageReference, options: { readonly replace?: boolean } = {}): void {
  const page = pageOfReference(reference);
  if (page.kind === "web") {
    if (/^(?:tel|mailto):/i.test(page.url)) location.href = page.url;
    else open(page.url, "_blank", "noopener");
    return;
  }
  goTo(page, options);
}

/** `navigate` for the shell's own pages. */
export function goTo(page: Page, options: { readonly replace?: boolean; readonly force?: boolean } = {}): void {
  const leave = (): void => {
    guard = null;
    commit(page, options.replace ?? false);
  };
  if (guard === null || options.force === true || !guard(leave)) leave();
}

function commit(page: Page, replace: boolean): void {
  const address = addressOf(page);
  const isSame = address === addressOf(entry.page);
  const background = isDialog(page) ? (isDialog(entry.page) || entry.page.kind === "missing" ? entry.background : entry.page) : page;
  const shownBehind = background.kind === "app" ? backgroundOf(page) : background;
  const position = replace || isSame ? entry.position : entry.position + 1;
  const state = { position, ...(isDialog(page) ? { background: addressOf(shownBehind) } : {}) };
  if (replace || isSame) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
  show({ page, background: shownBehind, position });
}

/** Closes the dialog on top: back where it came from, or to the page behind it when its address was opened directly. */
export function closeDialog(): void {
  if (!isDialog(entry.page)) return;
  guard = null;
  if (entry.position > 0) history.back();
  else goTo(entry.background, { replace: true });
}

/** Sets who is asked before the person leaves; null: nobody. The guard is dropped once the person has left. */
export function setLeaveGuard(next: LeaveGuard | null): void {
  guard = next;
}

/** The page at the address, a dialog included. */
export function currentPage(): PageReference {
  return referenceOf(entry.page);
}

/** The page and what stands behind it (the same page, but for dialogs). */
export function current(): { readonly page: Page; readonly background: Page } {
  return entry;
}

/** The record on screen, also behind a dialog; null: none. `objectApiName` is empty until the record was read. */
export function currentRecord(): { readonly recordId: string; readonly objectApiName: string } | null {
  const shown = entry.background;
  if (shown.kind !== "record" && shown.kind !== "related") return null;
  return { recordId: shown.recordId, objectApiName: shown.objectApiName ?? "" };
}

/**
 * Completes the current address once the record was read: `/lightning/r/<id>/view` gets its object. Listeners are not called.
 */
export function nameObjectOfRecord(recordId: string, objectApiName: string): void {
  const named = (page: Page): Page =>
    (page.kind === "record" || page.kind === "edit" || page.kind === "related") && page.recordId === recordId
      ? { ...page, objectApiName }
      : page;
  const page = named(entry.page);
  if (addressOf(page) !== addressOf(entry.page)) history.replaceState(history.state, "", addressOf(page));
  entry = { ...entry, page, background: named(entry.background) };
}

/** Calls the listener after each change of page. Gives what ends that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The address of a page: a path of the shell, or the whole address of a web page. Throws like `navigate`. */
export function urlOf(reference: PageReference): string {
  const page = pageOfReference(reference);
  return page.kind === "web" ? page.url : addressOf(page);
}
