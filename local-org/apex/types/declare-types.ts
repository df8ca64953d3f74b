/** First pass: registers every class, interface and enum of the project by name, then links super classes and interfaces. */
import type { CatalogClass } from "../catalog/catalog.ts";
import type { SourceUnit, TriggerDeclaration, TypeDeclaration, TypeReference } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import { accessOf, boundAnnotations, hasAnnotation, hasKeyword } from "./modifiers.ts";
import { ERROR, userType } from "./type-model.ts";
import { resolveTypeReference } from "./type-resolver.ts";
import type { UserType } from "./user-types.ts";
import type { World } from "./world.ts";

/** Registers the types of all units; for a trigger, a class that holds the methods of its body. */
export function declareTypes(world: World, units: readonly SourceUnit[]): ReadonlyMap<SourceUnit, UserType> {
  const declared = new Map<SourceUnit, UserType>();
  for (const unit of units) {
    const { declaration } = unit;
    if (declaration.kind === "trigger") {
      // The space keeps it apart from a class of the same name.
      const trigger = makeType(world, unit, classOfTrigger(declaration), null, `trigger ${declaration.name}`);
      declared.set(unit, trigger);
      registerWithInner(world, trigger);
      continue;
    }
    checkFileName(world, unit, declaration);
    const type = makeType(world, unit, declaration, null);
    declared.set(unit, type);
    const key = type.name.toLowerCase();
    if (world.userTypes.has(key)) world.report(unit.file, declaration.position, `Type name already in use: ${type.name}`);
    else registerWithInner(world, type);
  }
  const all = [...declared.values()].flatMap((type) => [type, ...type.inner.values()]);
  for (const type of all) linkSupertypes(world, type);
  for (const type of all) refuseCycle(world, type);
  for (const type of all) type.isException = world.isException(type.type);
  return declared;
}

function registerWithInner(world: World, type: UserType): void {
  world.userTypes.set(type.name.toLowerCase(), type);
  for (const inner of type.inner.values()) registerWithInner(world, inner);
}

function classOfTrigger(trigger: TriggerDeclaration): TypeDeclaration {
  return {
    kind: "class",
    name: trigger.name,
    modifiers: { annotations: [], keywords: [] },
    superClass: null,
    interfaces: [],
    members: trigger.members,
    position: trigger.position,
    endLine: trigger.endLine,
  };
}

function checkFileName(world: World, unit: SourceUnit, declaration: TypeDeclaration): void {
  const expected = unit.file.slice(unit.file.lastIndexOf("/") + 1).replace(/\.cls$/, "");
  if (expected.toLowerCase() !== declaration.name.toLowerCase()) {
    world.report(unit.file, declaration.position, `Class name must match the file name: expected ${expected}, found ${declaration.name}`);
  }
}

function makeType(
  world: World,
  unit: SourceUnit,
  declaration: TypeDeclaration,
  outer: UserType | null,
  topName = declaration.name,
): UserType {
  const { modifiers } = declaration;
  const name = outer === null ? topName : `${outer.name}.${declaration.name}`;
  const type: UserType = {
    kind: declaration.kind,
    name,
    simpleName: declaration.name,
    type: userType(name),
    declaration,
    outer,
    file: unit.file,
    apiVersion: world.options.apiVersions?.get(unit.file) ?? 67,
    access: accessOf(modifiers, outer !== null && outer.kind === "class" ? "private" : "public"),
    isAbstract: hasKeyword(modifiers, "abstract"),
    isVirtual: hasKeyword(modifiers, "virtual") || hasKeyword(modifiers, "abstract"),
    isTest: hasAnnotation(modifiers, "istest") || outer?.isTest === true,
    testVisible: hasAnnotation(modifiers, "testvisible"),
    annotations: boundAnnotations(modifiers),
    inner: new Map(),
    variables: new Map(),
    methods: new Map(),
    constructors: [],
    constants: constantsOf(declaration),
    superClass: null,
    superUser: null,
    interfaces: [],
    isException: false,
  };
  if (declaration.kind === "class") declareInner(world, unit, declaration.members, type);
  return type;
}

