/** What a type name in the source stands for, by the platform's order: inner types, outer classes, the project, the platform, sObjects. */
import type { TypeName, TypeReference } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import { typeOfCatalogName } from "./catalog-types.ts";
import { AGGREGATE_RESULT, listOf, OBJECT, platformType, primitiveNamed, SOBJECT, sobjectType } from "./type-model.ts";
import { classChain, topLevel } from "./user-types.ts";
import type { UserType } from "./user-types.ts";
import type { World } from "./world.ts";

/** The type, or a message that says what is wrong with its name. */
export type ResolvedType = { readonly type: ApexType } | { readonly problem: string; readonly kind?: "unsupported" };

/** Resolves a type reference as seen from inside `scope` (null: a trigger). */
export function resolveTypeReference(world: World, reference: TypeReference, scope: UserType | null): ResolvedType {
  const resolved = resolveNames(world, reference.names, scope);
  if ("problem" in resolved) return resolved;
  let { type } = resolved;
  for (let depth = 0; depth < reference.arrayDepth; depth++) type = listOf(type);
  return { type };
}

/** `Map<Id, List<Account>>` as it is written. */
export function writtenType(reference: TypeReference): string {
  const name = (part: TypeName): string =>
    part.arguments.length === 0 ? part.name : `${part.name}<${part.arguments.map(writtenType).join(", ")}>`;
  return reference.names.map(name).join(".") + "[]".repeat(reference.arrayDepth);
}

function resolveNames(world: World, names: readonly TypeName[], scope: UserType | null): ResolvedType {
  const args: ApexType[] = [];
  for (const part of names) {
    for (const argument of part.arguments) {
      const resolved = resolveTypeReference(world, argument, scope);
      if ("problem" in resolved) return resolved;
      args.push(resolved.type);
    }
  }
  const path = names.map((part) => part.name);
  const found = typeOfPath(world, path, scope, args);
  return found ?? unknownType(path);
}

/** Types that the platform makes out of metadata which this engine does not run. */
const GENERATED = /^(DataWeaveScriptResource\.|(System\.)?DataWeaveScript|Flow\.Interview\.|Component\.)/i;

function unknownType(path: readonly string[]): ResolvedType {
  const name = path.join(".");
  return GENERATED.test(name)
    ? { problem: `Not supported by this engine: ${name}`, kind: "unsupported" }
    : { problem: `Invalid type: ${name}` };
}

/** The type that dotted names stand for, without generic arguments; undefined when there is none. */
export function typeNamed(world: World, path: readonly string[], scope: UserType | null): ApexType | undefined {
  const found = typeOfPath(world, path, scope, null);
  return found !== null && "type" in found ? found.type : undefined;
}

/** `args` null: the bare name in an expression, where generic arguments do not appear. */
function typeOfPath(world: World, path: readonly string[], scope: UserType | null, args: readonly ApexType[] | null): ResolvedType | null {
  const user = userTypeNamed(world, path, scope);
  if (user !== undefined) {
    if (args !== null && args.length > 0) return { problem: `Type arguments provided for a non-parameterized type: ${user.name}` };
    if (args !== null && !isVisible(user, scope)) return { problem: `Type is not visible: ${user.name}` };
    return { type: user.type };
  }
  const record = args === null || !isStaticClass(world, path) ? null : sobjectOfPath(world, path);
  return record ?? platformTypeOfPath(world, path, args) ?? sobjectOfPath(world, path);
}

/** A class of static methods only, as `BusinessHours`: no variable has it as its type, so there the object of that name is meant. */
function isStaticClass(world: World, path: readonly string[]): boolean {
  const [name = ""] = path;
  const declared = path.length === 1 ? world.catalog.class(name) : undefined;
  if (declared === undefined || declared.kind !== "class" || declared.constructors.length > 0 || declared.methods.length === 0)
    return false;
  return declared.methods.every((method) => method.static) && declared.fields.length === 0;
}

/** Private inner types belong to their top-level class, and to tests when they are marked for it. */
function isVisible(type: UserType, scope: UserType | null): boolean {
  if (type.outer === null || type.access !== "private") return true;
  if (scope === null) return false;
  return topLevel(scope) === topLevel(type) || (type.testVisible && topLevel(scope).isTest);
}

