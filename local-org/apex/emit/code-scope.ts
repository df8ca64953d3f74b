/** What the emitter knows while it is inside one JavaScript function. */
import type { BoundExpression } from "../types/bound-tree.ts";
import type { FunctionScope, UnitScope } from "./unit-scope.ts";

export interface CodeScope {
  readonly unit: UnitScope;
  readonly function: FunctionScope;
  /** Targets of `?.` that were evaluated into a temporary before the rest of their chain. */
  readonly guarded: Map<BoundExpression, string>;
  /** JavaScript of the old value while the new one of `x op= y` is emitted. */
  readonly current: string | null;
}
