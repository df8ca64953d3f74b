/** The functions of merge expressions that pages may use, and the text that values make. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { ApexDouble, Decimal, EnumValue, type ApexValue } from "../../apex/runtime/values.ts";

export interface MergeFunction {
  readonly minimum: number;
  readonly maximum: number;
  readonly apply: (...values: readonly ApexValue[]) => ApexValue;
}

/** By name in capitals. `URLFOR` and `IF` are the evaluator's own: what they take depends on the arguments. */
export const MERGE_FUNCTIONS: ReadonlyMap<string, MergeFunction> = new Map<string, MergeFunction>([
  ["JSENCODE", { minimum: 1, maximum: 1, apply: (value = null) => jsEncode(mergeText(value)) }],
  ["HTMLENCODE", { minimum: 1, maximum: 1, apply: (value = null) => htmlEncode(mergeText(value)) }],
  ["JSINHTMLENCODE", { minimum: 1, maximum: 1, apply: (value = null) => jsEncode(htmlEncode(mergeText(value))) }],
  ["URLENCODE", { minimum: 1, maximum: 1, apply: (value = null) => urlEncode(mergeText(value)) }],
  ["NOT", { minimum: 1, maximum: 1, apply: (value = null) => !mergeFlag(value) }],
  ["AND", { minimum: 1, maximum: 30, apply: (...values) => values.every(mergeFlag) }],
  ["OR", { minimum: 1, maximum: 30, apply: (...values) => values.some(mergeFlag) }],
  ["ISBLANK", { minimum: 1, maximum: 1, apply: (value = null) => mergeText(value) === "" }],
  ["ISNULL", { minimum: 1, maximum: 1, apply: (value = null) => value === null }],
]);

/** Functions whose result is not escaped again. */
export const ENCODERS: ReadonlySet<string> = new Set(["JSENCODE", "HTMLENCODE", "JSINHTMLENCODE", "URLENCODE"]);

/** The text of a value in a page; null gives none. Throws UnsupportedFeatureError for what has no agreed text (dates, objects). */
export function mergeText(value: ApexValue): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (value instanceof Decimal) return value.toString();
  if (value instanceof ApexDouble) return String(value.value);
  return value instanceof EnumValue ? value.name : unsupported("a date, collection or object as text in a Visualforce page");
}

/** Conditions are Booleans; null counts as false. */
export function mergeFlag(value: ApexValue): boolean {
  if (value === null || typeof value === "boolean") return value === true;
  return unsupported(`${typeof value === "object" ? "an object" : typeof value} as a condition in a Visualforce page`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** Safe between quotation marks of a script, also where the page's own parser would see markup. */
export function jsEncode(text: string): string {
  const escaped = text
    .replace(/[\\"'/]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return escaped.replace(
    /[\u0000-\u001f<>\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
