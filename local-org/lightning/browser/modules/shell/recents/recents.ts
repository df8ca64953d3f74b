/** Records that the user opened in this browser, newest first. Pure but for the storage that it is given. */

/** A record that was opened. */
export interface RecentRecord {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly icon: string;
}

const KEPT = 20;

/** What `localStorage` offers, as far as it is needed here. */
export type Store = Pick<Storage, "getItem" | "setItem">;

/** The records kept for a user; broken storage gives none. */
export function recentRecords(store: Store, userId: string): readonly RecentRecord[] {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(value) ? value.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** The record becomes the newest one. */
export function rememberRecent(store: Store, userId: string, record: RecentRecord): void {
  const others = recentRecords(store, userId).filter(({ recordId }) => recordId !== record.recordId);
  store.setItem(keyOf(userId), JSON.stringify([record, ...others].slice(0, KEPT)));
}

function keyOf(userId: string): string {
  return `shell.recent.${userId}`;
}

function isRecent(value: unknown): value is RecentRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    ["recordId", "objectApiName", "label", "icon"].every((name) => typeof Reflect.get(value, name) === "string")
  );
}
