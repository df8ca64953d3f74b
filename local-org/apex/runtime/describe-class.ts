/** Makes the run-time description of a class of the project from its declaration. */
import type { BoundClass, BoundField, BoundMethod, BoundProperty, BoundType } from "../types/bound-tree.ts";
import type { ProgramFacts } from "../emit/program-facts.ts";
import { enumValueKey, propertyKey } from "../emit/names.ts";
import { asApexError } from "./catching.ts";
import type { ClassMeta, FieldMeta, MethodMeta } from "./class-meta.ts";
import { EnumValue } from "./enum-value.ts";
import type { ApexValue } from "./values.ts";

/** `emitted`: the JavaScript class, or the values of an enum; undefined for an interface. */
export function describeClass(type: BoundType, emitted: unknown, facts: ProgramFacts): ClassMeta {
  const common = {
    name: type.name,
    kind: type.kind,
    superClass: null,
    interfaces: [],
    isAbstract: type.kind === "interface",
    isTest: false,
    isException: false,
    sharing: "none",
    apiVersion: 0,
    access: "public",
    annotations: [],
    fields: [],
    methods: [],
    enumValues: [],
    hasDefaultConstructor: false,
    allocate: null,
    construct: null,
  } as const;
  switch (type.kind) {
    case "enum":
      return { ...common, enumValues: enumValues(type.values, emitted) };
    case "interface":
      return {
        ...common,
        interfaces: type.interfaces.map((one) => one.name),
        methods: type.methods.map((method) => interfaceMethod(method)),
      };
    case "class":
      return { ...common, ...classFacts(type, emitted, facts) };
  }
}

function classFacts(type: BoundClass, emitted: unknown, facts: ProgramFacts): Omit<ClassMeta, "name" | "kind" | "access" | "enumValues"> {
  const hasDefaultConstructor = type.constructors.some((one) => one.parameters.length === 0);
  const isConcrete = !type.isAbstract && typeof emitted === "function";
  const allocate = (): ApexValue => Reflect.construct(emitted as new () => never, []);
  return {
    superClass: type.superClass?.name ?? null,
    interfaces: type.interfaces.map((one) => one.name),
    isAbstract: type.isAbstract,
    isTest: type.isTest,
    isException: facts.isException(type.name),
    sharing: type.sharing,
    apiVersion: type.apiVersion,
    annotations: type.annotations,
    fields: [
      ...type.fields.map((field) => describeField(type, field, facts)),
      ...type.properties.map((property) => describeProperty(type, property, facts)),
    ]
      .toSorted((a, b) => a.line - b.line)
      .map(({ meta }) => meta),
    methods: type.methods.map((method) => describeMethod(type, method, facts)),
    hasDefaultConstructor,
    allocate: isConcrete ? allocate : null,
    construct: isConcrete && hasDefaultConstructor ? () => constructed(allocate()) : null,
  };
}

function constructed(instance: ApexValue): ApexValue {
  const initialize: unknown = Reflect.get(instance as object, "$init");
  const constructor: unknown = Reflect.get(instance as object, "ctor$");
  if (typeof initialize !== "function" || typeof constructor !== "function")
    throw new Error("the class has no constructor without parameters");
  try {
    Reflect.apply(initialize, instance, []);
    Reflect.apply(constructor, instance, []);
  } catch (error) {
    throw asApexError(error);
  }
  return instance;
}

function describeField(type: BoundClass, field: BoundField, facts: ProgramFacts): { readonly line: number; readonly meta: FieldMeta } {
  const meta: FieldMeta = {
    name: field.name,
    type: field.type.name,
    kind: "field",
    storage: facts.storageKey(type.name, field.name),
    accessor: null,
    canRead: true,
    canWrite: true,
    isStatic: field.isStatic,
    isTransient: field.isTransient,
    access: field.access,
    annotations: field.annotations,
  };
  return { line: field.position.line, meta };
}

function describeProperty(
  type: BoundClass,
  property: BoundProperty,
  facts: ProgramFacts,
): { readonly line: number; readonly meta: FieldMeta } {
  const meta: FieldMeta = {
    name: property.name,
    type: property.type.name,
    kind: "property",
    storage: facts.storageKey(type.name, property.name),
    accessor: propertyKey(property.name),
    canRead: property.getter !== null,
    canWrite: property.setter !== null,
    isStatic: property.isStatic,
    isTransient: property.isTransient,
    access: property.access,
    annotations: property.annotations,
  };
  return { line: property.position.line, meta };
}

function describeMethod(type: BoundClass, method: BoundMethod, facts: ProgramFacts): MethodMeta {
  return {
    name: method.name,
    jsName: facts.methodKey(type.name, method.jsName),
    parameters: method.parameters.map((parameter) => ({ name: parameter.name, type: parameter.type.name })),
    returns: method.returns.name,
    isStatic: method.isStatic,
    isAbstract: method.isAbstract,
    isTest: method.isTest,
    access: method.access,
    annotations: method.annotations,
  };
}

function interfaceMethod(method: Extract<BoundType, { kind: "interface" }>["methods"][number]): MethodMeta {
  return {
    name: method.name,
    jsName: method.jsName,
    parameters: method.parameters.map(({ name, type }) => ({ name, type: type.name })),
    returns: method.returns.name,
    isStatic: false,
    isAbstract: true,
    isTest: false,
    access: "public",
    annotations: [],
  };
}

function enumValues(names: readonly string[], emitted: unknown): EnumValue[] {
  return names.flatMap((name) => {
    const value: unknown = typeof emitted === "object" && emitted !== null ? Reflect.get(emitted, enumValueKey(name)) : undefined;
    return value instanceof EnumValue ? [value] : [];
  });
}
