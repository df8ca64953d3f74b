/**
 * Which type converts to which: implicitly (assignments, arguments, returns) with a cost for the choice between
 * overloads, or by a cast. What happens to the value at run time is a `Conversion` of the bound tree.
 */
import type { ApexType } from "./apex-type.ts";
import type { Conversion } from "./bound-tree.ts";
import {
  baseName,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ERROR,
  ID,
  INTEGER,
  isNumeric,
  LONG,
  mapOf,
  listOf,
  NULL,
  OBJECT,
  SOBJECT,
  STRING,
  typeArguments,
  VOID,
} from "./type-model.ts";

/** What conversions must know about declared types. */
export interface Hierarchy {
  /** Direct super class and interfaces, with generic arguments; nothing for Object. */
  supertypes(type: ApexType): readonly ApexType[];
  isInterface(type: ApexType): boolean;
}

export interface ImplicitConversion {
  /** 0: the same type; 9: to Object. */
  readonly cost: number;
  /** null: the value stays as it is and so does its type. */
  readonly conversion: Conversion | null;
}

/** Sets are invariant in assignments and returns, not in arguments. */
export type Usage = "assign" | "argument";

const IDENTITY: ImplicitConversion = { cost: 0, conversion: null };
const OBJECT_COST = 9;
/** Of a type that has a diagnostic: fits everything, and worse than what is known to fit. */
const UNKNOWN: ImplicitConversion = { cost: OBJECT_COST, conversion: null };

type ValueKind = Exclude<Conversion["kind"], "upcast" | "downcast">;

const widenings = new Map<ApexType, ReadonlyMap<ApexType, readonly [number, ValueKind]>>([
  [
    INTEGER,
    new Map<ApexType, readonly [number, ValueKind]>([
      [LONG, [1, "integerToLong"]],
      [DECIMAL, [2, "integerToDecimal"]],
      [DOUBLE, [3, "integerToDouble"]],
    ]),
  ],
  [
    LONG,
    new Map<ApexType, readonly [number, ValueKind]>([
      [DECIMAL, [1, "longToDecimal"]],
      [DOUBLE, [2, "longToDouble"]],
    ]),
  ],
  [DOUBLE, new Map<ApexType, readonly [number, ValueKind]>([[DECIMAL, [1, "doubleToDecimal"]]])],
  [DECIMAL, new Map<ApexType, readonly [number, ValueKind]>([[DOUBLE, [2, "decimalToDouble"]]])],
  [ID, new Map<ApexType, readonly [number, ValueKind]>([[STRING, [1, "idToString"]]])],
  [STRING, new Map<ApexType, readonly [number, ValueKind]>([[ID, [2, "stringToId"]]])],
  [DATE, new Map<ApexType, readonly [number, ValueKind]>([[DATETIME, [1, "dateToDatetime"]]])],
]);

const narrowings = new Map<ApexType, ReadonlyMap<ApexType, ValueKind>>([
  [LONG, new Map<ApexType, ValueKind>([[INTEGER, "longToInteger"]])],
  [
    DOUBLE,
    new Map<ApexType, ValueKind>([
      [INTEGER, "doubleToInteger"],
      [LONG, "doubleToLong"],
    ]),
  ],
  [
    DECIMAL,
    new Map<ApexType, ValueKind>([
      [INTEGER, "decimalToInteger"],
      [LONG, "decimalToLong"],
    ]),
  ],
]);

/** The implicit conversion from one type to another, or null when there is none. */
export function implicitConversion(from: ApexType, to: ApexType, hierarchy: Hierarchy, usage: Usage = "assign"): ImplicitConversion | null {
  if (from === to) return IDENTITY;
  if (from === ERROR || to === ERROR) return UNKNOWN;
  if (from === VOID || to === VOID || to === NULL) return null;
  if (from === NULL) return IDENTITY;
  if (to === OBJECT) return { cost: OBJECT_COST, conversion: { kind: from === DOUBLE ? "boxDouble" : "upcast", to } };
  if (from.kind === "primitive") {
    const widening = widenings.get(from)?.get(to);
    return widening === undefined ? null : { cost: widening[0], conversion: { kind: widening[1], to } };
  }
  if (from.kind === "sobject") return to === SOBJECT ? { cost: 1, conversion: { kind: "upcast", to } } : null;
  const distance = upcastDistance(from, to, hierarchy, usage);
  return distance === null ? null : { cost: Math.min(distance, OBJECT_COST - 1), conversion: { kind: "upcast", to } };
}

function upcastDistance(from: ApexType, to: ApexType, hierarchy: Hierarchy, usage: Usage): number | null {
  const wanted = baseName(to);
  let level: readonly ApexType[] = [from];
  for (let distance = 0; level.length > 0 && distance < 50; distance++) {
    for (const candidate of level) {
      if (candidate.kind === to.kind && baseName(candidate) === wanted && argumentsFit(candidate, to, hierarchy, usage)) {
        return distance + differingArguments(candidate, to);
      }
    }
    level = level.flatMap((type) => hierarchy.supertypes(type));
  }
  return null;
}

/** `Map<Id,String>` is nearer to `Map<Id,Object>` than to `Map<String,Object>`. */
function differingArguments(from: ApexType, to: ApexType): number {
  const given = typeArguments(from);
  return typeArguments(to).filter((argument, i) => argument !== given[i]).length;
}

