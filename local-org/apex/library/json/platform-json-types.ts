/** Classes of the platform that `JSON.deserialize` makes. The library registers them beside their definition. */
import { loadCatalog } from "../../catalog/catalog.ts";
import type { ApexValue } from "../../runtime/values.ts";

/** Makes an object of the values that the JSON has, by lower-case property name. */
type Maker = (values: ReadonlyMap<string, ApexValue>) => ApexValue;

const objects = new Map<string, Maker>();
const texts = new Map<string, (text: string) => ApexValue>();

/** A class that JSON shows as an object; its properties are its getters in the catalogue. */
export function registerJsonObject(type: string, make: Maker): void {
  objects.set(type, make);
}

/** A class that JSON shows as a text. */
export function registerJsonText(type: string, make: (text: string) => ApexValue): void {
  texts.set(type, make);
}

export function jsonObjectMaker(type: string): Maker | undefined {
  return objects.get(type);
}

export function jsonTextMaker(type: string): ((text: string) => ApexValue) | undefined {
  return texts.get(type);
}

const propertyTypes = new Map<string, ReadonlyMap<string, string>>();

/** Types of the properties of a registered class, by lower-case name: `getErrors()` gives `errors`. */
export function jsonPropertyTypes(type: string): ReadonlyMap<string, string> {
  let types = propertyTypes.get(type);
  if (types === undefined) {
    types = new Map(
      (loadCatalog().class(type)?.methods ?? []).flatMap(({ name, returns, parameters }): [string, string][] => {
        const property = /^(?:get|is)([A-Z]\w*)$/.exec(name)?.[1];
        return property === undefined || parameters.length > 0 ? [] : [[property.toLowerCase(), returns]];
      }),
    );
    propertyTypes.set(type, types);
  }
  return types;
}
