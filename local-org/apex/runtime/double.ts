/** A Double that is typed Object or stands in a collection; elsewhere a Double is a plain number. */
export class ApexDouble {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The text of a Double as Java prints it: `1.0`, `1.0E10`, `NaN`. */
export function doubleToString(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "Infinity";
  if (value === Number.NEGATIVE_INFINITY) return "-Infinity";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return text.includes(".") ? text : `${text}.0`;
  }
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${exponent.replace("+", "")}`;
}

/**
 * An element of a collection as an Object. Collections of Doubles hold plain numbers: only their declared element type
 * tells them from Integers.
 */
export function boxElement<T>(value: T, elementType: string | undefined): T | ApexDouble {
  return elementType === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
}