function argumentsFit(from: ApexType, to: ApexType, hierarchy: Hierarchy, usage: Usage): boolean {
  if (from === to) return true;
  if (from.kind === "set" && usage === "assign") return false;
  const given = typeArguments(from);
  // The platform does not look at the element types of Iterable and other interfaces of its own.
  const isLoose = from.kind === "platform";
  return typeArguments(to).every((argument, i) => {
    const element = given[i] ?? OBJECT;
    return (
      elementFits(element, argument, from.kind !== "map", hierarchy, usage) || (isLoose && canBeInstance(element, argument, hierarchy))
    );
  });
}

/** Element types of collections: sub types, Object, Id and String, and (not in maps) SObject for a concrete sObject. */
function elementFits(from: ApexType, to: ApexType, narrowSObject: boolean, hierarchy: Hierarchy, usage: Usage): boolean {
  if (from === to || to === OBJECT || from === ERROR || to === ERROR) return true;
  if ((from === ID && to === STRING) || (from === STRING && to === ID)) return true;
  if (from.kind === "primitive" || to.kind === "primitive") return false;
  if (from.kind === "sobject" && to.kind === "sobject") return to === SOBJECT || (narrowSObject && from === SOBJECT);
  return implicitConversion(from, to, hierarchy, usage) !== null;
}

/** The conversion that a cast stands for, null: no change, or undefined when a value of one is never one of the other. */
export function castConversion(from: ApexType, to: ApexType, hierarchy: Hierarchy): Conversion | null | undefined {
  const implicit = implicitConversion(from, to, hierarchy, "argument");
  if (implicit !== null) return implicit.conversion;
  if (from === VOID || to === VOID) return undefined;
  const narrowing = narrowings.get(from)?.get(to);
  if (narrowing !== undefined) return { kind: narrowing, to };
  if (from === OBJECT) return { kind: to === DOUBLE ? "unboxDouble" : "downcast", to };
  return canBeInstance(from, to, hierarchy) ? { kind: "downcast", to } : undefined;
}

/** Whether a value of static type `from` may turn out to be a `to`. */
export function canBeInstance(from: ApexType, to: ApexType, hierarchy: Hierarchy): boolean {
  if (from === OBJECT || to === OBJECT || from === ERROR || to === ERROR || from === to) return true;
  if (from === NULL) return true;
  if (from.kind === "primitive" || to.kind === "primitive") {
    return implicitConversion(from, to, hierarchy) !== null || (isNumeric(from) && isNumeric(to));
  }
  if (from.kind === "sobject" && to.kind === "sobject") return isAnySObject(from) || isAnySObject(to);
  if (from.kind === "sobject" || to.kind === "sobject") return false;
  if (from.kind === to.kind && baseName(from) === baseName(to)) {
    const given = typeArguments(from);
    return typeArguments(to).every((argument, i) => canBeInstance(given[i] ?? OBJECT, argument, hierarchy));
  }
  if (implicitConversion(from, to, hierarchy, "argument") !== null || implicitConversion(to, from, hierarchy, "argument") !== null)
    return true;
  const generic = (type: ApexType): boolean => type.kind === "list" || type.kind === "set" || type.kind === "map";
  if (generic(from) || generic(to)) return reachesGeneric(from, to, hierarchy) || reachesGeneric(to, from, hierarchy);
  return hierarchy.isInterface(from) || hierarchy.isInterface(to);
}

/** A collection against `Iterable<...>` with other arguments. */
function reachesGeneric(from: ApexType, to: ApexType, hierarchy: Hierarchy): boolean {
  return hierarchy.supertypes(from).some((type) => baseName(type) === baseName(to) || reachesGeneric(type, to, hierarchy));
}

/** `SObject` and the polymorphic `Name` stand for every concrete type. */
function isAnySObject(type: ApexType): boolean {
  return type === SOBJECT || type.name === "Name";
}

/** The type of `condition ? a : b` and `a ?? b`, or null when the two do not go together. */
export function commonType(left: ApexType, right: ApexType, hierarchy: Hierarchy): ApexType | null {
  if (left === right || right === ERROR || right === NULL) return left;
  if (left === ERROR || left === NULL) return right;
  const toLeft = implicitConversion(right, left, hierarchy);
  const toRight = implicitConversion(left, right, hierarchy);
  if (toLeft !== null && (toRight === null || toLeft.cost <= toRight.cost)) return left;
  if (toRight !== null) return right;
  if (left === VOID || right === VOID) return null;
  if (left.kind === "sobject" && right.kind === "sobject") return SOBJECT;
  if (left.kind === "list" && right.kind === "list") return optional(commonType(left.element, right.element, hierarchy), listOf);
  if (left.kind === "map" && right.kind === "map" && left.key === right.key) {
    return optional(commonType(left.value, right.value, hierarchy), (value) => mapOf(left.key, value));
  }
  if (left.kind === "primitive" && right.kind === "primitive") return null;
  return nearestCommonAncestor(left, right, hierarchy);
}

function optional(type: ApexType | null, make: (type: ApexType) => ApexType): ApexType | null {
  return type === null ? null : make(type);
}

function nearestCommonAncestor(left: ApexType, right: ApexType, hierarchy: Hierarchy): ApexType | null {
  for (let level: readonly ApexType[] = [left]; level.length > 0; level = level.flatMap((type) => hierarchy.supertypes(type))) {
    const common = level.find((candidate) => implicitConversion(right, candidate, hierarchy) !== null);
    if (common !== undefined) return common;
  }
  return null;
}
