import type { CallerMatch } from "./panel-state.ts";
import { asList, asObject, asText, isRecordId } from "./parse.ts";
import type { Invoke } from "./remoting.ts";

/** Records that may be behind a number. */
export interface CallerMatches {
  /** E.164, or as given where the server could make nothing of it. */
  readonly number: string;
  /** In the order of choice: the first is the record that the call will be logged on. */
  readonly matches: readonly CallerMatch[];
  /** The search was cut: the list is not all, and an empty list says nothing. */
  readonly isUndecided: boolean;
}

/** Finds the records behind a number. Rejects when the server refuses or takes too long. */
export type FindCallers = (number: string) => Promise<CallerMatches>;

/** A caller who has waited longer has been picked up by then. */
const TIMEOUT_MS = 1500;

/** The search of the package's own server side, which logs calls by the same order. */
export function callerLookup(invoke: Invoke): FindCallers {
  return async (number) => parseCallerMatches(await invoke("findCallers", number, TIMEOUT_MS), number);
}

/**
 * Reads the server's answer; a match without a record id or name is left out.
 *
 * @throws TypeError when the answer is no answer of this method
 */
export function parseCallerMatches(answer: unknown, number: string): CallerMatches {
  const value = asObject(answer);
  if (value === null || !Array.isArray(value["matches"])) throw new TypeError("The search for the caller gave no list.");
  return {
    number: asText(value["number"]) ?? number,
    matches: asList(value["matches"]).flatMap(parseMatch),
    isUndecided: value["isUndecided"] === true,
  };
}

function parseMatch(item: unknown): CallerMatch[] {
  const value = asObject(item);
  const recordId = value?.["recordId"];
  const name = asText(value?.["name"]);
  if (value === null || !isRecordId(recordId) || name === null) return [];
  const objectApiName = asText(value["objectApiName"]) ?? "";
  return [
    { recordId, name, objectApiName, objectLabel: asText(value["objectLabel"]) ?? objectApiName, detail: asText(value["detail"]) ?? "" },
  ];
}
