/**
 * Library classes that only hold values: `Database.DMLOptions`, `Messaging.SingleEmailMessage`, the inputs of ConnectApi.
 * Their members are generated from the catalogue: properties, `getX()`, `isX()` and `setX(value)`.
 */
import { loadCatalog, type CatalogClass } from "../catalog/catalog.ts";
import { definePlatformClass, type InstanceMember, type PlatformClass, type StaticMember } from "../runtime/define.ts";
import { ApexList, ApexMap, PlatformObject, type ApexValue } from "../runtime/values.ts";
import { toText } from "../runtime/to-string.ts";

export class PlainObject extends PlatformObject {
  readonly apexType: string;
  /** By lower-case property name; absent: null. */
  readonly values = new Map<string, ApexValue>();

  constructor(apexType: string, values: Readonly<Record<string, ApexValue>> = {}) {
    super();
    this.apexType = apexType;
    for (const [name, value] of Object.entries(values)) this.values.set(name.toLowerCase(), value);
  }

  /** Null when it was never set. */
  get(name: string): ApexValue {
    return this.values.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: ApexValue): void {
    this.values.set(name.toLowerCase(), value);
  }

  text(name: string): string | null {
    const value = this.get(name);
    return typeof value === "string" ? value : null;
  }

  flag(name: string): boolean {
    return this.get(name) === true;
  }

  list(name: string): readonly ApexValue[] {
    const value = this.get(name);
    return value instanceof ApexList ? value.items : [];
  }

  override apexToString(): string {
    const short = this.apexType.slice(this.apexType.lastIndexOf(".") + 1);
    return `${short}:[${[...this.values].map(([name, value]) => `${name}=${toText(value)}`).join(", ")}]`;
  }
}

/**
 * Defines a class of values. `defaults`: of new instances, by property. `extra`: members of its own, which come before the
 * generated ones.
 */
export function definePlainClass(name: string, defaults: Readonly<Record<string, () => ApexValue>> = {}, extra: PlatformClass = {}): void {
  const declared = loadCatalog().class(name);
  if (declared === undefined) throw new Error(`the catalogue has no class ${name}`);
  const members: Record<string, InstanceMember> = { ...accessors(declared), ...extra.members };
  const constructors: Record<string, StaticMember> = {};
  if (declared.constructors.some(({ parameters }) => parameters.length === 0)) {
    constructors["()"] = () => newPlainObject(name, defaults);
  }
  definePlatformClass(name, { ...extra, members, constructors: { ...constructors, ...extra.constructors } });
}

export function newPlainObject(name: string, defaults: Readonly<Record<string, () => ApexValue>> = {}): PlainObject {
  return new PlainObject(name, Object.fromEntries(Object.entries(defaults).map(([property, make]) => [property, make()])));
}

function accessors(declared: CatalogClass): Record<string, InstanceMember> {
  const members: Record<string, InstanceMember> = {};
  for (const { name, static: isStatic } of declared.fields) {
    if (isStatic) continue;
    members[name] = (self: PlainObject) => self.get(name);
    members[`${name}=`] = (self: PlainObject, value: ApexValue) => {
      self.set(name, value);
      return value;
    };
  }
  for (const method of declared.methods) {
    const [, verb, property = ""] = /^(get|is|set)([A-Z].*)$/.exec(method.name) ?? [];
    if (method.static || verb === undefined) continue;
    const key = `${method.name}(${method.parameters.join(",")})`;
    if (verb === "set" && method.parameters.length === 1) {
      members[key] = (self: PlainObject, value: ApexValue) => {
        self.set(property, value);
        return null;
      };
    } else if (verb !== "set" && method.parameters.length === 0) members[key] = (self: PlainObject) => self.get(property);
  }
  return members;
}

/** A `Map<String,String>` of text. */
export function textMap(entries: Iterable<readonly [string, string]> = []): ApexMap {
  return new ApexMap("Map<String,String>", entries);
}
