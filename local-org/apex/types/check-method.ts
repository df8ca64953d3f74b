/** Checks method bodies. */
import type { BoundBlock, BoundMethod, BoundParameter, Position } from "./bound-tree.ts";
import { checkBlockInScope } from "./check-statement.ts";
import { canCompleteNormally } from "./flow.ts";
import { MethodContext } from "./method-context.ts";
import { ERROR, VOID } from "./type-model.ts";
import type { UserMethod, UserParameter, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function checkMethod(world: World, type: UserType, method: UserMethod): BoundMethod {
  const { declaration, name, jsName, returns, isStatic, isAbstract, access, annotations, isTest } = method;
  const ctx = new MethodContext(world, type, { kind: "method", isStatic, returns, isTestMethod: isTest });
  const parameters = declareParameters(ctx, method.parameters);
  const body = declaration.body === null ? null : checkBlockInScope(ctx, declaration.body);
  if (declaration.body !== null && returns !== VOID && returns !== ERROR && canCompleteNormally(declaration.body)) {
    ctx.report(declaration.position, `Missing return statement required return type: ${returns.name}`);
  }
  return { name, jsName, parameters, returns, isStatic, isAbstract, access, annotations, isTest, body, position: declaration.position };
}

/** The parameters as locals of the body. */
export function declareParameters(ctx: MethodContext, parameters: readonly UserParameter[]): readonly BoundParameter[] {
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const { name, type } = parameter;
    // A second one of that name was reported with the declaration.
    const local = names.has(name.toLowerCase())
      ? { name, jsName: `${name}$$`, type }
      : ctx.declare(name, type, parameter.position, parameter.isFinal);
    names.add(name.toLowerCase());
    return { local, name, type };
  });
}

/** What a check gives; or, when it reported something, a block that throws. */
export function withDiagnosticsReplaced<T>(
  world: World,
  position: Position,
  check: () => T,
): { readonly value: T } | { readonly replacement: BoundBlock } {
  const before = world.diagnostics.length;
  const value = check();
  const found = world.diagnostics[before];
  if (found === undefined) return { value };
  const message = `${found.file}:${found.line}: ${found.message}`;
  return { replacement: { kind: "block", statements: [{ kind: "unsupported", message, position }], position, endLine: position.line } };
}
