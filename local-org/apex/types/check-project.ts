/** The type checker: from the syntax trees of all units of a project to the bound tree and the diagnostics. */
import type { Catalog } from "../catalog/catalog.ts";
import type { Schema } from "../../data/schema/schema.ts";
import type { SourceUnit } from "../syntax/ast.ts";
import { compareDiagnostics } from "../syntax/diagnostics.ts";
import type { BoundUnit } from "./bound-tree.ts";
import { checkType } from "./check-class.ts";
import { checkTrigger } from "./check-trigger.ts";
import { declareMembers } from "./declare-members.ts";
import { declareTypes } from "./declare-types.ts";
import { World } from "./world.ts";
import type { CheckDiagnostic, CheckOptions } from "./world.ts";

export type { CheckDiagnostic, CheckOptions } from "./world.ts";

export interface CheckInput {
  readonly units: readonly SourceUnit[];
  readonly schema: Schema;
  readonly catalog: Catalog;
  /** Names of custom labels; null: not known, every name is accepted. */
  readonly labels?: ReadonlySet<string> | null;
  /** Names of Visualforce pages; null: not known, every name is accepted. */
  readonly pages?: ReadonlySet<string> | null;
  readonly options?: CheckOptions;
}

export interface CheckResult {
  /**
   * One per unit. Where there are diagnostics, the statement or initialiser is replaced by one that throws
   * UnsupportedFeatureError: only a lenient run uses such a tree.
   */
  readonly bound: readonly BoundUnit[];
  /** By file and place. */
  readonly diagnostics: readonly CheckDiagnostic[];
}

export function checkProject(input: CheckInput): CheckResult {
  const { units, schema, catalog, labels = null, pages = null, options = {} } = input;
  const world = new World(catalog, schema, { labels, pages }, options);
  const declared = declareTypes(world, units);
  for (const type of declared.values()) declareMembers(world, type);
  const bound = units.flatMap((unit): readonly BoundUnit[] => {
    const type = declared.get(unit);
    if (type === undefined) return [];
    const { declaration } = unit;
    return [
      { file: unit.file, declaration: declaration.kind === "trigger" ? checkTrigger(world, type, declaration) : checkType(world, type) },
    ];
  });
  return { bound, diagnostics: world.diagnostics.sort(compareDiagnostics) };
}
