import { ApexAddress, ApexLocation } from "../../apex/runtime/compound.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";

export function isCompound({ type }: FieldSchema): boolean {
  return type === "address" || type === "location";
}

/** How an address or a location is put together from its component fields; null when all of them are empty. */
export function compoundField(object: ObjectSchema, field: FieldSchema): (row: Row) => ApexValue {
  const components = [...object.fields.values()]
    .filter((other) => other.compoundField?.toLowerCase() === field.name.toLowerCase())
    .map(({ name }) => ({ name, part: partOf(name, field.name) }));
  return (row) => {
    const parts: Record<string, ApexValue> = {};
    for (const { name, part } of components) parts[part] = row.get(name) ?? null;
    if (Object.values(parts).every((value) => value === null)) return null;
    return field.type === "address" ? new ApexAddress(parts) : location(parts);
  };
}

/** `city` of `BillingCity` in `BillingAddress`, `latitude` of `Place__Latitude__s` in `Place__c`. */
function partOf(component: string, compound: string): string {
  const prefix = compound.replace(/Address$|__c$/, "");
  const part = component
    .slice(prefix.length)
    .replaceAll("_", "")
    .replace(/s$/, (end) => (component.endsWith("__s") ? "" : end));
  return part.charAt(0).toLowerCase() + part.slice(1);
}

function location(parts: Readonly<Record<string, ApexValue>>): ApexLocation | null {
  const { latitude = null, longitude = null } = parts;
  if (!(latitude instanceof Decimal) || !(longitude instanceof Decimal)) return null;
  return new ApexLocation(latitude.toNumber(), longitude.toNumber());
}
