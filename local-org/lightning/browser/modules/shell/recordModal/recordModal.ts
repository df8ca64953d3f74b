/** Opening the dialogs that create and edit records, from anywhere in the page. */
import { goTo } from "../navigation/navigation.ts";

/**
 * Opens the dialog for a new record.
 *
 * @param defaultFieldValues what it starts with, by field; null and undefined are left out
 */
export function openCreate(objectApiName: string, defaultFieldValues: Readonly<Record<string, unknown>> = {}): void {
  const given = Object.entries(defaultFieldValues).filter(([, value]) => value !== null && value !== undefined);
  const defaults = Object.fromEntries(given.map(([field, value]) => [field, textOf(value)]));
  goTo({ kind: "new", objectApiName, defaults });
}

/** Opens the dialog that edits a record. */
export function openEdit(recordId: string, objectApiName: string | null = null): void {
  goTo({ kind: "edit", objectApiName, recordId });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
