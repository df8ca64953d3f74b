/** Static types of sObject fields and relationships. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import type { ApexType } from "./apex-type.ts";
import { listOf, OBJECT, platformType, primitiveNamed, SOBJECT, sobjectType } from "./type-model.ts";
import type { World } from "./world.ts";

const ADDRESS = platformType("System.Address");
const CHANGE_EVENT_HEADER = platformType("EventBus.ChangeEventHeader");
const LOCATION = platformType("System.Location");

/** The Apex type of a field. */
export function fieldType(field: FieldSchema): ApexType {
  if (field.type === "address") return ADDRESS;
  if (field.type === "location") return LOCATION;
  if (field.name === "ChangeEventHeader") return CHANGE_EVENT_HEADER;
  return primitiveNamed(field.apexType) ?? (field.apexType.includes(".") ? platformType(field.apexType) : OBJECT);
}

/** The type of a parent relationship: the parent object, or `Name` when there are several. */
export function parentType(world: World, object: ObjectSchema, relationship: string): ApexType | null {
  const field = object.parents.get(relationship.toLowerCase());
  if (field === undefined) return null;
  const [only] = field.referenceTo;
  if (only === undefined || field.referenceTo.length > 1) return world.schema.object("Name") === undefined ? SOBJECT : sobjectType("Name");
  return sobjectType(world.schema.object(only)?.name ?? only);
}

/** A child relationship with the list type it gives. */
export function childRelationship(object: ObjectSchema, name: string): { readonly name: string; readonly type: ApexType } | null {
  const lower = name.toLowerCase();
  const found = object.children.find((child) => child.relationshipName?.toLowerCase() === lower);
  return found?.relationshipName == null ? null : { name: found.relationshipName, type: listOf(sobjectType(found.childObject)) };
}
