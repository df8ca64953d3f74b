/** Methods of Open CTI that ask the org: `searchAndScreenPop`, `runApex`, `getSoftphoneLayout`. */
import { FetchError, request } from "../../local/org/org.ts";
import { SCREENPOP_TYPE } from "../protocol/constants.ts";
import { failed, isRecord, succeeded, type CtiResult } from "../protocol/protocol.ts";
import { screenPop } from "./screenPop.ts";

type Argument = Readonly<Record<string, unknown>>;

/** Key under which a deferred search gives what `screenPop` is to be called with. */
const DEFERRED = "SCREEN_POP_DATA";

/** Searches as the softphone layout says; inbound calls pop unless `deferred`. Gives the matches by record id. */
export async function searchAndScreenPop({ deferred, callType, ...search }: Argument): Promise<CtiResult> {
  const kind = typeof callType === "string" ? callType.toLowerCase() : "inbound";
  try {
    const body = JSON.stringify({ ...search, callType: kind });
    const answer = await request("/lightning/api/softphone-search", { method: "POST", body });
    const matches = isRecord(answer) && isRecord(answer["matches"]) ? answer["matches"] : {};
    const pop = isRecord(answer) && isRecord(answer["screenPop"]) ? popData(answer["screenPop"]) : null;
    if (deferred === true) return succeeded({ ...matches, [DEFERRED]: pop });
    const popped = pop === null ? succeeded() : screenPop(pop);
    return popped.success ? succeeded(matches) : popped;
  } catch (error) {
    return refused(error);
  }
}

/** The org names types as the constants are named; callers compare with the constants' values. */
function popData({ type, ...pop }: Argument): Argument {
  const value = Object.entries(SCREENPOP_TYPE).find(([name]) => name === type)?.[1];
  return { type: value ?? type, ...pop };
}

/** Calls a `webservice static` method; its parameters come as a query string. */
export async function runApex({ apexClass, methodName, methodParams }: Argument): Promise<CtiResult> {
  try {
    const body = JSON.stringify({ apexClass, methodName, methodParams: methodParams ?? "" });
    const answer = await request("/lightning/api/run-apex", { method: "POST", body });
    return succeeded({ runApex: isRecord(answer) ? answer["returnValue"] : null });
  } catch (error) {
    return refused(error);
  }
}

/** As it is now. */
export async function getSoftphoneLayout(): Promise<CtiResult> {
  try {
    return succeeded(await request("/lightning/api/softphone-layout"));
  } catch (error) {
    return refused(error);
  }
}

/** What the org calls a parameter's fault is one; everything else that it answers is a fault of the server. */
function refused(error: unknown): CtiResult {
  if (!(error instanceof FetchError)) return failed("GENERIC_ERROR", error instanceof Error ? error.message : String(error));
  const errors: readonly unknown[] = Array.isArray(error.body) ? error.body : [error.body];
  const [first] = errors;
  const code = isRecord(first) && first["errorCode"] === "INVALID_PARAM" ? "INVALID_PARAM" : "SERVER_ERROR";
  return failed(code, error.message);
}
