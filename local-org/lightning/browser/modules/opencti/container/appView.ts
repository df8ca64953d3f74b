/** What Open CTI tells of the page on screen: `getAppViewInfo` and the payload of `onNavigationChange`. */
import { current, currentRecord } from "../../shell/navigation/navigation.ts";
import { recordFacts, type RecordFacts } from "./recordFacts.ts";

/** `url` alone off a record. */
export type AppView = { readonly url: string } | ({ readonly url: string; readonly recordId: string } & RecordFacts);

/** Reads name and object of the record on screen; a record that cannot be read is no record. */
export async function appView(): Promise<AppView> {
  const recordId = recordOnScreen();
  if (recordId === null) return { url: location.href };
  try {
    const facts = await recordFacts(recordId);
    return { url: location.href, recordId, ...facts };
  } catch {
    return { url: location.href };
  }
}

/** The dialog for a new record is a view of its own, without a record. */
export function recordOnScreen(): string | null {
  return current().page.kind === "new" ? null : (currentRecord()?.recordId ?? null);
}
