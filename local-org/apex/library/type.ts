/** System.Type. */
import { ClassRef } from "../runtime/class-ref.ts";
import { ApexList, ApexMap, ApexSet } from "../runtime/collections.ts";
import { definePlatformClass, platformMember } from "../runtime/define.ts";
import { callFunction } from "../runtime/call-function.ts";
import { findClass, findObject } from "../runtime/environment.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { textHash } from "../runtime/hash.ts";
import { schemaTokens } from "../runtime/schema-tokens.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import { baseName } from "../runtime/type-name.ts";
import { resolveTypeName } from "../runtime/type-resolver.ts";
import { isSubtype } from "../runtime/type-test.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

type Text = string | null;

definePlatformClass("System.Type", {
  statics: {
    "forName(String)": (name: Text) => forName(name),
    /** The namespace of the running code may be named or left out. */
    "forName(String,String)": (namespace: Text, name: Text) => {
      if (namespace === null || namespace === "") return forName(name);
      return forName(`${namespace}.${name ?? ""}`) ?? forName(name);
    },
  },
  members: {
    SObjectType: (self: ClassRef) => {
      const object = findObject(self.name);
      return object === undefined ? null : schemaTokens.objectToken(object.name);
    },
    "equals(Object)": (self: ClassRef, other: ApexValue) => self === other,
    "getName()": (self: ClassRef) => self.name,
    "hashCode()": (self: ClassRef) => textHash(self.name),
    "isAssignableFrom(System.Type)": (self: ClassRef, other: ClassRef | null) => isSubtype(argument(other).name, self.name),
    "newInstance()": (self: ClassRef) => newInstance(self.name),
    "toString()": (self: ClassRef) => self.name,
  },
});

function forName(name: Text): ClassRef | null {
  const resolved = name === null ? null : resolveTypeName(name);
  return resolved === null ? null : ClassRef.of(resolved);
}

/** A new value of a canonical type. Throws System.TypeException for types that cannot be constructed. */
export function newInstance(type: string): ApexValue {
  const object = findObject(type);
  if (object !== undefined) return new SObjectRecord(object);
  const meta = findClass(type);
  if (meta !== undefined) return meta.construct === null ? notConstructible(type) : meta.construct();
  switch (baseName(type)) {
    case "List":
      return new ApexList(type);
    case "Set":
      return new ApexSet(type);
    case "Map":
      return new ApexMap(type);
  }
  const constructor = platformMember(`${type}.<init>()`);
  if (constructor !== undefined) return callFunction(constructor, null, []);
  return type.includes(".") ? unsupported(`Type.newInstance of ${type}`) : notConstructible(type);
}

function notConstructible(type: string): never {
  throwApex("System.TypeException", `Type cannot be constructed: ${type}`);
}
