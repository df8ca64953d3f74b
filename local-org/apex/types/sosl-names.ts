/** Checks a static SOSL query against the schema. */
import type { SoslQuery } from "../syntax/soql-ast.ts";
import type { BoundBind } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import { checkClauses, checkCount } from "./soql-names.ts";
import { ERROR, STRING } from "./type-model.ts";

export function checkSoslNames(ctx: MethodContext, query: SoslQuery, binds: readonly BoundBind[]): void {
  if (query.find.kind === "bind") {
    const type = binds[query.find.index]?.value.type;
    if (type !== undefined && type !== STRING && type !== ERROR) {
      ctx.report(query.find.position, `Invalid bind expression type of ${type.name} for FIND, expected String`);
    }
  }
  checkCount(ctx, query.limit, binds);
  for (const returning of query.returning) {
    const object = ctx.world.schema.object(returning.object);
    if (object === undefined) {
      ctx.report(returning.position, `sObject type '${returning.object}' is not supported.`);
      continue;
    }
    checkCount(ctx, returning.limit, binds);
    checkCount(ctx, returning.offset, binds);
    const expressions = returning.fields.map((field) => field.expression);
    checkClauses(ctx, object, { expressions, where: returning.where, orderBy: returning.orderBy }, binds);
  }
}
