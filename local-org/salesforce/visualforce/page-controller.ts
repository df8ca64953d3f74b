/** What a page reads of its controller and of the values behind it: before it runs by their types, then by their values. */
import type { BoundClass, BoundType, BoundUnit } from "../../apex/types/bound-tree.ts";
import { callFunction } from "../../apex/runtime/call-function.ts";
import { runApex } from "../../apex/runtime/catching.ts";
import { findClass } from "../../apex/runtime/environment.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { isUserInstance } from "../../apex/runtime/user-object.ts";
import { SObjectRecord, type ApexValue } from "../../apex/runtime/values.ts";
import type { ClassMeta } from "../../apex/runtime/class-meta.ts";
import type { Schema } from "../../data/schema/schema.ts";

/** The project's classes by canonical name in lower case, with the way to their members' types. */
export class PageTypes {
  readonly #classes = new Map<string, BoundClass>();
  readonly #schema: Schema;

  constructor(units: readonly BoundUnit[], schema: Schema) {
    this.#schema = schema;
    for (const { declaration } of units) if (declaration.kind !== "trigger") this.#add(declaration);
  }

  #add(type: BoundType): void {
    if (type.kind !== "class") return;
    this.#classes.set(type.name.toLowerCase(), type);
    for (const one of type.inner) this.#add(one);
  }

  class(name: string): BoundClass | undefined {
    return this.#classes.get(name.toLowerCase());
  }

  /**
   * The canonical type of what a page reads as `owner.name`: a public property with a getter, a public method `getName()`, or a
   * field or parent of a record. Null when there is none.
   */
  memberType(owner: string, name: string): string | null {
    const wanted = name.toLowerCase();
    for (let type = this.class(owner); type !== undefined; type = type.superClass === null ? undefined : this.class(type.superClass.name)) {
      const property = type.properties.find((one) => one.name.toLowerCase() === wanted && one.getter !== null && isOpen(one.access));
      const getter = type.methods.find(
        (one) => one.name.toLowerCase() === `get${wanted}` && one.parameters.length === 0 && isOpen(one.access),
      );
      const found = property?.type ?? getter?.returns;
      if (found !== undefined) return found.name;
    }
    const object = this.#schema.object(owner);
    const field = object?.fields.get(wanted);
    const parent = object?.parents.get(wanted);
    return field?.apexType ?? (parent?.referenceTo.length === 1 ? (parent.referenceTo[0] ?? null) : null);
  }
}

function isOpen(access: string): boolean {
  return access === "public" || access === "global";
}

/** The value of `owner.name`, getters run. Throws what the getter throws. */
export function readMember(owner: ApexValue, name: string): ApexValue {
  if (owner === null) return null;
  if (owner instanceof SObjectRecord) return readField(owner, name);
  if (!isUserInstance(owner)) return unsupported(`.${name} of a value in a Visualforce page`);
  return runApex(() => readOwn(owner, owner.$meta, name));
}

function readOwn(target: object, meta: ClassMeta | undefined, name: string): ApexValue {
  const wanted = name.toLowerCase();
  for (let type = meta; type !== undefined; type = type.superClass === null ? undefined : findClass(type.superClass)) {
    const property = type.fields.find((field) => field.kind === "property" && field.canRead && field.name.toLowerCase() === wanted);
    const getter = type.methods.find((method) => method.parameters.length === 0 && method.name.toLowerCase() === `get${wanted}`);
    const isStatic = property?.isStatic ?? getter?.isStatic ?? false;
    if (isStatic) return unsupported(`the static member ${type.name}.${name} in a Visualforce page`);
    if (property?.accessor != null) return (Reflect.get(target, property.accessor) as ApexValue | undefined) ?? null;
    if (getter !== undefined) return callFunction(Reflect.get(target, getter.jsName), target, []);
  }
  return unsupported(`${meta?.name ?? "the object"}.${name} in a Visualforce page`);
}

function readField(record: SObjectRecord, name: string): ApexValue {
  const field = record.schema.fields.get(name.toLowerCase());
  if (field !== undefined) return record.get(field.name);
  const relationship = record.schema.parents.get(name.toLowerCase())?.relationshipName;
  return relationship ? record.parent(relationship) : unsupported(`${record.schema.name}.${name} in a Visualforce page`);
}
