/** A refused write, as the User Interface API tells it: what is wrong with the record, and with which of its fields. */
import type { DmlError } from "../../data/dml/dml-error.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { EngineResponse } from "../engine-protocol.ts";
import { jsonResponse, RestError } from "../rest-error.ts";
import type { UiApiError, UiApiFieldError, UiApiRecordError } from "./wire.ts";

export class RecordError extends RestError {
  readonly #body: UiApiError;

  constructor(verb: "create" | "update" | "delete", object: ObjectSchema, errors: readonly DmlError[]) {
    const message = `An error occurred while trying to ${verb} the record. Please try again.`;
    super(400, errors[0]?.statusCode ?? "UNKNOWN_EXCEPTION", message);
    this.#body = {
      message,
      errorCode: this.errorCode,
      enhancedErrorType: "RecordError",
      output: {
        errors: errors.filter(({ fields }) => fields.length === 0).map(wholeRecord),
        fieldErrors: fieldErrors(object, errors),
      },
    };
  }

  override toResponse(): EngineResponse {
    return jsonResponse(this.status, [this.#body]);
  }
}

function wholeRecord({ statusCode, message }: DmlError): UiApiRecordError {
  return { constituentField: null, duplicateRecordError: null, errorCode: statusCode, field: null, fieldLabel: null, message };
}

function fieldErrors(object: ObjectSchema, errors: readonly DmlError[]): Record<string, UiApiFieldError[]> {
  const byField: Record<string, UiApiFieldError[]> = {};
  for (const { statusCode, message, fields } of errors) {
    for (const name of fields) {
      const field = object.fields.get(name.toLowerCase());
      const compound = field?.compoundField;
      (byField[compound ?? name] ??= []).push({
        constituentField: compound === undefined ? null : name,
        duplicateRecordError: null,
        errorCode: statusCode,
        field: compound ?? name,
        fieldLabel: field?.label ?? name,
        message,
      });
    }
  }
  return byField;
}
