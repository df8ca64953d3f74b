/** Method calls: which method is meant, on what, and whether it may be called from here. */
import type { CallExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { acceptsArguments } from "./argument-rules.ts";
import { resolveTarget, typeBehind } from "./check-name.ts";
import { SOBJECT_FIELD } from "./target-members.ts";
import { checkImplemented } from "./check-implemented.ts";
import { checkReadable, refuseSafeNavigation } from "./check-member.ts";
import { checkExpression } from "./check-expression.ts";
import { checkObjectStatic } from "./check-object-static.ts";
import { asRow, failed, isRecordSet } from "./coerce.ts";
import { bindScope } from "./dynamic-query.ts";
import type { MethodContext } from "./method-context.ts";
import { methodNames, methodsNamed } from "./member-lookup.ts";
import type { MethodCandidate } from "./member-lookup.ts";
import { chooseOverload } from "./overload.ts";
import { didYouMean } from "./suggest.ts";
import { ERROR, OBJECT } from "./type-model.ts";
import { signature } from "./user-types.ts";
import type { UserType } from "./user-types.ts";

type Args = readonly BoundExpression[];

export function checkCall(ctx: MethodContext, expression: CallExpression): BoundExpression {
  const { target, position } = expression;
  const checkArguments = (): Args => expression.arguments.map((argument) => checkExpression(ctx, argument));
  if (target === null) return unqualified(ctx, expression, checkArguments());
  if (target.kind === "super") return superCall(ctx, expression, checkArguments());
  const receiver = resolveTarget(ctx, target);
  const args = checkArguments();
  if (receiver === null) return failed(position);
  switch (receiver.kind) {
    case "value":
    case "describeFields":
    case "fieldSets": {
      const value = checkImplemented(ctx, checkReadable(ctx, receiver.value));
      if (value.type === ERROR) return failed(position);
      const type = typeBehind(ctx, target);
      const before = ctx.world.diagnostics.length;
      const called = instanceCall(ctx, value, expression, args, type === null);
      if (called !== null || type === null) return called ?? failed(position);
      if (ctx.world.diagnostics.length > before) return failed(position);
      return staticCall(ctx, type, expression, args, false) ?? instanceCall(ctx, value, expression, args, true) ?? failed(position);
    }
    case "type":
      if (expression.nullSafe) refuseSafeNavigation(ctx, receiver.type, position);
      return staticCall(ctx, receiver.type, expression, args, true) ?? failed(position);
    default:
      reportUnknown(ctx, expression.name, args, ctx.type.type, [], position);
      return failed(position);
  }
}

/** Says which call was not found; then what is known by that name, else the name that comes close. */
function reportUnknown(
  ctx: MethodContext,
  name: string,
  args: Args,
  type: ApexType,
  candidates: readonly MethodCandidate[],
  position: Position,
): void {
  if (args.some((argument) => argument.type === ERROR)) return;
  const types = args.map((argument) => argument.type);
  const known = candidates.map((candidate) => signature(candidate.name, candidate.parameters));
  const hint = known.length > 0 ? `. Known: ${known.slice(0, 4).join("; ")}` : didYouMean(name, methodNames(ctx.world, type));
  ctx.report(position, `Method does not exist or incorrect signature: void ${signature(name, types)} from the type ${type.name}${hint}`);
}

// ---------------------------------------------------------------- f(x)

function unqualified(ctx: MethodContext, expression: CallExpression, args: Args): BoundExpression {
  const { name, position } = expression;
  const tried: MethodCandidate[] = [];
  for (let at: UserType | null = ctx.type; at !== null; at = at.outer) {
    const candidates = methodsNamed(ctx.world, at.type, name).filter((candidate) => at === ctx.type || candidate.isStatic);
    const choice = chooseOverload(ctx.world, visible(ctx, candidates), args);
    tried.push(...candidates);
    if (choice.kind === "ambiguous") return ambiguous(ctx, choice.candidates, args, position);
    if (choice.kind === "none") continue;
    const { candidate } = choice;
    if (candidate.isStatic) return makeCall(ctx, candidate, null, choice.arguments, false, position);
    if (ctx.body.isStatic || ctx.beforeThis) {
      ctx.report(
        position,
        `Non static method cannot be referenced from a static context: ${candidate.returns.name} ${signature(name, candidate.parameters)} from the type ${at.name}`,
      );
      return failed(position);
    }
    return makeCall(ctx, candidate, { kind: "this", type: ctx.type.type, position }, choice.arguments, false, position);
  }
  if (!reportInvisible(ctx, tried, args, position)) reportUnknown(ctx, name, args, ctx.type.type, tried, position);
  return failed(position);
}

function visible(ctx: MethodContext, candidates: readonly MethodCandidate[]): readonly MethodCandidate[] {
  return candidates.filter((candidate) => candidate.user === null || ctx.canSee(candidate.user));
}

/** Reports a method that fits but may not be called from here; false when there is none. */
function reportInvisible(ctx: MethodContext, candidates: readonly MethodCandidate[], args: Args, position: Position): boolean {
  const hidden = candidates.filter((candidate) => candidate.user !== null && !ctx.canSee(candidate.user));
  const choice = chooseOverload(ctx.world, hidden, args);
  if (choice.kind !== "chosen") return false;
  const { candidate } = choice;
  ctx.report(
    position,
    `Method is not visible: ${candidate.returns.name} ${signature(candidate.name, candidate.parameters)} from the type ${candidate.owner.name}`,
  );
  return true;
}

function ambiguous(ctx: MethodContext, candidates: readonly MethodCandidate[], args: Args, position: Position): BoundExpression {
  const [first] = candidates;
  if (first === undefined) return failed(position);
  // Platform signatures are not always known exactly: the first one stands for all.
  if (candidates.every((candidate) => candidate.user === null)) return makeCall(ctx, first, null, args, false, position);
  const types = args.map((argument) => argument.type);
  ctx.report(
    position,
    `Ambiguous method signature: ${first.returns.name} ${signature(first.name, types)} from the type ${first.owner.name}`,
  );
  return failed(position);
}

// ---------------------------------------------------------------- super.f(x)

function superCall(ctx: MethodContext, expression: CallExpression, args: Args): BoundExpression {
  const { name, position } = expression;
  if (ctx.body.isStatic) {
    ctx.report(position, "'super' can not be used in a static context");
    return failed(position);
  }
  const parent = ctx.type.superClass ?? OBJECT;
  const candidates = methodsNamed(ctx.world, parent, name).filter((candidate) => !candidate.isStatic);
  const choice = chooseOverload(ctx.world, visible(ctx, candidates), args);
  if (choice.kind !== "chosen") {
    if (!reportInvisible(ctx, candidates, args, position)) reportUnknown(ctx, name, args, parent, candidates, position);
    return failed(position);
  }
  const { candidate } = choice;
  if (candidate.user === null) {
    return { kind: "platformSuperCall", member: candidate.member ?? "", arguments: choice.arguments, type: candidate.returns, position };
  }
  if (candidate.user.isAbstract) {
    ctx.report(
      position,
      `Cannot call abstract method: ${candidate.returns.name} ${signature(name, candidate.parameters)} from the type ${candidate.owner.name}`,
    );
    return failed(position);
  }
  const target: BoundExpression = { kind: "this", type: ctx.type.type, position };
  return { ...makeUserCall(candidate, target, choice.arguments, false, position), dispatch: "super" };
}

// ---------------------------------------------------------------- a.f(x), T.f(x)

/** Null: no such method (reported when `report` is set). */
function instanceCall(
  ctx: MethodContext,
  value: BoundExpression,
  expression: CallExpression,
  args: Args,
  report: boolean,
): BoundExpression | null {
  const { name, position, nullSafe } = expression;
  const onField = addErrorOnField(ctx, value, name, args, nullSafe, position);
  if (onField !== null) return onField;
  if (name.toLowerCase() === "adderror" && value.type.kind === "primitive" && value.type !== OBJECT && value.kind !== "sobjectField") {
    ctx.report(position, "addError must be invoked on an expression that is an exact SObject field reference");
    return null;
  }
  const all = methodsNamed(ctx.world, value.type, name);
  const candidates = all.filter((candidate) => !candidate.isStatic);
  const choice = chooseOverload(ctx.world, visible(ctx, candidates), args);
  if (choice.kind === "chosen") return makeCall(ctx, choice.candidate, value, choice.arguments, nullSafe, position);
  if (choice.kind === "ambiguous") {
    const [first] = choice.candidates;
    if (first?.user === null) return makeCall(ctx, first, value, args, nullSafe, position);
    return ambiguous(ctx, choice.candidates, args, position);
  }
  if (isRecordSet(value) && value.type.kind === "list") return instanceCall(ctx, asRow(value, nullSafe), expression, args, report);
  const asStatic = chooseOverload(
    ctx.world,
    all.filter((candidate) => candidate.isStatic),
    args,
  );
  if (!report && (asStatic.kind !== "chosen" || asStatic.candidate.user === null)) return null;
  if (asStatic.kind === "chosen") {
    ctx.report(
      position,
      `Static method cannot be referenced from a non static context: ${signature(name, asStatic.candidate.parameters)} from the type ${value.type.name}`,
    );
  } else if (!reportInvisible(ctx, candidates, args, position)) reportUnknown(ctx, name, args, value.type, candidates, position);
  return null;
}

/** `record.Field.addError(...)`: the error is put on the field. */
function addErrorOnField(
  ctx: MethodContext,
  value: BoundExpression,
  name: string,
  args: Args,
  nullSafe: boolean,
  position: Position,
): BoundExpression | null {
  if (value.kind !== "sobjectField" || name.toLowerCase() !== "adderror") return null;
  if (nullSafe) ctx.report(position, "Safe navigation operator is not allowed between SObject field and addError");
  const object = value.target.type.name;
  const token: BoundExpression = { kind: "fieldToken", object, field: value.field, type: SOBJECT_FIELD, position };
  const candidates = methodsNamed(ctx.world, value.target.type, "addError");
  const choice = chooseOverload(ctx.world, candidates, [token, ...args]);
  return choice.kind === "chosen" ? makeCall(ctx, choice.candidate, value.target, choice.arguments, nullSafe, position) : null;
}

function staticCall(ctx: MethodContext, type: ApexType, expression: CallExpression, args: Args, report: boolean): BoundExpression | null {
  const { name, position } = expression;
  const special = checkObjectStatic(ctx, type, name, args, position);
  if (special !== null) return special;
  const all = methodsNamed(ctx.world, type, name);
  const candidates = all.filter((candidate) => candidate.isStatic);
  const choice = chooseOverload(ctx.world, visible(ctx, candidates), args);
  if (choice.kind === "chosen") return makeCall(ctx, choice.candidate, null, choice.arguments, false, position);
  if (choice.kind === "ambiguous") return ambiguous(ctx, choice.candidates, args, position);
  if (!report) return null;
  const instance = chooseOverload(ctx.world, all, args);
  if (instance.kind === "chosen" && !instance.candidate.isStatic) {
    const { candidate } = instance;
    ctx.report(
      position,
      `Non static method cannot be referenced from a static context: ${candidate.returns.name} ${signature(name, candidate.parameters)} from the type ${type.name}`,
    );
  } else if (!reportInvisible(ctx, candidates, args, position)) reportUnknown(ctx, name, args, type, all, position);
  return null;
}

// ---------------------------------------------------------------- the bound call

function makeCall(
  ctx: MethodContext,
  candidate: MethodCandidate,
  target: BoundExpression | null,
  args: Args,
  nullSafe: boolean,
  position: Position,
): BoundExpression {
  if (candidate.user !== null) return makeUserCall(candidate, candidate.isStatic ? null : target, args, nullSafe, position);
  const member = candidate.member ?? "";
  if (!acceptsArguments(ctx, member, args.map(withoutUpcast))) {
    reportUnknown(ctx, candidate.name, args.map(withoutUpcast), candidate.owner, [], position);
    return failed(position);
  }
  const scope = bindScope(ctx, member, args, position);
  return {
    kind: "platformCall",
    member,
    target: candidate.isStatic ? null : target,
    arguments: args,
    nullSafe,
    type: candidate.returns,
    position,
    ...(scope !== null && { scope }),
  };
}

/** The argument before it became an Object. */
function withoutUpcast(argument: BoundExpression): BoundExpression {
  return argument.kind === "convert" && argument.conversion.kind === "upcast" ? argument.operand : argument;
}

function makeUserCall(
  candidate: MethodCandidate,
  target: BoundExpression | null,
  args: Args,
  nullSafe: boolean,
  position: Position,
): Extract<BoundExpression, { kind: "call" }> {
  return {
    kind: "call",
    dispatch: candidate.isStatic ? "static" : "virtual",
    owner: candidate.owner.name,
    name: candidate.name,
    jsName: candidate.user?.jsName ?? "",
    target,
    arguments: args,
    nullSafe,
    type: candidate.returns,
    position,
  };
}
