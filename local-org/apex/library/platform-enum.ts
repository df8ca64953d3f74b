/** Constants of the platform's enums by name. */
import { loadCatalog } from "../catalog/catalog.ts";
import { enumConstant, platformEnum, type EnumValue } from "../runtime/enum-value.ts";
import { unsupported } from "../runtime/exceptions.ts";

/** The constant of that name (any case). Throws UnsupportedFeatureError when the catalogue has none. */
export function platformEnumValue(type: string, name: string): EnumValue {
  const values = platformEnum(type, loadCatalog().class(type)?.values ?? []);
  return enumConstant(values, name) ?? unsupported(`${type}.${name}`);
}
