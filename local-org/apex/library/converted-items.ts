import { ApexSet, type ApexList } from "../runtime/collections.ts";
import { boxElement } from "../runtime/double.ts";
import { typeArguments } from "../runtime/type-name.ts";
import type { ApexValue } from "../runtime/values.ts";

/** A copy of the elements, fit for a collection of another type: Doubles get their box when they become Objects. */
export function convertedItems(source: ApexList | ApexSet, targetType: string): ApexValue[] {
  const items = source instanceof ApexSet ? source.toArray() : source.items.slice();
  const [from] = typeArguments(source.type);
  return from === "Double" && typeArguments(targetType)[0] !== "Double" ? items.map((item) => boxElement(item, from)) : items;
}
