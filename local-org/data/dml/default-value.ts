/** Default values of fields, from the formula text of the metadata: literals, TODAY() and NOW(). */
import { ApexDate, ApexDatetime, Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { localDay } from "../soql/calendar.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";

export interface DefaultContext {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

export type DefaultMaker = (context: DefaultContext) => ApexValue;

/** What a new record gets in the field when nothing is given; null when it stays empty. */
export function defaultOf(object: ObjectSchema, field: FieldSchema): DefaultMaker | null {
  const chosen = field.picklistValues.find((value) => value.isDefault && value.active);
  if (field.defaultValue === null) {
    if (chosen !== undefined && field.type === "picklist") return () => chosen.value;
    return field.type === "boolean" ? () => false : null;
  }
  const text = field.defaultValue.trim();
  const constant = literal(field, text);
  if (constant !== undefined) return () => constant;
  const moment = /^(TODAY|NOW)\(\s*\)\s*(?:([+-])\s*(\d+))?$/i.exec(text);
  if (moment !== null) {
    const days = Number(moment[3] ?? 0) * (moment[2] === "-" ? -1 : 1);
    if (moment[1]?.toUpperCase() === "TODAY") return ({ now, timeZone }) => new ApexDate(localDay(now, timeZone) + days);
    return ({ now }) => new ApexDatetime(now + days * 86_400_000);
  }
  return () => unsupported(`default value formula of ${object.name}.${field.name}: ${text}`);
}

function literal(field: FieldSchema, text: string): ApexValue | undefined {
  if (field.type === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const quoted = /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    if (["double", "currency", "percent"].includes(field.type)) return Decimal.parse(text);
    if (field.type === "int") return Number(text);
  }
  if ((field.type === "picklist" || field.type === "multipicklist") && /^[\w .-]+$/.test(text)) return text;
  return undefined;
}
