/** Rules between a class and what it inherits: overriding, abstract methods, interfaces. */
import type { ApexType } from "./apex-type.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { implicitConversion } from "./conversions.ts";
import { methodsNamed } from "./member-lookup.ts";
import { isNarrower } from "./modifiers.ts";
import { ERROR, OBJECT, SOBJECT } from "./type-model.ts";
import { classChain, signature, topLevel } from "./user-types.ts";
import type { UserMethod, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

/** Reports every broken rule of inheritance of a class. */
export function checkClassRules(world: World, type: UserType): void {
  if (type.kind !== "class") return;
  for (const overloads of type.methods.values()) for (const method of overloads) checkOverride(world, type, method);
  checkExceptionName(world, type);
  checkAccess(world, type);
  for (const method of [...type.methods.values()].flat()) checkProtected(world, type, method);
  checkAuraOverloads(world, type);
  if (!type.isAbstract) requireAbstractMethods(world, type);
  requireInterfaceMethods(world, type);
}

function checkExceptionName(world: World, type: UserType): void {
  const { declaration } = type;
  if (declaration.kind !== "class" || (declaration.superClass !== null && type.superClass === null)) return;
  const isNamed = type.simpleName.toLowerCase().endsWith("exception");
  if (type.isException && !isNamed)
    world.report(type.file, declaration.position, `Classes extending Exception must have a name ending in 'Exception': ${type.name}`);
  if (!type.isException && isNamed)
    world.report(type.file, declaration.position, `Exception class must extend another Exception class: ${type.name}`);
}

/** Refused since API version 65. */
function checkAccess(world: World, type: UserType): void {
  if (type.apiVersion < 65) return;
  for (const method of [...type.methods.values()].flat()) {
    if (method.access !== "private" || !(method.isAbstract || method.isOverride)) continue;
    const kind = method.isAbstract ? "Abstract" : "Override";
    const text = `${kind} methods require at least one of the following: global, public, protected`;
    world.report(type.file, method.declaration.position, text);
  }
}

function checkProtected(world: World, type: UserType, method: UserMethod): void {
  if (method.access !== "protected" || method.isStatic || method.isOverride || type.isVirtual || type.superClass !== null) return;
  world.report(type.file, method.declaration.position, "New protected methods cannot be defined in non-virtual classes");
}

/** Refused since API version 55. */
function checkAuraOverloads(world: World, type: UserType): void {
  if (type.apiVersion < 55) return;
  for (const overloads of type.methods.values()) {
    const [, second] = overloads.filter((method) => method.annotations.some((annotation) => annotation.name === "auraenabled"));
    if (second === undefined) continue;
    const text = `Overload of AuraEnabled method: ${second.name} overload is not permitted`;
    world.report(type.file, second.declaration.position, text);
  }
}

export function describe(method: UserMethod, owner: string = method.owner.name): string {
  const types = method.parameters.map((parameter) => parameter.type);
  return `${method.returns.name} ${owner}.${signature(method.name, types)}`;
}

/** The parameters count as the same when lists of records differ only in their object: `List<Account>` for `List<SObject>`. */
export function sameParameters(method: UserMethod, types: readonly ApexType[]): boolean {
  return method.parameters.length === types.length && method.parameters.every(({ type }, i) => sameParameter(type, types[i] ?? OBJECT));
}

function sameParameter(type: ApexType, wanted: ApexType): boolean {
  if (type === wanted) return true;
  if (type.kind !== "list" || wanted.kind !== "list" || type.element.kind !== "sobject") return false;
  return wanted.element === SOBJECT || (type.element === SOBJECT && wanted.element.kind === "sobject");
}

/** The method of a super class that this one has the name and parameters of. */
function inherited(type: UserType, method: UserMethod): UserMethod | undefined {
  const types = method.parameters.map((parameter) => parameter.type);
  for (const ancestor of classChain(type)) {
    if (ancestor === type) continue;
    const found = ancestor.methods.get(method.name.toLowerCase())?.find((one) => sameParameters(one, types));
    if (found === undefined) continue;
    // Private virtual methods can be overridden; without the word `override` the two have nothing to do with each other.
    const isOverridden = found.isVirtual && method.isOverride;
    if (found.access !== "private" || found.isAbstract || isOverridden || topLevel(ancestor) === topLevel(type)) return found;
  }
  return undefined;
}

function checkOverride(world: World, type: UserType, method: UserMethod): void {
  const { position } = method.declaration;
  const parent = inherited(type, method);
  const report = (text: string): void => world.report(type.file, position, `${text}: ${describe(method)}`);
  // Private methods, abstract ones of old API versions included, are implemented without the keyword.
  if (parent?.access === "private") return;
  if (parent === undefined) {
    if (method.isOverride && !overridesPlatform(world, type, method)) report("Method does not override an ancestor method");
    return;
  }
  if (parent.isStatic && method.isStatic) return;
  if (parent.isStatic !== method.isStatic) return report("Static and instance methods cannot override each other");
  if (!parent.isVirtual) return report("Non-virtual, non-abstract methods cannot be overridden");
  if (!method.isOverride) return report("Method must use the override keyword");
  if (!returnsFit(world, method.returns, parent.returns)) {
    return world.report(type.file, position, `Method return types clash: ${describe(method)} vs ${describe(parent)}`);
  }
  if (isNarrower(method.access, parent.access === "global" ? "public" : parent.access))
    report("Cannot reduce the visibility of the inherited method");
}

/** `toString()` and kin, methods of `Exception` and other platform classes. */
function overridesPlatform(world: World, type: UserType, method: UserMethod): boolean {
  const lower = method.name.toLowerCase();
  const platform = [...classChain(type)].map((one) => one.superClass).find((one) => one !== null && world.userType(one) === undefined);
  const candidates = [...methodsNamed(world, platform ?? OBJECT, lower), ...methodsNamed(world, OBJECT, lower)];
  return candidates.some((candidate) => candidate.parameters.length === method.parameters.length);
}

function requireAbstractMethods(world: World, type: UserType): void {
  for (const ancestor of classChain(type)) {
    for (const method of [...ancestor.methods.values()].flat()) {
      if (!method.isAbstract) continue;
      const types = method.parameters.map((parameter) => parameter.type);
      const found = implementation(type, method.name, (one) => sameParameters(one, types));
      if (found !== undefined && !found.isAbstract) continue;
      if (ancestor === type) continue; // the parser has refused it
      world.report(type.file, type.declaration.position, `Class ${type.name} must implement the abstract method: ${describe(method)}`);
    }
  }
}

/** The method of a class or its super classes, nearest first. */
export function implementation(
  type: UserType,
  name: string,
  fits: (method: UserMethod) => boolean,
  orStatic = false,
): UserMethod | undefined {
  for (const ancestor of classChain(type)) {
    const found = ancestor.methods.get(name.toLowerCase())?.find((method) => (orStatic || !method.isStatic) && fits(method));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All interfaces of a class or interface: own, inherited, and those they extend. */
export function allInterfaces(world: World, type: UserType): readonly ApexType[] {
  const found = new Set<ApexType>();
  const visit = (at: ApexType): void => {
    if (world.isInterface(at)) {
      if (found.has(at)) return;
      found.add(at);
    }
    world.supertypes(at).forEach(visit);
  };
  world.supertypes(type.type).forEach(visit);
  return [...found];
}

function requireInterfaceMethods(world: World, type: UserType): void {
  for (const required of allInterfaces(world, type)) {
    const declared = world.userType(required);
    if (declared === undefined) requirePlatformMethods(world, type, required);
    else for (const method of [...declared.methods.values()].flat()) requireMethod(world, type, method);
  }
}

function requireMethod(world: World, type: UserType, wanted: UserMethod): void {
  const types = wanted.parameters.map((parameter) => parameter.type);
  const found = implementation(type, wanted.name, (method) => sameParameters(method, types), true);
  const { position } = type.declaration;
  if (found === undefined) {
    if (!type.isAbstract && !types.includes(ERROR) && !isOfEveryObject(wanted))
      world.report(type.file, position, `Class ${type.name} must implement the method: ${describe(wanted)}`);
    return;
  }
  if (found.owner !== type) return;
  if (!returnsFit(world, found.returns, wanted.returns)) {
    world.report(type.file, found.declaration.position, `Method return types clash: ${describe(found)} vs ${describe(wanted)}`);
  }
  requirePublic(world, type, found);
}

/** The same type, a class that extends or implements it, or a list of records for a list of generic ones. */
function returnsFit(world: World, given: ApexType, wanted: ApexType): boolean {
  if (given === wanted || given === ERROR || wanted === ERROR) return true;
  const isUser = given.kind === "user" && wanted.kind === "user";
  const isRows = given.kind === "list" && wanted.kind === "list" && given.element.kind === "sobject" && wanted.element.kind === "sobject";
  return (isUser || isRows) && implicitConversion(given, wanted, world) !== null;
}

/** An interface may ask for what every object has. */
function isOfEveryObject(wanted: UserMethod): boolean {
  const name = wanted.name.toLowerCase();
  if (name === "equals") return wanted.parameters.length === 1;
  return (name === "tostring" || name === "hashcode") && wanted.parameters.length === 0;
}

function requirePublic(world: World, type: UserType, found: UserMethod): void {
  if (found.access === "public" || found.access === "global" || type.isAbstract) return;
  const text = "Overriding implementations of global or public interface methods must be global or public";
  world.report(type.file, found.declaration.position, `${text}: ${describe(found)}`);
}

export interface PlatformMethod {
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
}

export function platformMethods(world: World, type: ApexType): readonly PlatformMethod[] {
  const declared = world.catalogClass(type);
  if (declared === undefined) return [];
  const variables = world.typeVariables(type, declared);
  return declared.methods
    .filter((method) => !method.static)
    .map((method) => ({
      name: method.name,
      parameters: method.parameters.map((text) => parseCatalogType(text, world.catalog, variables)),
      returns: parseCatalogType(method.returns, world.catalog, variables),
    }));
}

/** The method of a class that implements a platform method: element types of lists may be narrower (`List<Account>` for `List<SObject>`). */
export function platformImplementation(world: World, type: UserType, wanted: PlatformMethod): UserMethod | undefined {
  const fits = (method: UserMethod): boolean =>
    method.parameters.length === wanted.parameters.length &&
    method.parameters.every(
      (parameter, i) => implicitConversion(wanted.parameters[i] ?? OBJECT, parameter.type, world, "argument") !== null,
    );
  // The platform accepts a static method for a method of its own interfaces.
  return implementation(type, wanted.name, fits, true);
}

function requirePlatformMethods(world: World, type: UserType, required: ApexType): void {
  for (const wanted of platformMethods(world, required)) {
    const found = platformImplementation(world, type, wanted);
    if (found !== undefined) {
      if (found.owner === type) requirePublic(world, type, found);
      if (found.owner === type && !returnFits(world, found.returns, wanted)) {
        const text = `Method return types clash: ${describe(found)} vs ${wanted.returns.name} ${required.name}.${signature(wanted.name, wanted.parameters)}`;
        world.report(type.file, found.declaration.position, text);
      }
      continue;
    }
    if (type.isAbstract) continue;
    const text = `Class ${type.name} must implement the method: ${wanted.returns.name} ${required.name}.${signature(wanted.name, wanted.parameters)}`;
    world.report(type.file, type.declaration.position, text);
  }
}

/** `start` of a batch gives a QueryLocator or anything iterable. */
function returnFits(world: World, given: ApexType, wanted: PlatformMethod): boolean {
  if (given === wanted.returns || given === ERROR) return true;
  if (wanted.returns.name === "Database.QueryLocator") return world.isA(given, "System.Iterable");
  return implicitConversion(given, wanted.returns, world, "argument") !== null;
}
