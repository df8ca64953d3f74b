/** Dynamic SOQL sees the variables around the call: `Database.query('... WHERE Id IN :ids')`. */
import type { BoundExpression, Position } from "./bound-tree.ts";
import { userVariableExpression } from "./check-member.ts";
import type { MethodContext } from "./method-context.ts";
import { classChain } from "./user-types.ts";
import type { UserType } from "./user-types.ts";

const WITH_BINDS = /^System\.(?:Database\.(?:query|countQuery|getQueryLocator)|Search\.(?:query|find))\(String/;

/** What a `:bind` of this call may name, by lower-case name; null when the call runs no query with binds. */
export function bindScope(
  ctx: MethodContext,
  member: string,
  args: readonly BoundExpression[],
  position: Position,
): ReadonlyMap<string, BoundExpression> | null {
  if (!WITH_BINDS.test(member)) return null;
  const [query] = args;
  const wanted = query?.kind === "literal" && typeof query.value === "string" ? namesIn(query.value) : null;
  const scope = new Map<string, BoundExpression>();
  const add = (name: string, make: () => BoundExpression): void => {
    const key = name.toLowerCase();
    if (!scope.has(key) && (wanted === null || wanted.has(key))) scope.set(key, make());
  };
  for (const { local } of [...ctx.locals()].reverse()) add(local.name, () => ({ kind: "local", local, type: local.type, position }));
  for (let at: UserType | null = ctx.type; at !== null; at = at.outer) {
    for (const declared of classChain(at)) {
      for (const variable of declared.variables.values()) {
        if (!ctx.canSee(variable) || (!variable.isStatic && (at !== ctx.type || ctx.body.isStatic))) continue;
        if (variable.property !== null && variable.property.getter === null) continue;
        add(variable.name, () => userVariableExpression(ctx, variable, null, false, position));
      }
    }
  }
  return scope;
}

function namesIn(query: string): ReadonlySet<string> {
  return new Set([...query.matchAll(/:\s*([A-Za-z]\w*)/g)].map((match) => (match[1] ?? "").toLowerCase()));
}
