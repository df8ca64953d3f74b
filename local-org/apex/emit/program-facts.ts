/** What the emitter must know of the whole program: which classes keep static state, and which names are interfaces. */
import type { ApexType } from "../types/apex-type.ts";
import { fieldKey, mangled } from "./names.ts";
import type { BoundClass, BoundExpression, BoundInitializer, BoundMethod, BoundType, BoundUnit } from "../types/bound-tree.ts";

export interface ProgramFacts {
  /** Index into the statics of a realm; undefined for a class without static state. */
  slotOf(className: string): number | undefined;
  /** True when running the static initialisers can be noticed, so that every use of the class has to trigger them. */
  hasNoticeableInit(className: string): boolean;
  kindOf(typeName: string): BoundType["kind"] | undefined;
  /** True for a class that descends from the platform's Exception. */
  isException(className: string): boolean;
  /** JavaScript property that holds a field, or the hidden field of a property: unlike that of a super class's of the same name. */
  storageKey(owner: string, field: string): string;
  /** JavaScript name of a method: `jsName`, or one of its own for a private method whose name a super or sub class uses too. */
  methodKey(owner: string, jsName: string): string;
  /** Classes by slot. */
  readonly slots: readonly string[];
}

/** Gives every class with static fields, static properties or static initialisers a slot, in the order of the units. */
export function collectFacts(units: Iterable<BoundUnit>): ProgramFacts {
  const slots: string[] = [];
  const slotByName = new Map<string, number>();
  const noticeable = new Set<string>();
  const kinds = new Map<string, BoundType["kind"]>();
  const classes = new Map<string, BoundClass>();
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
    classes.set(type.name, type);
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
    ...memberNames(classes),
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

/** From this version on a private method is not overridden by one of the same signature. */
const PRIVATE_IS_PRIVATE = 61;

function memberNames(classes: ReadonlyMap<string, BoundClass>): Pick<ProgramFacts, "storageKey" | "methodKey"> {
  const storage = new Map<string, string>();
  const methods = new Map<string, string>();
  for (const type of classes.values()) {
    const inherited = ancestorsOf(type, classes);
    if (inherited.length === 0) continue;
    for (const name of storedNames(type)) {
      if (inherited.some((ancestor) => storedNames(ancestor).includes(name)))
        storage.set(`${type.name} ${name}`, `${fieldKey(name)}$${mangled(type.name)}`);
    }
    for (const own of instanceMethods(type)) {
      for (const ancestor of inherited) {
        const hidden = instanceMethods(ancestor).find((method) => method.jsName === own.jsName);
        if (hidden?.access !== "private" || ancestor.apiVersion < PRIVATE_IS_PRIVATE) continue;
        methods.set(`${ancestor.name} ${own.jsName}`, `${own.jsName}$$${mangled(ancestor.name)}`);
      }
    }
  }
  return {
    storageKey: (owner, name) => storage.get(`${owner} ${name}`) ?? fieldKey(name),
    methodKey: (owner, jsName) => methods.get(`${owner} ${jsName}`) ?? jsName,
  };
}

function ancestorsOf(type: BoundClass, classes: ReadonlyMap<string, BoundClass>): BoundClass[] {
  const result: BoundClass[] = [];
  for (let at = superOf(type, classes); at !== undefined && !result.includes(at); at = superOf(at, classes)) result.push(at);
  return result;
}

function superOf(type: BoundClass, classes: ReadonlyMap<string, BoundClass>): BoundClass | undefined {
  return type.superClass?.kind === "user" ? classes.get(type.superClass.name) : undefined;
}

function storedNames(type: BoundClass): string[] {
  return [...type.fields, ...type.properties].filter((one) => !one.isStatic).map((one) => one.name);
}

function instanceMethods(type: BoundClass): readonly BoundMethod[] {
  return type.methods.filter((method) => !method.isStatic && method.body !== null);
}
