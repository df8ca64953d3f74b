/** Rows that indexes propose for a condition. */
import type { IndexKey } from "../store/index-key.ts";
import { idOf, type Row } from "../store/store.ts";
import { byId } from "../store/table.ts";
import { isDefinition } from "./definition-objects.ts";
import type { FieldPath } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";

export interface Candidates {
  /** How many rows at most. */
  readonly count: number;
  /** The rows, each once, in the order of their ids. */
  rows(): readonly Row[];
}

/** Below this a scan costs less than keeping an index. */
const SMALL_TABLE = 32;
/** An index that proposes more than this share of the table is not used. */
const MAX_SHARE = 0.25;
/** Parents looked up on the way of `Account.Name = 'x'`; more are not worth it. */
const MAX_PARENTS = 1000;

/** The rows whose field at the end of the path has one of the keys; null when no index helps. */
export function candidatesByKeys(path: FieldPath, keys: readonly IndexKey[], run: QueryRun): Candidates | null {
  if (path.field.formula !== null || path.field.isSummary) return null;
  if (path.steps.some((step) => step.polymorphic || isDefinition(step.object))) return null;
  const unique = [...new Set(keys)];
  const [first] = path.steps;
  if (first === undefined) return ownCandidates(path, unique, run);
  if (unique.includes(null) || run.allRows) return null;
  const parents = ownCandidates({ ...path, steps: [] }, unique, run);
  if (parents === null || parents.count > MAX_PARENTS) return null;
  return throughParents(path, parents, run);
}

function ownCandidates({ object, field }: FieldPath, keys: readonly IndexKey[], run: QueryRun): Candidates | null {
  if (field.type === "boolean") return null;
  const table = run.store.table(object.name);
  if (field.type !== "id" && table.size < SMALL_TABLE && !table.hasIndex(field)) return null;
  const count = keys.reduce<number>((sum, key) => sum + table.countKey(field, key), 0);
  if (field.type !== "id" && count > Math.max(SMALL_TABLE, table.size * MAX_SHARE)) return null;
  return { count, rows: () => sorted(keys.flatMap((key) => table.lookupKey(field, key))) };
}

function throughParents({ steps }: FieldPath, parents: Candidates, run: QueryRun): Candidates | null {
  let rows = parents.rows();
  for (const step of steps.toReversed()) {
    if (rows.length > MAX_PARENTS) return null;
    const children = run.store.table(step.from.name);
    rows = rows.flatMap((row) => children.lookupKey(step.field, idOf(row)));
  }
  const found = rows;
  return { count: found.length, rows: () => sorted(found) };
}

/** Where several indexes know rows that must pass together, the one with the fewest. */
export function intersect(parts: readonly (Candidates | null)[]): Candidates | null {
  return parts.reduce((best, part) => (part !== null && (best === null || part.count < best.count) ? part : best), null);
}

/** Rows of which any may pass: known only when every part is. */
export function union(parts: readonly (Candidates | null)[]): Candidates | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return {
    count: known.reduce((sum, { count }) => sum + count, 0),
    rows: () => sorted([...new Set(known.flatMap((part) => part.rows()))]),
  };
}

function sorted(rows: readonly Row[]): readonly Row[] {
  return rows.length > 1 ? [...rows].sort(byId) : rows;
}
