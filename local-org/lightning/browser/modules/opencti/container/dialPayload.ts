/** What the listener of `onClickToDial` is given: what was clicked, completed with what the org knows of its record. */
import type { ClickToDialPayload } from "../clickToDial/clickToDial.ts";
import { recordFacts } from "./recordFacts.ts";

/** Never rejects: a record that cannot be read adds nothing. */
export async function dialPayload(clicked: ClickToDialPayload): Promise<ClickToDialPayload> {
  if (clicked.recordId === undefined) return clicked;
  try {
    return { ...(await recordFacts(clicked.recordId)), ...clicked };
  } catch {
    return clicked;
  }
}
