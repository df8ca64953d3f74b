/** The executor's own verdict on a static query, so that what it would refuse at run time is refused when the class is checked. */
import { prepareQuery } from "../../data/soql/prepare.ts";
import { SoqlError } from "../../data/soql/soql-error.ts";
import { prepareSearch } from "../../data/sosl/prepare-search.ts";
import { UnsupportedFeatureError } from "../runtime/exceptions.ts";
import type { SoqlQuery, SoslQuery } from "../syntax/soql-ast.ts";
import type { MethodContext } from "./method-context.ts";

/** Prepares the query and reports why that fails; `found` is how many diagnostics there were before the query was checked. */
export function checkPrepared(ctx: MethodContext, query: SoqlQuery | SoslQuery, found: number): void {
  if (ctx.world.diagnostics.length > found) return;
  try {
    if (query.kind === "soql") prepareQuery(query, ctx.world.schema);
    else prepareSearch(query, ctx.world.schema);
  } catch (error) {
    if (error instanceof SoqlError) ctx.report(error.position ?? query.position, error.message);
    else if (error instanceof UnsupportedFeatureError) ctx.report(query.position, error.message, "unsupported");
    else throw error;
  }
}
