/** Roll-up summary fields as the metadata defines them. */
import type { SummarySchema } from "./schema.ts";
import { childrenOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const OPERATIONS: readonly SummarySchema["operation"][] = ["count", "sum", "min", "max"];

/** The definition of a Summary field; null when it is not complete. */
export function readSummary(element: XmlElement): SummarySchema | null {
  const operation = OPERATIONS.find((known) => known === textOf(element, "summaryOperation"));
  const [child, foreignKey] = textOf(element, "summaryForeignKey")?.split(".") ?? [];
  if (operation === undefined || child === undefined || foreignKey === undefined) return null;
  return {
    operation,
    child,
    foreignKey,
    field: fieldOf(textOf(element, "summarizedField")),
    filters: childrenOf(element, "summaryFilterItems").map((item) => ({
      field: fieldOf(textOf(item, "field")) ?? "",
      operation: textOf(item, "operation") ?? "",
      value: textOf(item, "value") ?? "",
    })),
  };
}

/** `Amount__c` of `Child__c.Amount__c`. */
function fieldOf(path: string | null): string | null {
  return path?.split(".").at(-1) ?? null;
}
