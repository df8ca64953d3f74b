/** What the platform demands of arguments whose parameter is just Object in the catalogue. */
import type { BoundExpression } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, NULL, OBJECT } from "./type-model.ts";

const REQUIRED: readonly { readonly member: RegExp; readonly index: number; readonly base: string }[] = [
  { member: /^System\.System\.enqueueJob\(/, index: 0, base: "System.Queueable" },
  { member: /^System\.System\.schedule\(/, index: 2, base: "System.Schedulable" },
  { member: /^System\.System\.scheduleBatch\(/, index: 0, base: "Database.Batchable" },
  { member: /^System\.Database\.executeBatch\(/, index: 0, base: "Database.Batchable" },
];

/** Whether a platform method takes these arguments; `args` as written, before conversions. */
export function acceptsArguments(ctx: MethodContext, member: string, args: readonly BoundExpression[]): boolean {
  const rule = REQUIRED.find((one) => one.member.test(member));
  const type = rule === undefined ? undefined : args[rule.index]?.type;
  if (rule === undefined || type === undefined || type === ERROR || type === NULL || type === OBJECT) return true;
  return ctx.world.isA(type, rule.base) || ctx.world.isInterface(type);
}
