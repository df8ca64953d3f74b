import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlGroupBy } from "../../apex/syntax/soql-ast.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import type { Row } from "../store/store.ts";
import type { Expression } from "./expression.ts";
import { isPicklist, picklistRank } from "./picklist-order.ts";
import type { QueryRun } from "./query-context.ts";

export interface Group {
  readonly rows: Row[];
  /** Values of the GROUP BY expressions; null where `rolled`. */
  readonly keys: readonly ApexValue[];
  /** True where ROLLUP or CUBE makes this a subtotal over all values of the expression. */
  readonly rolled: readonly boolean[];
}

/** Groups rows by the values of the expressions; without expressions all rows are one group. Groups come in the order of their first row. */
export function groupRows(rows: readonly Row[], groupBy: readonly Expression<Row>[], kind: SoqlGroupBy["kind"], run: QueryRun): Group[] {
  if (groupBy.length === 0) return [{ rows: [...rows], keys: [], rolled: [] }];
  const groups = groupingSets(groupBy.length, kind).flatMap((rolled) => groupBySet(rows, groupBy, rolled, run));
  return kind === "plain" ? groups : interleave(groups, groupBy);
}

function groupBySet(rows: readonly Row[], groupBy: readonly Expression<Row>[], rolled: readonly boolean[], run: QueryRun): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const keys = groupBy.map(({ read }, at) => (rolled[at] === true ? null : read(row, run)));
    const identity = JSON.stringify(keys.map((key, at) => comparable(groupBy[at], key)));
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, { rows: [row], keys, rolled });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function comparable(expression: Expression<Row> | undefined, value: ApexValue): string | number | boolean | null {
  const key: IndexKey = expression === undefined ? null : indexKey(expression.field, value);
  return typeof key === "bigint" ? String(key) : key;
}

/** Which expressions are summed over: for `ROLLUP(a, b)` none, b, both; for CUBE every combination. */
function groupingSets(size: number, kind: SoqlGroupBy["kind"]): readonly (readonly boolean[])[] {
  const none = Array.from({ length: size }, () => false);
  if (kind === "plain") return [none];
  if (kind === "rollup") return Array.from({ length: size + 1 }, (_, rolledUp) => none.map((_unused, at) => at >= size - rolledUp));
  return Array.from({ length: 2 ** size }, (_, bits) => none.map((_unused, at) => (bits & (1 << (size - 1 - at))) !== 0));
}

/** Sorts by the values, each subtotal after the groups that it sums up. */
function interleave(groups: readonly Group[], groupBy: readonly Expression<Row>[]): Group[] {
  return groups.toSorted((left, right) => {
    for (const [at, { field }] of groupBy.entries()) {
      const rank = isPicklist(field) ? picklistRank(field) : null;
      const order = compareOne(left, right, at, ({ keys }) => rank?.(keys[at] ?? null) ?? indexKey(field, keys[at] ?? null));
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareOne(left: Group, right: Group, at: number, keyOf: (group: Group) => IndexKey): number {
  if (left.rolled[at] !== right.rolled[at]) return left.rolled[at] === true ? 1 : -1;
  const [leftKey, rightKey] = [keyOf(left), keyOf(right)];
  if (leftKey === rightKey) return 0;
  if (leftKey === null || rightKey === null) return leftKey === null ? -1 : 1;
  return leftKey < rightKey ? -1 : 1;
}
