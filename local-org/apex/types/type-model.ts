/**
 * Makes and recognises static types. Types are interned: two types are the same exactly when they are the same object.
 */
import type { ApexType, PrimitiveName } from "./apex-type.ts";

type Of<Kind extends ApexType["kind"]> = Extract<ApexType, { kind: Kind }>;

const interned = new Map<string, ApexType>();

function intern<T extends ApexType>(type: T): T {
  const key = `${type.kind} ${type.name}`;
  const known = interned.get(key);
  if (known !== undefined && known.kind === type.kind) return known as T;
  interned.set(key, type);
  return type;
}

const primitiveNames: readonly PrimitiveName[] = [
  "Blob",
  "Boolean",
  "Date",
  "Datetime",
  "Decimal",
  "Double",
  "Id",
  "Integer",
  "Long",
  "Object",
  "String",
  "Time",
];

const primitivesByLowerName = new Map<string, Of<"primitive">>(
  primitiveNames.map((name) => [name.toLowerCase(), intern({ kind: "primitive", name })]),
);

function required(name: PrimitiveName): Of<"primitive"> {
  return intern({ kind: "primitive", name });
}

export const OBJECT = required("Object");
export const STRING = required("String");
export const ID = required("Id");
export const BOOLEAN = required("Boolean");
export const INTEGER = required("Integer");
export const LONG = required("Long");
export const DOUBLE = required("Double");
export const DECIMAL = required("Decimal");
export const DATE = required("Date");
export const DATETIME = required("Datetime");
export const TIME = required("Time");
export const BLOB = required("Blob");
export const VOID: ApexType = intern({ kind: "void", name: "void" });
export const NULL: ApexType = intern({ kind: "null", name: "null" });
export const SOBJECT: ApexType = intern({ kind: "sobject", name: "SObject" });
export const AGGREGATE_RESULT: ApexType = intern({ kind: "sobject", name: "AggregateResult" });

/** Type of an expression that already has a diagnostic; it goes with everything, so that one fault gives one message. */
export const ERROR: ApexType = { kind: "null", name: "null" };

/** The primitive of that name in any case, or undefined. */
export function primitiveNamed(name: string): Of<"primitive"> | undefined {
  return primitivesByLowerName.get(name.toLowerCase());
}

export function listOf(element: ApexType): Of<"list"> {
  return intern({ kind: "list", name: `List<${element.name}>`, element });
}

export function setOf(element: ApexType): Of<"set"> {
  return intern({ kind: "set", name: `Set<${element.name}>`, element });
}

export function mapOf(key: ApexType, value: ApexType): Of<"map"> {
  return intern({ kind: "map", name: `Map<${key.name},${value.name}>`, key, value });
}

export function sobjectType(name: string): ApexType {
  return intern({ kind: "sobject", name });
}

/** `name` without arguments, `System.Iterator`. */
export function platformType(name: string, args: readonly ApexType[] = []): Of<"platform"> {
  return intern({ kind: "platform", name: args.length === 0 ? name : `${name}<${args.map((arg) => arg.name).join(",")}>`, args });
}

export function userType(name: string): ApexType {
  return intern({ kind: "user", name });
}

/** Name of a type without its generic arguments: `Map`, `System.Iterator`, `Account`. */
export function baseName(type: ApexType): string {
  switch (type.kind) {
    case "list":
      return "List";
    case "set":
      return "Set";
    case "map":
      return "Map";
    case "platform":
      return type.args.length === 0 ? type.name : type.name.slice(0, type.name.indexOf("<"));
    default:
      return type.name;
  }
}

/** Generic arguments of a type, in order. */
export function typeArguments(type: ApexType): readonly ApexType[] {
  switch (type.kind) {
    case "list":
    case "set":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "platform":
      return type.args;
    default:
      return [];
  }
}

/** The same generic type with other arguments. */
export function withArguments(type: ApexType, args: readonly ApexType[]): ApexType {
  const [first = OBJECT, second = OBJECT] = args;
  switch (type.kind) {
    case "list":
      return listOf(first);
    case "set":
      return setOf(first);
    case "map":
      return mapOf(first, second);
    case "platform":
      return platformType(baseName(type), args);
    default:
      return type;
  }
}

const numericRank: Readonly<Record<string, number>> = { Integer: 0, Long: 1, Double: 2, Decimal: 3 };

export function isNumeric(type: ApexType): type is ApexType & { readonly name: "Integer" | "Long" | "Double" | "Decimal" } {
  return type.kind === "primitive" && type.name in numericRank;
}

/** The wider of two numeric types: Integer, Long, Double, Decimal in this order. */
export function widerNumeric<T extends ApexType>(left: T, right: T): T {
  return (numericRank[left.name] ?? 0) >= (numericRank[right.name] ?? 0) ? left : right;
}

export function isPrimitive(type: ApexType): boolean {
  return type.kind === "primitive" && type !== OBJECT;
}

export function isCollection(type: ApexType): boolean {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** Date, Datetime or Time. */
export function isTemporal(type: ApexType): boolean {
  return type === DATE || type === DATETIME || type === TIME;
}
