/** Constructors: their bodies, `this(...)`, `super(...)` and the implicit ones. */
import type { Block, ConstructorCallExpression, ConstructorDeclaration } from "../syntax/ast.ts";
import type { BoundBlock, BoundConstructor, BoundConstructorCall, BoundExpression, Position } from "./bound-tree.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { checkExpression } from "./check-expression.ts";
import { declareParameters, withDiagnosticsReplaced } from "./check-method.ts";
import { reportConstructor } from "./check-new.ts";
import { checkBlockInScope } from "./check-statement.ts";
import { parameterKey } from "./member-lookup.ts";
import { MethodContext } from "./method-context.ts";
import { chooseOverload } from "./overload.ts";
import { VOID } from "./type-model.ts";
import { signature } from "./user-types.ts";
import type { UserConstructor, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function checkConstructors(world: World, type: UserType): readonly BoundConstructor[] {
  const written = type.constructors.filter((constructor) => constructor.declaration !== null);
  // The inherited constructors of exceptions are the emitter's: it passes everything on to the super class.
  if (written.length === 0) return type.isException ? [] : [implicitConstructor(world, type)];
  return written.flatMap((constructor) =>
    constructor.declaration === null ? [] : [checkConstructor(world, type, constructor, constructor.declaration)],
  );
}

function implicitConstructor(world: World, type: UserType): BoundConstructor {
  const { position } = type.declaration;
  const ctx = new MethodContext(world, type, { kind: "constructor", isStatic: false, returns: VOID });
  const checked = withDiagnosticsReplaced(world, position, () => implicitSuper(ctx, position));
  const empty: BoundBlock = { kind: "block", statements: [], position, endLine: position.line };
  const [chained, body] = "value" in checked ? [checked.value, empty] : [null, checked.replacement];
  return { jsName: "ctor$", parameters: [], chained, body, position };
}

function checkConstructor(
  world: World,
  type: UserType,
  constructor: UserConstructor,
  declaration: ConstructorDeclaration,
): BoundConstructor {
  const ctx = new MethodContext(world, type, { kind: "constructor", isStatic: false, returns: VOID });
  const parameters = declareParameters(ctx, constructor.parameters);
  const { call, rest } = splitCall(declaration.body);
  const { position } = declaration;
  const checked = withDiagnosticsReplaced(world, position, () => (call === null ? implicitSuper(ctx, position) : explicitCall(ctx, call)));
  const body = checkBlockInScope(ctx, rest);
  if ("value" in checked) return { jsName: constructor.jsName, parameters, chained: checked.value, body, position };
  return {
    jsName: constructor.jsName,
    parameters,
    chained: null,
    body: { ...body, statements: [...checked.replacement.statements, ...body.statements] },
    position,
  };
}

function splitCall(body: Block): { readonly call: ConstructorCallExpression | null; readonly rest: Block } {
  const [first, ...others] = body.statements;
  if (first?.kind !== "expressionStatement" || first.expression.kind !== "constructorCall") return { call: null, rest: body };
  return { call: first.expression, rest: { ...body, statements: others } };
}

function implicitSuper(ctx: MethodContext, position: Position): BoundConstructorCall | null {
  return ctx.type.superClass === null ? null : constructorCall(ctx, "super", [], position);
}

function explicitCall(ctx: MethodContext, call: ConstructorCallExpression): BoundConstructorCall | null {
  ctx.beforeThis = true;
  const args = call.arguments.map((argument) => checkExpression(ctx, argument));
  ctx.beforeThis = false;
  if (call.target === "super" && ctx.type.superClass === null) {
    ctx.report(call.position, `No super type defined: ${ctx.type.name}`);
    return null;
  }
  return constructorCall(ctx, call.target, args, call.position);
}

function constructorCall(
  ctx: MethodContext,
  target: "this" | "super",
  args: readonly BoundExpression[],
  position: Position,
): BoundConstructorCall | null {
  const owner = target === "this" ? ctx.type : ctx.type.superUser;
  if (owner === null) return platformConstructorCall(ctx, args, position);
  const candidates = owner.constructors.map((constructor) => ({ constructor, parameters: constructor.parameters.map((one) => one.type) }));
  const choice = chooseOverload(ctx.world, candidates, args);
  if (choice.kind !== "chosen") {
    reportConstructor(ctx, choice.kind, owner.name, args, position);
    return null;
  }
  const { constructor, parameters } = choice.candidate;
  if (!ctx.canSee(constructor)) {
    ctx.report(position, `Constructor is not visible: [${owner.name}].<Constructor>${signature("", parameters)}`);
    return null;
  }
  return { target, jsName: constructor.jsName, platformSignature: null, arguments: choice.arguments, position };
}

function platformConstructorCall(ctx: MethodContext, args: readonly BoundExpression[], position: Position): BoundConstructorCall | null {
  const { world, type } = ctx;
  const parent = type.superClass;
  const base = type.isException ? world.catalog.class("System.DmlException") : parent === null ? undefined : world.catalogClass(parent);
  const candidates = (base?.constructors ?? []).map((constructor) => ({
    key: base === undefined ? "" : parameterKey(world, base, constructor.parameters),
    parameters: constructor.parameters.map((text) => parseCatalogType(text, world.catalog)),
  }));
  if (candidates.length === 0 && args.length === 0)
    return { target: "super", jsName: "ctor$", platformSignature: "()", arguments: [], position };
  const choice = chooseOverload(world, candidates, args);
  if (choice.kind !== "chosen") {
    reportConstructor(ctx, choice.kind, parent?.name ?? "Object", args, position);
    return null;
  }
  const { key, parameters } = choice.candidate;
  const jsName = ["ctor", ...parameters.map((one) => one.name.replace(/[^A-Za-z0-9]/g, "_"))].join("$");
  return {
    target: "super",
    jsName: parameters.length === 0 ? "ctor$" : jsName,
    platformSignature: key,
    arguments: choice.arguments,
    position,
  };
}
