/**
 * Static types of Apex. One immutable object per distinct type: two types are the same exactly when their
 * `name` is the same (canonical spelling, case of the declaration).
 *
 * Canonical names: primitives and `Object`, `void`, `null` bare (`String`); collections with their arguments
 * (`Map<Id,List<Account>>`, no spaces); sObjects by API name (`Account`, generic: `SObject`); platform classes
 * with their namespace (`System.Http`, `Database.QueryLocator`); classes of the project as declared
 * (`CallLogService`, `Outer.Inner`).
 */
export type PrimitiveName =
  "Blob" | "Boolean" | "Date" | "Datetime" | "Decimal" | "Double" | "Id" | "Integer" | "Long" | "Object" | "String" | "Time";

export type ApexType =
  | { readonly kind: "primitive"; readonly name: PrimitiveName }
  | { readonly kind: "void"; readonly name: "void" }
  /** The type of the literal `null`; converts to every type. */
  | { readonly kind: "null"; readonly name: "null" }
  | { readonly kind: "list"; readonly name: string; readonly element: ApexType }
  | { readonly kind: "set"; readonly name: string; readonly element: ApexType }
  | { readonly kind: "map"; readonly name: string; readonly key: ApexType; readonly value: ApexType }
  /** A concrete sObject type, or the generic `SObject` (name "SObject"). */
  | { readonly kind: "sobject"; readonly name: string }
  /** A class, interface or enum of the platform; `args` are its generic arguments (`Database.Batchable<SObject>`). */
  | { readonly kind: "platform"; readonly name: string; readonly args: readonly ApexType[] }
  /** A class, interface or enum of the project (or an inner one). */
  | { readonly kind: "user"; readonly name: string };
