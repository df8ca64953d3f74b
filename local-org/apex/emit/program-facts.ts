/** What the emitter must know of the whole program: which classes keep static state, and which names are interfaces. */
import type { ApexType } from "../types/apex-type.ts";
import type { BoundClass, BoundExpression, BoundInitializer, BoundType, BoundUnit } from "../types/bound-tree.ts";

export interface ProgramFacts {
  /** Index into the statics of a realm; undefined for a class without static state. */
  slotOf(className: string): number | undefined;
  /** True when running the static initialisers can be noticed, so that every use of the class has to trigger them. */
  hasNoticeableInit(className: string): boolean;
  kindOf(typeName: string): BoundType["kind"] | undefined;
  /** True for a class that descends from the platform's Exception. */
  isException(className: string): boolean;
  /** Classes by slot. */
  readonly slots: readonly string[];
}

/** Gives every class with static fields, static properties or static initialisers a slot, in the order of the units. */
export function collectFacts(units: Iterable<BoundUnit>): ProgramFacts {
  const slots: string[] = [];
  const slotByName = new Map<string, number>();
  const noticeable = new Set<string>();
  const kinds = new Map<string, BoundType["kind"]>();
  const superClasses = new Map<string, ApexType | null>();
  const isException = (name: string): boolean => {
    const superClass = superClasses.get(name);
    if (superClass === undefined || superClass === null) return false;
    return superClass.kind === "user" ? isException(superClass.name) : superClass.name.endsWith("Exception");
  };
  const visit = (type: BoundType): void => {
    kinds.set(type.name, type.kind);
    if (type.kind !== "class") return;
    superClasses.set(type.name, type.superClass);
    if (keepsStatics(type)) {
      slotByName.set(type.name, slots.length);
      slots.push(type.name);
    }
    if (type.staticInitializers.some(isNoticeable)) noticeable.add(type.name);
    type.inner.forEach(visit);
  };
  for (const { declaration } of units) if (declaration.kind !== "trigger") visit(declaration);
  return {
    slotOf: (name) => slotByName.get(name),
    hasNoticeableInit: (name) => noticeable.has(name),
    kindOf: (name) => kinds.get(name),
    isException,
    slots,
  };
}

function keepsStatics(type: BoundClass): boolean {
  return (
    type.staticInitializers.length > 0 ||
    type.fields.some((field) => field.isStatic) ||
    type.properties.some((property) => property.isStatic)
  );
}

function isNoticeable(initializer: BoundInitializer): boolean {
  return initializer.kind === "block" || !isPure(initializer.value);
}

/** Literals and empty collections: nobody can tell when they were evaluated. */
function isPure(value: BoundExpression): boolean {
  switch (value.kind) {
    case "literal":
    case "enumConstant":
    case "classLiteral":
      return true;
    case "convert":
    case "negate":
      return isPure(value.operand);
    case "newCollection":
      return value.elements.every(isPure) && value.copyOf === null && value.size === null;
    case "newMap":
      return value.copyOf === null && value.entries.every((entry) => isPure(entry.key) && isPure(entry.value));
    default:
      return false;
  }
}
