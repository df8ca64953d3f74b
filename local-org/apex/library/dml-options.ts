/** Database.DMLOptions. Assignment rules, duplicate rules and e-mail headers change nothing here: the org has none. */
import { unsupported } from "../runtime/exceptions.ts";
import type { ApexValue } from "../runtime/values.ts";
import { definePlainClass, newPlainObject, PlainObject } from "./plain-object.ts";

const HEADERS = ["AssignmentRuleHeader", "DuplicateRuleHeader", "EmailHeader"];

for (const header of HEADERS) definePlainClass(`Database.DMLOptions.${header}`);

definePlainClass(
  "Database.DMLOptions",
  Object.fromEntries(HEADERS.map((header) => [header, (): ApexValue => newPlainObject(`Database.DMLOptions.${header}`)])),
);

export interface DmlSettings {
  readonly allOrNone: boolean;
  readonly truncate: boolean;
}

/** What a DMLOptions object, a Boolean (`allOrNone`) or nothing asks for. */
export function dmlSettings(options: ApexValue): DmlSettings {
  if (options instanceof PlainObject) {
    const header = options.get("AssignmentRuleHeader");
    if (header instanceof PlainObject && (header.get("AssignmentRuleId") !== null || header.flag("UseDefaultRule"))) {
      unsupported("assignment rules (Database.DMLOptions.AssignmentRuleHeader)");
    }
    return {
      allOrNone: options.get("OptAllOrNone") !== false && options.get("OptAllOrNone") !== null,
      truncate: options.flag("AllowFieldTruncation"),
    };
  }
  return { allOrNone: options !== false, truncate: false };
}
