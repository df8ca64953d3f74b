import type { InstanceMember } from "../../runtime/define.ts";
import type { ApexValue } from "../../runtime/values.ts";

/**
 * Members of a describe class from its getters: `getLabel` is the method `getLabel()` and the property `Label`,
 * `isCustom` the method `isCustom()` and the property `Custom`. `methodsOnly`: getters that are no property.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- callers name the class of their getters once
export function properties<Self>(
  getters: Readonly<Record<string, (self: Self) => ApexValue>>,
  methodsOnly: readonly string[] = [],
): Record<string, InstanceMember> {
  const members: Record<string, InstanceMember> = {};
  for (const [name, getter] of Object.entries(getters)) {
    members[`${name}()`] = getter;
    if (!methodsOnly.includes(name)) members[name.replace(/^(get|is)(?=[A-Z])/, "")] = getter;
  }
  return members;
}
