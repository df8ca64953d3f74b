/** Finds the members of a type by name: of the project's classes, of the platform's, inherited ones included. */
import type { CatalogClass, CatalogMethod } from "../catalog/catalog.ts";
import type { ApexType } from "./apex-type.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { BOOLEAN, INTEGER, OBJECT, SOBJECT, STRING } from "./type-model.ts";
import { classChain } from "./user-types.ts";
import type { UserMethod, UserType, UserVariable } from "./user-types.ts";
import type { World } from "./world.ts";

/** A method that a call may mean. */
export interface MethodCandidate {
  readonly name: string;
  readonly owner: ApexType;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
  readonly isStatic: boolean;
  readonly user: UserMethod | null;
  /** Library key of a platform method: `String#contains(String)`. */
  readonly member: string | null;
}

/** A field or property of a platform class. */
export interface PlatformVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly member: string;
}

const caches = new WeakMap<World, Map<ApexType, Map<string, readonly MethodCandidate[]>>>();

/** All methods of that name, nearest first; an overridden method does not appear. */
export function methodsNamed(world: World, type: ApexType, name: string): readonly MethodCandidate[] {
  const byType = cached(caches, world, () => new Map<ApexType, Map<string, readonly MethodCandidate[]>>());
  const byName = cached(byType, type, () => new Map<string, readonly MethodCandidate[]>());
  return cached(byName, name.toLowerCase(), () => collectMethods(world, type, name.toLowerCase()));
}

interface Cache<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function cached<Key, Value>(map: Cache<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function collectMethods(world: World, type: ApexType, lowerName: string): readonly MethodCandidate[] {
  const found: MethodCandidate[] = [];
  const seen = new Set<string>();
  const add = (candidate: MethodCandidate): void => {
    const key = candidate.parameters.map((parameter) => parameter.name).join(",");
    if (seen.has(key)) return;
    seen.add(key);
    found.push(candidate);
  };
  const visited = new Set<ApexType>();
  const visit = (at: ApexType): void => {
    if (visited.has(at)) return;
    visited.add(at);
    for (const candidate of ownMethods(world, at, lowerName, type)) add(candidate);
    world.supertypes(at).forEach(visit);
  };
  visit(type);
  for (const candidate of objectMethods(world, type, lowerName)) add(candidate);
  return found;
}

function ownMethods(world: World, type: ApexType, lowerName: string, receiver: ApexType): readonly MethodCandidate[] {
  const user = world.userType(type);
  if (user !== undefined) return (user.methods.get(lowerName) ?? []).map((method) => userCandidate(type, method));
  const declared = world.catalogClass(type);
  if (declared === undefined) return [];
  const variables = world.typeVariables(type, declared);
  return declared.methods
    .filter((method) => method.name.toLowerCase() === lowerName && isReal(declared, method))
    .map((method) => platformCandidate(world, type, declared, method, variables, receiver));
}

/** The stubs give custom setting methods to every record; they are static methods of the setting's type. */
function isReal(declared: CatalogClass, method: CatalogMethod): boolean {
  return declared.name !== "SObject" || !/^(getAll|getInstance|getOrgDefaults|getValues)$/.test(method.name);
}

function userCandidate(owner: ApexType, method: UserMethod): MethodCandidate {
  return {
    name: method.name,
    owner,
    parameters: method.parameters.map((parameter) => parameter.type),
    returns: method.returns,
    isStatic: method.isStatic,
    user: method,
    member: null,
  };
}

function platformCandidate(
  world: World,
  owner: ApexType,
  declared: CatalogClass,
  method: CatalogMethod,
  variables: ReadonlyMap<string, ApexType>,
  receiver: ApexType,
): MethodCandidate {
  const returnsSelf = declared.name === "SObject" && method.name === "clone";
  return {
    name: method.name,
    owner,
    parameters: method.parameters.map((text) => parseCatalogType(text, world.catalog, variables)),
    returns: returnsSelf ? receiver : parseCatalogType(method.returns, world.catalog, variables),
    isStatic: method.static,
    user: null,
    member: memberKey(world, declared, method.name, method.parameters, method.static),
  };
}

/** `List#add(Integer,Object)`: type variables read as Object. */
export function memberKey(world: World, declared: CatalogClass, name: string, parameters: readonly string[], isStatic: boolean): string {
  return `${declared.name}${isStatic ? "." : "#"}${name}${parameterKey(world, declared, parameters)}`;
}

export function parameterKey(world: World, declared: CatalogClass, parameters: readonly string[]): string {
  const variables = new Map(declared.typeParameters.map((name) => [name, OBJECT] as const));
  return `(${parameters.map((text) => (variables.size === 0 ? text : parseCatalogType(text, world.catalog, variables).name)).join(",")})`;
}

/** What every object has, and what every enum constant has. */
function objectMethods(world: World, type: ApexType, lowerName: string): readonly MethodCandidate[] {
  const method = (name: string, parameters: readonly ApexType[], returns: ApexType, owner = "Object"): MethodCandidate => ({
    name,
    owner: type,
    parameters,
    returns,
    isStatic: false,
    user: null,
    member: `${owner}#${name}(${parameters.map((parameter) => parameter.name).join(",")})`,
  });
  switch (lowerName) {
    case "equals":
      return [method("equals", [OBJECT], BOOLEAN)];
    case "hashcode":
      return [method("hashCode", [], INTEGER)];
    case "tostring":
      return [method("toString", [], STRING)];
    case "clone":
      return type.kind === "user" && !world.isInterface(type) && !world.isEnum(type) ? [method("clone", [], type)] : [];
    case "name":
      return world.isEnum(type) ? [method("name", [], STRING, "Enum")] : [];
    case "ordinal":
      return world.isEnum(type) ? [method("ordinal", [], INTEGER, "Enum")] : [];
    default:
      return [];
  }
}

/** All names of methods that a type has, for suggestions. */
export function methodNames(world: World, type: ApexType): readonly string[] {
  const names = new Set<string>();
  const visit = (at: ApexType): void => {
    const user = world.userType(at);
    if (user !== undefined) for (const overloads of user.methods.values()) for (const method of overloads) names.add(method.name);
    for (const method of world.catalogClass(at)?.methods ?? []) names.add(method.name);
    world.supertypes(at).forEach(visit);
  };
  visit(type);
  return [...names];
}

/** The field or property of that name in a class of the project and its super classes, nearest first. */
export function* userVariablesNamed(type: UserType, name: string): Iterable<UserVariable> {
  const key = name.toLowerCase();
  for (const declared of classChain(type)) {
    const variable = declared.variables.get(key);
    if (variable !== undefined) yield variable;
  }
}

/** The field or property of a platform type (not of sObjects, whose fields the schema knows). */
export function platformVariable(world: World, type: ApexType, name: string): PlatformVariable | undefined {
  if (type.kind === "sobject" && type !== SOBJECT) return undefined;
  const lowerName = name.toLowerCase();
  const visit = (at: ApexType): PlatformVariable | undefined => {
    const declared = world.catalogClass(at);
    const field = declared?.fields.find((candidate) => candidate.name.toLowerCase() === lowerName);
    if (declared !== undefined && field !== undefined) {
      return {
        name: field.name,
        type: parseCatalogType(field.type, world.catalog, world.typeVariables(at, declared)),
        isStatic: field.static,
        member: `${declared.name}${field.static ? "." : "#"}${field.name}`,
      };
    }
    for (const parent of world.supertypes(at)) {
      const inherited = visit(parent);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  };
  return visit(type);
}
