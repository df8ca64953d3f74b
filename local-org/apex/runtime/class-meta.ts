/** What is known at run time about a class, interface or enum of the project. The emitter makes one per declaration. */
import type { ApexValue } from "./values.ts";
import type { EnumValue } from "./enum-value.ts";

export type Access = "private" | "protected" | "public" | "global";

export interface AnnotationMeta {
  /** Lower case, without `@`. */
  readonly name: string;
  /** Keys in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** An instance or static field, or a property. */
export interface FieldMeta {
  readonly name: string;
  /** Canonical name of the declared type. */
  readonly type: string;
  readonly kind: "field" | "property";
  /** JavaScript property that holds the value (also of an `auto` property); null for a property without storage. */
  readonly storage: string | null;
  /** JavaScript accessor of a property: reading and writing it runs the getter and setter. Null for a field. */
  readonly accessor: string | null;
  /** False: a property without that accessor. */
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly access: Access;
  readonly annotations: readonly AnnotationMeta[];
}

export interface MethodMeta {
  readonly name: string;
  readonly jsName: string;
  /** Canonical type names. */
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly access: Access;
  readonly annotations: readonly AnnotationMeta[];
}

export interface ClassMeta {
  /** Canonical name (`Outer.Inner`). */
  readonly name: string;
  readonly kind: "class" | "interface" | "enum";
  /** Canonical name, of the project or the platform (`System.Exception`); null when it is Object. */
  readonly superClass: string | null;
  /** All interfaces, inherited ones included, canonical with arguments (`Database.Batchable<SObject>`). */
  readonly interfaces: readonly string[];
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly isException: boolean;
  readonly sharing: "with" | "without" | "inherited" | "none";
  readonly apiVersion: number;
  readonly access: Access;
  readonly annotations: readonly AnnotationMeta[];
  /** Own fields and properties in source order. */
  readonly fields: readonly FieldMeta[];
  /** Own methods. */
  readonly methods: readonly MethodMeta[];
  /** Constants of an enum, in order; empty otherwise. */
  readonly enumValues: readonly EnumValue[];
  /** True when there is a constructor without parameters (written or implicit) that `Type.newInstance` may use. */
  readonly hasDefaultConstructor: boolean;
  /** A new instance without running a constructor: field initialisers included or not is the emitter's matter. Null: abstract, interface, enum. */
  readonly allocate: (() => ApexValue) | null;
  /** A new instance by the constructor without parameters; null when there is none. */
  readonly construct: (() => ApexValue) | null;
}

/** The classes of the running program, by canonical name in any case. */
export interface ClassRegistry {
  find(name: string): ClassMeta | undefined;
}