/** A type of the project. */
export function userTypeNamed(world: World, path: readonly string[], scope: UserType | null): UserType | undefined {
  const lower = path.map((name) => name.toLowerCase());
  const namespace = world.options.namespace?.toLowerCase();
  const [first = "", ...rest] = lower;
  if (rest.length === 0) return innerTypeInScope(first, scope) ?? world.userTypes.get(first);
  const head = innerTypeInScope(first, scope) ?? world.userTypes.get(first);
  const found = rest.length === 1 && head !== undefined ? innerType(head, rest[0] ?? "") : undefined;
  if (found !== undefined) return found;
  return namespace === first ? userTypeNamed(world, path.slice(1), null) : undefined;
}

function innerTypeInScope(lowerName: string, scope: UserType | null): UserType | undefined {
  for (let at = scope; at !== null; at = at.outer) {
    const found = innerType(at, lowerName);
    if (found !== undefined) return found;
    if (at.simpleName.toLowerCase() === lowerName) return at;
  }
  return undefined;
}

function innerType(type: UserType, lowerName: string): UserType | undefined {
  for (const declared of classChain(type)) {
    const found = declared.inner.get(lowerName);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Types that no catalogue lists, by lower-case name. */
const SIMPLE_TYPES: ReadonlyMap<string, ApexType> = new Map([
  ["object", OBJECT],
  ["sobject", SOBJECT],
  ["aggregateresult", AGGREGATE_RESULT],
]);

/** Second names of platform classes, by lower-case name. */
const ALIASES: ReadonlyMap<string, string> = new Map([["apexpages.pagereference", "System.PageReference"]]);

function platformTypeOfPath(world: World, path: readonly string[], args: readonly ApexType[] | null): ResolvedType | null {
  const [name = ""] = path;
  if (path.length === 1) {
    const simple = SIMPLE_TYPES.get(name.toLowerCase()) ?? primitiveNamed(name);
    if (simple !== undefined && args !== null && args.length > 0) {
      return { problem: `Type arguments provided for a non-parameterized type: ${simple.name}` };
    }
    if (simple !== undefined) return { type: simple };
  }
  const written = path.join(".");
  const alias = ALIASES.get(written.toLowerCase());
  const declared = world.catalog.class(alias ?? written);
  if (declared !== undefined && alias !== undefined) return { type: typeOfCatalogName(declared.name, []) };
  if (declared === undefined || (path.length > 1 && !isFullName(declared.name, path))) return null;
  const wanted = declared.typeParameters.length;
  if (args === null) return { type: typeOfCatalogName(declared.name, []) };
  if (wanted > 0 && args.length === 0) return { problem: `No type arguments provided for a parameterized type: ${declared.name}` };
  if (args.length !== wanted) {
    return { problem: `Invalid type argument count for ${declared.name}: expected ${wanted} but found ${args.length}` };
  }
  return { type: typeOfCatalogName(declared.name, args) };
}

/** `Foo.Http` is not `System.Http`: the catalogue looks for the last name in the implicit namespaces too. */
function isFullName(canonical: string, path: readonly string[]): boolean {
  const full = path.join(".").toLowerCase();
  const lower = canonical.toLowerCase();
  return lower === full || `system.${lower}` === full || lower === `system.${full}` || lower === `schema.${full}`;
}

function sobjectOfPath(world: World, path: readonly string[]): ResolvedType | null {
  const name = path.length === 1 ? path[0] : path.length === 2 && path[0]?.toLowerCase() === "schema" ? path[1] : undefined;
  // `Account.SObjectType.class` names the class of the token.
  if (path.length > 1 && path.at(-1)?.toLowerCase() === "sobjecttype" && sobjectOfPath(world, path.slice(0, -1)) !== null) {
    return { type: platformType("Schema.SObjectType") };
  }
  if (name === undefined) return null;
  if (path.length === 2 && name.toLowerCase() === "sobject") return { type: SOBJECT };
  const object = world.schema.object(name);
  return object === undefined ? null : { type: sobjectType(object.name) };
}
