/** Methods of Open CTI that ask the org: `saveLog`, `searchAndScreenPop`, `runApex`. */
import { FetchError, request } from "../../local/org/org.ts";
import { failed, isRecord, succeeded, type CtiResult } from "../protocol/protocol.ts";
import { screenPop } from "./screenPop.ts";

type Argument = Readonly<Record<string, unknown>>;

const SOBJECTS = "/services/data/v67.0/sobjects";
/** Key under which a deferred search gives what `screenPop` is to be called with. */
const DEFERRED = "SCREEN_POP_DATA";
const OUTBOUND_KINDS = ["outbound", "internal"];

/** Creates or updates a record; gives its id. */
export async function saveLog({ value }: Argument): Promise<CtiResult> {
  const { entityApiName, Id, ...fields } = isRecord(value) ? value : {};
  try {
    if (typeof Id === "string" && Id !== "") {
      const object = typeof entityApiName === "string" ? entityApiName : await objectOf(Id);
      await request(`${SOBJECTS}/${object}/${Id}`, { method: "PATCH", body: JSON.stringify(fields) });
      return succeeded(Id);
    }
    if (typeof entityApiName !== "string") return failed("INVALID_PARAM", "saveLog: value needs an entityApiName, or an Id to update.");
    const saved = await request(`${SOBJECTS}/${entityApiName}`, { method: "POST", body: JSON.stringify(fields) });
    return succeeded(isRecord(saved) ? saved["id"] : null);
  } catch (error) {
    return refused(error);
  }
}

async function objectOf(id: string): Promise<string> {
  const record = await request(`/services/data/v67.0/ui-api/records/${id}?layoutTypes=Compact`);
  const name = isRecord(record) ? record["apiName"] : null;
  if (typeof name !== "string") throw new Error(`There is no record ${id}.`);
  return name;
}

/** Searches as the softphone layout says; inbound calls pop unless `deferred`. Gives the matches by record id. */
export async function searchAndScreenPop(argument: Argument): Promise<CtiResult> {
  const { deferred, callType, ...search } = argument;
  const kind = typeof callType === "string" ? callType.toLowerCase() : "inbound";
  try {
    const answer = await request("/lightning/api/softphone-search", {
      method: "POST",
      body: JSON.stringify({ ...search, callType: kind }),
    });
    const matches = isRecord(answer) && isRecord(answer["matches"]) ? answer["matches"] : {};
    const pop = isRecord(answer) && isRecord(answer["screenPop"]) ? answer["screenPop"] : null;
    if (deferred === true) return succeeded({ ...matches, [DEFERRED]: pop });
    if (pop !== null && !OUTBOUND_KINDS.includes(kind)) {
      const popped = screenPop(pop);
      if (!popped.success) return popped;
    }
    return succeeded(matches);
  } catch (error) {
    return refused(error);
  }
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

function refused(error: unknown): CtiResult {
  if (error instanceof FetchError) {
    const body: readonly unknown[] = Array.isArray(error.body) ? error.body : [error.body];
    const [first] = body;
    const message = isRecord(first) && typeof first["message"] === "string" ? first["message"] : error.message;
    return failed("SERVER_ERROR", message, error.body);
  }
  return failed("GENERIC_ERROR", error instanceof Error ? error.message : String(error));
}
