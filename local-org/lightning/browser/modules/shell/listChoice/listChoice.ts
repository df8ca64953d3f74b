/** Which list view an object's home opens with. Pure but for the storage that it is given. */
import type { Store } from "../recents/recents.ts";

interface ListView {
  readonly apiName: string;
  readonly label: string;
  readonly isRecentlyViewed: boolean;
}

/**
 * The list that the user had open last, else the one of all records, else the first.
 *
 * @param labelPlural of the object: `Cases`
 * @param last API name of the list that was open last; null: none
 * @returns null without any list
 */
export function firstList(lists: readonly ListView[], labelPlural: string, last: string | null): string | null {
  const known = lists.find(({ apiName }) => apiName === last);
  if (known !== undefined) return known.apiName;
  const named = (label: string): ListView | undefined => lists.find((list) => list.label.toLowerCase() === label.toLowerCase());
  const chosen =
    named(`All ${labelPlural}`) ??
    named(`All Open ${labelPlural}`) ??
    lists.find(({ label }) => /^all\b/i.test(label)) ??
    lists.find(({ isRecentlyViewed }) => !isRecentlyViewed) ??
    lists[0];
  return chosen?.apiName ?? null;
}

/** The list that a user had open last for an object. */
export function lastList(store: Store, userId: string, objectApiName: string): string | null {
  return store.getItem(keyOf(userId, objectApiName));
}

/** Keeps the list for the next time. */
export function rememberList(store: Store, userId: string, objectApiName: string, listViewApiName: string): void {
  store.setItem(keyOf(userId, objectApiName), listViewApiName);
}

function keyOf(userId: string, objectApiName: string): string {
  return `shell.list.${userId}.${objectApiName}`;
}
