/** Rules of SOQL that need no schema: what may stand together in one query. */
import type { SoqlField, SoqlQuery } from "../syntax/soql-ast.ts";
import type { MethodContext } from "./method-context.ts";

const SCOPES: ReadonlySet<string> = new Set([
  "delegated",
  "everything",
  "mine",
  "mine_and_my_groups",
  "my_territory",
  "my_team_territory",
  "scopingrule",
  "team",
]);

export function checkSoqlRules(ctx: MethodContext, query: SoqlQuery): void {
  refuseRepeatedFields(ctx, query);
  refuseRepeatedAliases(ctx, query);
  const [lock] = query.orderBy;
  if (query.for.includes("update") && lock !== undefined) ctx.report(lock.position, "ORDER BY cannot be used together with FOR UPDATE");
  if (query.scope !== null && !SCOPES.has(query.scope.toLowerCase())) ctx.report(query.from.position, `Unknown scope: ${query.scope}`);
}

const textOf = (field: SoqlField): string => field.path.join(".");

function refuseRepeatedFields(ctx: MethodContext, query: SoqlQuery): void {
  const seen = new Set<string>();
  for (const item of query.select) {
    if (item.kind !== "expression" || item.expression.kind !== "field" || item.alias !== null) continue;
    const key = textOf(item.expression).toLowerCase();
    if (seen.has(key)) ctx.report(item.position, `duplicate field selected: ${textOf(item.expression)}`);
    seen.add(key);
  }
}

function refuseRepeatedAliases(ctx: MethodContext, query: SoqlQuery): void {
  const seen = new Set<string>();
  for (const item of query.select) {
    if (item.kind !== "expression" || item.alias === null) continue;
    const key = item.alias.toLowerCase();
    if (seen.has(key)) ctx.report(item.position, `duplicate alias: ${item.alias}`);
    seen.add(key);
  }
}
