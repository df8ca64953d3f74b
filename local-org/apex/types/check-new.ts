/** `new`: objects of the project and the platform, records, collections. */
import type {
  Expression,
  NewArrayExpression,
  NewCollectionExpression,
  NewExpression,
  NewMapExpression,
  NewSObjectExpression,
} from "../syntax/ast.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { isWritable } from "./check-assignment.ts";
import { checkExpression, resolveType } from "./check-expression.ts";
import { applyConversion, asInteger, conversionOf, failed } from "./coerce.ts";
import { canBeInstance } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import { parameterKey } from "./member-lookup.ts";
import { chooseOverload } from "./overload.ts";
import { fieldType, parentType } from "./sobject-types.ts";
import { didYouMean } from "./suggest.ts";
import { ERROR, ID, SOBJECT, STRING } from "./type-model.ts";
import { signature } from "./user-types.ts";
import type { UserType } from "./user-types.ts";

export function checkNew(ctx: MethodContext, expression: NewExpression): BoundExpression {
  const type = resolveType(ctx, expression.type);
  const args = expression.arguments.map((argument) => checkExpression(ctx, argument));
  const { position } = expression;
  if (type === ERROR) return failed(position);
  if (type.kind === "list" || type.kind === "set") return newCollectionFrom(ctx, type, args, position);
  if (type.kind === "map") return newMapFrom(ctx, type, args, position);
  if (type.kind === "sobject") {
    if (type !== SOBJECT && type.name !== "AggregateResult" && args.length === 0) {
      return { kind: "newSObject", object: type.name, fields: [], type, position };
    }
    ctx.report(
      position,
      type === SOBJECT ? "Type cannot be constructed: SObject" : `Field must be specified with name in the constructor of ${type.name}`,
    );
    return failed(position);
  }
  const user = ctx.world.userType(type);
  return user === undefined ? newPlatform(ctx, type, args, position) : newUser(ctx, user, args, position);
}

function newUser(ctx: MethodContext, user: UserType, args: readonly BoundExpression[], position: Position): BoundExpression {
  if (user.kind !== "class" || user.isAbstract) {
    ctx.report(
      position,
      user.isAbstract ? `Abstract classes cannot be constructed: ${user.name}` : `Type cannot be constructed: ${user.name}`,
    );
    return failed(position);
  }
  const candidates = user.constructors.map((constructor) => ({
    constructor,
    parameters: constructor.parameters.map((parameter) => parameter.type),
  }));
  const choice = chooseOverload(ctx.world, candidates, args);
  if (choice.kind !== "chosen") {
    reportConstructor(ctx, choice.kind, user.name, args, position);
    return failed(position);
  }
  const { constructor } = choice.candidate;
  if (!ctx.canSee(constructor)) {
    ctx.report(position, `Constructor is not visible: [${user.name}].<Constructor>${signature("", choice.candidate.parameters)}`);
    return failed(position);
  }
  return { kind: "new", owner: user.name, jsName: constructor.jsName, arguments: choice.arguments, type: user.type, position };
}

export function reportConstructor(
  ctx: MethodContext,
  kind: "none" | "ambiguous",
  name: string,
  args: readonly BoundExpression[],
  position: Position,
): void {
  const written = `[${name}].<Constructor>${signature(
    "",
    args.map((argument) => argument.type),
  )}`;
  if (args.some((argument) => argument.type === ERROR)) return;
  ctx.report(position, kind === "none" ? `Constructor not defined: ${written}` : `Ambiguous constructor signature: ${written}`);
}

function newPlatform(ctx: MethodContext, type: ApexType, args: readonly BoundExpression[], position: Position): BoundExpression {
  const { world } = ctx;
  const declared = world.catalogClass(type);
  if (declared === undefined || declared.kind !== "class" || declared.name === "System.Exception" || type.kind !== "platform") {
    ctx.report(position, `Type cannot be constructed: ${type.name}`);
    return failed(position);
  }
  if (declared.isAbstract) {
    ctx.report(position, `Abstract classes cannot be constructed: ${type.name}`);
    return failed(position);
  }
  const variables = world.typeVariables(type, declared);
  const candidates = declared.constructors.map((constructor) => ({
    key: `${declared.name}.<init>${parameterKey(world, declared, constructor.parameters)}`,
    parameters: constructor.parameters.map((text) => parseCatalogType(text, world.catalog, variables)),
  }));
  const choice = chooseOverload(world, candidates, args);
  if (choice.kind !== "chosen") {
    reportConstructor(ctx, choice.kind, type.name, args, position);
    return failed(position);
  }
  return { kind: "platformNew", member: choice.candidate.key, arguments: choice.arguments, type, position };
}

// ---------------------------------------------------------------- collections

function newCollectionFrom(
  ctx: MethodContext,
  type: Extract<ApexType, { kind: "list" | "set" }>,
  args: readonly BoundExpression[],
  position: Position,
): BoundExpression {
  const [source] = args;
  const empty = { kind: "newCollection", elements: [], copyOf: null, size: null, type, position } as const;
  if (source === undefined) return empty;
  if (source.type === ERROR) return failed(position);
  if (args.length === 1) {
    if (type.kind === "list" && source.type.name === "Integer") return { ...empty, size: source };
    if ((source.type.kind === "list" || source.type.kind === "set") && elementsFit(ctx, source.type.element, type.element))
      return { ...empty, copyOf: source };
    const iterable = ctx.world
      .supertypes(source.type)
      .find((parent) => parent.kind === "platform" && parent.name.startsWith("System.Iterable<"));
    if (iterable?.kind === "platform" && source.type.kind !== "list" && source.type.kind !== "set") return { ...empty, copyOf: source };
  }
  reportConstructor(ctx, "none", type.name, args, position);
  return failed(position);
}

