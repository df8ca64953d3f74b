/** Open CTI's `saveLog`: creates or updates a record of any object. */
import { FetchError, request } from "../../local/org/org.ts";
import { failed, isRecord, succeeded, type CtiResult } from "../protocol/protocol.ts";

const RECORDS = "/services/data/v67.0/ui-api/records";
const REFUSED = "An error occurred while calling the saveLog() API method. Review the Details field in the error section.";

/**
 * `value` has the fields, and an `Id` to update or else an `entityApiName` to create. Gives the record's id; what the org refuses is
 * in the error's details: a list of `{message, pageErrors, fieldErrors, potentialDuplicates}`.
 */
export async function saveLog({ value }: Readonly<Record<string, unknown>>): Promise<CtiResult> {
  const { entityApiName, Id, ...fields } = isRecord(value) ? value : {};
  try {
    if (typeof Id === "string" && Id !== "") {
      await request(`${RECORDS}/${encodeURIComponent(Id)}`, { method: "PATCH", body: JSON.stringify({ fields }) });
      return succeeded(Id);
    }
    if (typeof entityApiName !== "string" || entityApiName === "")
      return failed(
        "INVALID_PARAM",
        "An invalid value was passed to the parameter value. An object with an entityApiName, or with an Id to update, was expected.",
      );
    const saved = await request(RECORDS, { method: "POST", body: JSON.stringify({ apiName: entityApiName, fields }) });
    return succeeded(isRecord(saved) ? saved["id"] : null);
  } catch (error) {
    if (error instanceof FetchError) return failed("GENERIC_ERROR", REFUSED, detailsOf(error));
    return failed("GENERIC_ERROR", error instanceof Error ? error.message : String(error));
  }
}

function detailsOf({ body, message }: FetchError): readonly unknown[] {
  const errors: unknown[] = Array.isArray(body) ? body : [body];
  return errors.map((error) => {
    const output = isRecord(error) && isRecord(error["output"]) ? error["output"] : {};
    const pageErrors: unknown[] = Array.isArray(output["errors"]) ? output["errors"] : [];
    const byField = Object.entries(isRecord(output["fieldErrors"]) ? output["fieldErrors"] : {});
    return {
      message: isRecord(error) && typeof error["message"] === "string" ? error["message"] : message,
      pageErrors: pageErrors.map(pageError),
      fieldErrors: Object.fromEntries(byField.map(([field, list]) => [field, Array.isArray(list) ? list.map(fieldError) : []])),
      potentialDuplicates: [],
    };
  });
}

function pageError(error: unknown): unknown {
  return isRecord(error) ? { statusCode: error["errorCode"], message: error["message"] } : error;
}

function fieldError(error: unknown): unknown {
  if (!isRecord(error)) return error;
  const { errorCode, message, fieldLabel, constituentField, field } = error;
  return { statusCode: errorCode, message, fieldLabel, columnApiName: constituentField ?? field };
}
