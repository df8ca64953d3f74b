/** Second pass: fields, properties, methods and constructors of every type, with their types resolved. */
import type {
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeReference,
} from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { accessOf, boundAnnotations, hasAnnotation, hasKeyword, isNarrower, isTestMethod, keywordPosition } from "./modifiers.ts";
import { ERROR, VOID } from "./type-model.ts";
import { resolveTypeReference } from "./type-resolver.ts";
import { javaScriptName, signature } from "./user-types.ts";
import type { UserParameter, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function declareMembers(world: World, type: UserType): void {
  const { declaration } = type;
  if (declaration.kind === "interface") declareInterfaceMethods(world, type, declaration);
  if (declaration.kind === "class") declareClassMembers(world, type, declaration);
  for (const inner of type.inner.values()) declareMembers(world, inner);
}

function declareInterfaceMethods(world: World, type: UserType, declaration: InterfaceDeclaration): void {
  for (const method of declaration.methods) {
    declareMethod(world, type, method);
  }
}

function declareClassMembers(world: World, type: UserType, declaration: ClassDeclaration): void {
  for (const member of declaration.members) {
    if (member.kind === "field" || member.kind === "property") declareVariable(world, type, member);
    else if (member.kind === "method") declareMethod(world, type, member);
    else if (member.kind === "constructor") declareConstructor(world, type, member);
    else if (member.kind === "initializer" && member.isStatic && type.outer !== null) {
      world.report(type.file, member.position, "Static can only be used on initializers of a top level type");
    }
  }
  if (type.isException) inheritExceptionConstructors(world, type);
  if (type.constructors.length === 0) addImplicitConstructor(type, []);
}

/** Every exception has the constructors of System.Exception; writing one of them again is refused by the platform. */
function inheritExceptionConstructors(world: World, type: UserType): void {
  for (const inherited of world.catalog.class("System.DmlException")?.constructors ?? []) {
    const parameters = inherited.parameters.map((text) => parseCatalogType(text, world.catalog));
    const own = type.constructors.find((constructor) => sameTypes(constructor.parameters, parameters));
    if (own === undefined) addImplicitConstructor(type, parameters);
    else if (own.declaration !== null) {
      const text = `System exception constructor already defined: <Constructor>${signature("", parameters)}`;
      world.report(type.file, own.declaration.position, text);
    }
  }
}

function addImplicitConstructor(type: UserType, parameters: readonly ApexType[]): void {
  type.constructors.push({
    jsName: javaScriptName("ctor", parameters),
    owner: type,
    parameters: parameters.map((parameter, i) => ({
      name: `argument${i + 1}`,
      type: parameter,
      isFinal: false,
      position: type.declaration.position,
    })),
    access: "global",
    testVisible: false,
    declaration: null,
  });
}

const sameTypes = (parameters: readonly UserParameter[], types: readonly ApexType[]): boolean =>
  parameters.length === types.length && parameters.every((parameter, i) => parameter.type === types[i]);

function resolve(world: World, type: UserType, reference: TypeReference): ApexType {
  const resolved = resolveTypeReference(world, reference, type);
  if ("type" in resolved) return resolved.type;
  world.report(type.file, reference.position, resolved.problem, resolved.kind);
  return ERROR;
}

function declareVariable(world: World, type: UserType, declaration: FieldDeclaration | PropertyDeclaration): void {
  const { modifiers, name } = declaration;
  const isStatic = hasKeyword(modifiers, "static");
  const access = accessOf(modifiers, "private");
  if (isStatic && type.outer !== null) refuseStatic(world, type, modifiers, "fields", declaration.position);
  checkGlobal(world, type, access, declaration.position, "fields");
  const resolved = resolve(world, type, declaration.type);
  if (resolved === VOID) world.report(type.file, declaration.type.position, "Invalid type: void");
  const key = name.toLowerCase();
  if (type.variables.has(key)) {
    world.report(type.file, declaration.position, `Duplicate field: ${name}`);
    return;
  }
  type.variables.set(key, {
    name,
    type: resolved,
    owner: type,
    isStatic,
    isFinal: hasKeyword(modifiers, "final"),
    isTransient: hasKeyword(modifiers, "transient"),
    access,
    testVisible: hasAnnotation(modifiers, "testvisible"),
    annotations: boundAnnotations(modifiers),
    initializer: declaration.kind === "field" ? declaration.initializer : null,
    declaration,
    property:
      declaration.kind === "field"
        ? null
        : {
            getter:
              declaration.getter === null ? null : { accessor: declaration.getter, access: accessOf(declaration.getter.modifiers, access) },
            setter:
              declaration.setter === null ? null : { accessor: declaration.setter, access: accessOf(declaration.setter.modifiers, access) },
          },
  });
  if (declaration.kind === "property") checkAccessors(world, type, declaration);
}

function checkAccessors(world: World, type: UserType, declaration: PropertyDeclaration): void {
  const access = accessOf(declaration.modifiers, "private");
  for (const accessor of [declaration.getter, declaration.setter]) {
    if (accessor === null) continue;
    if (isNarrower(access, accessOf(accessor.modifiers, access))) {
      world.report(type.file, accessor.position, `Accessor modifier must be more restrictive than the property: ${declaration.name}`);
    }
  }
  if (declaration.getter === null && declaration.setter === null) {
    world.report(type.file, declaration.position, `Property must have at least one accessor: ${declaration.name}`);
  }
}

function refuseStatic(world: World, type: UserType, modifiers: Modifiers, what: string, fallback: { line: number; column: number }): void {
  world.report(type.file, keywordPosition(modifiers, "static") ?? fallback, `Static can only be used on ${what} of a top level type`);
}

function checkGlobal(world: World, type: UserType, access: string, position: { line: number; column: number }, what: string): void {
  if (access === "global" && type.access !== "global") {
    world.report(type.file, position, `Defining type for global ${what} must be declared as global`);
  }
}

function declareMethod(world: World, type: UserType, declaration: MethodDeclaration): void {
  const { modifiers, name } = declaration;
  const isStatic = hasKeyword(modifiers, "static") || hasKeyword(modifiers, "testmethod");
  if (isStatic && type.outer !== null) refuseStatic(world, type, modifiers, "methods", declaration.position);
  const parameters = declareParameters(world, type, declaration.parameters);
  const returns = declaration.returns === null ? VOID : resolve(world, type, declaration.returns);
  const types = parameters.map((parameter) => parameter.type);
  const inInterface = type.kind === "interface";
  const access = inInterface ? (type.access === "global" ? "global" : "public") : accessOf(modifiers, "private");
  if (!inInterface) checkGlobal(world, type, access, declaration.position, "methods");
  const key = name.toLowerCase();
  const overloads = type.methods.get(key) ?? [];
  if (overloads.some((method) => sameTypes(method.parameters, types) && !types.includes(ERROR))) {
    world.report(
      type.file,
      declaration.position,
      `Method already defined: ${returns.name} ${signature(name, types)} from the type ${type.name}`,
    );
    return;
  }
  const isAbstract = inInterface || hasKeyword(modifiers, "abstract");
  overloads.push({
    name,
    jsName: javaScriptName(name, types),
    owner: type,
    parameters,
    returns,
    isStatic,
    isAbstract,
    isVirtual: isAbstract || hasKeyword(modifiers, "virtual") || hasKeyword(modifiers, "override"),
    isOverride: hasKeyword(modifiers, "override"),
    isTest: isTestMethod(modifiers),
    access,
    testVisible: hasAnnotation(modifiers, "testvisible") || (inInterface && type.testVisible),
    annotations: boundAnnotations(modifiers),
    declaration,
  });
  type.methods.set(key, overloads);
}

function declareConstructor(world: World, type: UserType, declaration: ConstructorDeclaration): void {
  const parameters = declareParameters(world, type, declaration.parameters);
  if (declaration.name.toLowerCase() !== type.simpleName.toLowerCase()) {
    world.report(type.file, declaration.position, `Invalid constructor name: ${declaration.name}`);
    return;
  }
  const types = parameters.map((parameter) => parameter.type);
  if (type.constructors.some((constructor) => sameTypes(constructor.parameters, types) && !types.includes(ERROR))) {
    world.report(type.file, declaration.position, `Constructor already defined: <Constructor>${signature("", types)}`);
    return;
  }
  type.constructors.push({
    jsName: javaScriptName("ctor", types),
    owner: type,
    parameters,
    access: accessOf(declaration.modifiers, "private"),
    testVisible: hasAnnotation(declaration.modifiers, "testvisible"),
    declaration,
  });
}

function declareParameters(world: World, type: UserType, parameters: readonly Parameter[]): readonly UserParameter[] {
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const key = parameter.name.toLowerCase();
    if (names.has(key)) world.report(type.file, parameter.position, `Duplicate variable: ${parameter.name}`);
    names.add(key);
    return {
      name: parameter.name,
      type: resolve(world, type, parameter.type),
      isFinal: hasKeyword(parameter.modifiers, "final"),
      position: parameter.position,
    };
  });
}
