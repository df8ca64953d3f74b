/** What there is to hear of a call, as RecordingController.find says it. */
export interface RecordingInfo {
  readonly kind: "Recording" | "Voicemail" | null;
  /** Permanent page in Aircall; null when there is none. */
  readonly pageLink: string | null;
  readonly isAllowed: boolean;
}

/** Null when the record is about no call, or the answer is none. */
export function parseRecordingInfo(answer: unknown): RecordingInfo | null {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return null;
  const kind: unknown = Reflect.get(answer, "kind");
  const pageLink: unknown = Reflect.get(answer, "pageLink");
  return {
    kind: kind === "Recording" || kind === "Voicemail" ? kind : null,
    pageLink: typeof pageLink === "string" && isWebAddress(pageLink) ? pageLink : null,
    isAllowed: Reflect.get(answer, "isAllowed") === true,
  };
}

/** Null when the answer is no web address. */
export function parseMediaLink(answer: unknown): string | null {
  return typeof answer === "string" && isWebAddress(answer) ? answer : null;
}

/** Scheme and host of a web address, which is what a trusted URL names; empty when it is none. */
export function originOf(link: string): string {
  try {
    const { origin, protocol } = new URL(link);
    return protocol === "https:" || protocol === "http:" ? origin : "";
  } catch {
    return "";
  }
}

function isWebAddress(text: string): boolean {
  return originOf(text) !== "";
}