function declareInner(world: World, unit: SourceUnit, members: readonly { readonly kind: string }[], outer: UserType): void {
  for (const member of members) {
    if (!isTypeDeclaration(member)) continue;
    if (outer.outer !== null) {
      world.report(unit.file, member.position, `Inner types are not allowed to have inner types: ${member.name}`);
      continue;
    }
    const key = member.name.toLowerCase();
    if (outer.inner.has(key) || key === outer.simpleName.toLowerCase()) {
      world.report(unit.file, member.position, `Type name already in use: ${member.name}`);
      continue;
    }
    outer.inner.set(key, makeType(world, unit, member, outer));
  }
}

function isTypeDeclaration(member: { readonly kind: string }): member is TypeDeclaration {
  return member.kind === "class" || member.kind === "interface" || member.kind === "enum";
}

function constantsOf(declaration: TypeDeclaration): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  if (declaration.kind !== "enum") return constants;
  for (const constant of declaration.constants) {
    constants.set(constant.name.toLowerCase(), constant.name);
  }
  return constants;
}

function linkSupertypes(world: World, type: UserType): void {
  const { declaration } = type;
  if (declaration.kind === "enum") return;
  // Names of the extends clause are looked up from outside: a class is not inside itself there.
  const resolve = (reference: TypeReference): ApexType => {
    const resolved = resolveTypeReference(world, reference, type);
    if ("type" in resolved) return resolved.type;
    world.report(type.file, reference.position, resolved.problem, resolved.kind);
    return ERROR;
  };
  if (declaration.kind === "class" && declaration.superClass !== null) linkSuperClass(world, type, declaration.superClass, resolve);
  type.interfaces = declaration.interfaces.flatMap((reference) => {
    const resolved = resolve(reference);
    if (resolved === ERROR) return [];
    if (!world.isInterface(resolved)) {
      const text =
        declaration.kind === "class"
          ? `Class cannot implement non-interface: ${resolved.name}`
          : `Interface cannot extend class: ${resolved.name}`;
      world.report(type.file, reference.position, text);
      return [];
    }
    return [resolved];
  });
  for (const [i, one] of type.interfaces.entries()) {
    if (type.interfaces.indexOf(one) < i) world.report(type.file, declaration.position, `Duplicate interface: ${one.name}`);
  }
}

function linkSuperClass(world: World, type: UserType, reference: TypeReference, resolve: (reference: TypeReference) => ApexType): void {
  const resolved = resolve(reference);
  if (resolved === ERROR) return;
  const user = world.userType(resolved);
  const platform = resolved.kind === "platform" ? world.catalogClass(resolved) : undefined;
  if (world.isInterface(resolved)) {
    world.report(type.file, reference.position, `Class cannot extend interface: ${resolved.name}`);
  } else if (user === undefined ? !isExtensible(platform) : user.kind !== "class") {
    world.report(type.file, reference.position, `Non-virtual and non-abstract type cannot be extended: ${resolved.name}`);
  } else if (user !== undefined && !user.isVirtual) {
    world.report(type.file, reference.position, `Non-virtual and non-abstract type cannot be extended: ${resolved.name}`);
  } else {
    type.superClass = resolved;
    type.superUser = user ?? null;
  }
}

/** Of the classes in `System`, only abstract ones and Exception can be extended; of others the catalogue does not know it. */
function isExtensible(platform: CatalogClass | undefined): boolean {
  if (platform?.kind !== "class") return false;
  return platform.isAbstract || platform.name === "System.Exception" || !platform.name.startsWith("System.");
}

function refuseCycle(world: World, type: UserType): void {
  const seen = new Set<string>();
  const reaches = (at: ApexType): boolean => {
    if (at === type.type && seen.size > 0) return true;
    if (seen.has(at.name)) return false;
    seen.add(at.name);
    const user = world.userType(at);
    return user !== undefined && [...(user.superClass === null ? [] : [user.superClass]), ...user.interfaces].some(reaches);
  };
  if (!reaches(type.type)) return;
  world.report(type.file, type.declaration.position, `Cyclic class inheritance is not allowed: ${type.name}`);
  type.superClass = null;
  type.superUser = null;
  type.interfaces = [];
}
