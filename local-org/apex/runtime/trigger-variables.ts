/** `Trigger.new`, `Trigger.isInsert` and the others, by lower-case name. */
import { currentTransaction } from "../../transaction/context.ts";
import type { TriggerContext } from "../../transaction/trigger-context.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import { enumConstant, platformEnum } from "./enum-value.ts";
import { unsupported } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

/** Outside of a trigger the flags are false and the rest is null. */
export function triggerVariable(name: string): ApexValue {
  const trigger = currentTransaction().trigger;
  if (name === "isexecuting") return trigger !== null;
  if (name.startsWith("is")) return trigger !== null && flag(name, trigger.operation);
  return trigger === null ? null : contextValue(name, trigger);
}

function flag(name: string, operation: TriggerContext["operation"]): boolean {
  const [moment = "", verb = ""] = operation.toLowerCase().split("_");
  return name === `is${moment}` || name === `is${verb}`;
}

function contextValue(name: string, trigger: TriggerContext): ApexValue {
  switch (name) {
    case "new":
      return trigger.newList;
    case "old":
      return trigger.oldList;
    case "newmap":
      return trigger.newMap;
    case "oldmap":
      return trigger.oldMap;
    case "size":
      return trigger.size;
    case "operationtype": {
      const names = loadCatalog().class("System.TriggerOperation")?.values ?? [];
      return enumConstant(platformEnum("System.TriggerOperation", names), trigger.operation) ?? null;
    }
    default:
      return unsupported(`Trigger.${name}`);
  }
}