function elementsFit(ctx: MethodContext, from: ApexType, to: ApexType): boolean {
  return canBeInstance(from, to, ctx.world);
}

function newMapFrom(
  ctx: MethodContext,
  type: Extract<ApexType, { kind: "map" }>,
  args: readonly BoundExpression[],
  position: Position,
): BoundExpression {
  const [source] = args;
  const empty = { kind: "newMap", entries: [], copyOf: null, type, position } as const;
  if (source === undefined) return empty;
  if (source.type === ERROR) return failed(position);
  if (args.length === 1 && source.type.kind === "map") {
    if (elementsFit(ctx, source.type.key, type.key) && elementsFit(ctx, source.type.value, type.value)) return { ...empty, copyOf: source };
  }
  if (
    args.length === 1 &&
    source.type.kind === "list" &&
    source.type.element.kind === "sobject" &&
    (type.key === ID || type.key === STRING)
  ) {
    if (type.value.kind === "sobject" && elementsFit(ctx, source.type.element, type.value)) return { ...empty, copyOf: source };
  }
  reportConstructor(ctx, "none", type.name, args, position);
  return failed(position);
}

export function checkNewArray(ctx: MethodContext, expression: NewArrayExpression): BoundExpression {
  const type = resolveType(ctx, expression.type);
  const size = asInteger(ctx, checkExpression(ctx, expression.size), "Array size");
  return { kind: "newCollection", elements: [], copyOf: null, size, type, position: expression.position };
}

export function checkNewCollection(ctx: MethodContext, expression: NewCollectionExpression): BoundExpression {
  const type = resolveType(ctx, expression.type);
  const element = type.kind === "list" || type.kind === "set" ? type.element : ERROR;
  if (element === ERROR && type !== ERROR) ctx.report(expression.position, `Type cannot be initialized with elements: ${type.name}`);
  const elements = expression.elements.map((one) => initial(ctx, one, element));
  return { kind: "newCollection", elements, copyOf: null, size: null, type, position: expression.position };
}

export function checkNewMap(ctx: MethodContext, expression: NewMapExpression): BoundExpression {
  const type = resolveType(ctx, expression.type);
  if (type.kind !== "map" && type !== ERROR) {
    // `new List<String>{}` without elements looks like an empty map to the grammar.
    if ((type.kind === "list" || type.kind === "set") && expression.entries.length === 0) {
      return { kind: "newCollection", elements: [], copyOf: null, size: null, type, position: expression.position };
    }
    ctx.report(expression.position, `Type cannot be initialized with entries: ${type.name}`);
  }
  const [key, value] = type.kind === "map" ? [type.key, type.value] : [ERROR, ERROR];
  const entries = expression.entries.map((entry) => ({ key: initial(ctx, entry.key, key), value: initial(ctx, entry.value, value) }));
  return { kind: "newMap", entries, copyOf: null, type, position: expression.position };
}

function initial(ctx: MethodContext, expression: Expression, to: ApexType): BoundExpression {
  const value = checkExpression(ctx, expression);
  const conversion = conversionOf(ctx.world, value, to, "assign");
  if (conversion !== null) return applyConversion(value, conversion.conversion);
  ctx.report(value.position, `Initial expression is of incorrect type, expected: ${to.name} but was: ${value.type.name}`);
  return failed(value.position);
}

// ---------------------------------------------------------------- records

export function checkNewSObject(ctx: MethodContext, expression: NewSObjectExpression): BoundExpression {
  const type = resolveType(ctx, expression.type);
  const { position } = expression;
  const object = type.kind === "sobject" ? ctx.world.schema.object(type.name) : undefined;
  const given = expression.fields.map((field) => ({ ...field, bound: checkExpression(ctx, field.value) }));
  if (type === ERROR) return failed(position);
  if (object === undefined || type === SOBJECT) {
    ctx.report(position, `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type.name}`);
    return failed(position);
  }
  const seen = new Set<string>();
  const fields = given.flatMap(({ name, bound, position: at }) => {
    const lower = name.toLowerCase();
    if (seen.has(lower)) ctx.report(at, `Duplicate field initialization: ${name}`);
    seen.add(lower);
    const value = fieldValue(ctx, object, name, bound, at);
    return value === null ? [] : [value];
  });
  return { kind: "newSObject", object: object.name, fields, type, position };
}

function fieldValue(
  ctx: MethodContext,
  object: ObjectSchema,
  name: string,
  value: BoundExpression,
  position: Position,
): { name: string; value: BoundExpression } | null {
  const field = object.fields.get(name.toLowerCase());
  const parent = field === undefined ? parentType(ctx.world, object, name) : null;
  const wanted = field === undefined ? parent : fieldType(field);
  if (wanted === null) {
    const known = [...object.fields.values()].map((one) => one.name);
    ctx.report(position, `Field does not exist: ${name} on ${object.name}${didYouMean(name, known)}`);
    return null;
  }
  if (field !== undefined && !isWritable(object, field)) {
    ctx.report(position, `Field is not writeable: ${object.name}.${field.name}`);
    return null;
  }
  const conversion = conversionOf(ctx.world, value, wanted, "assign");
  if (conversion === null) {
    ctx.report(
      value.position,
      `Invalid initial type ${value.type.name} for ${object.name}.${field?.name ?? name}, expected ${wanted.name}`,
    );
    return null;
  }
  return {
    name: field?.name ?? object.parents.get(name.toLowerCase())?.relationshipName ?? name,
    value: applyConversion(value, conversion.conversion),
  };
}
