import type { SoqlExpression, SoqlOrder } from "../../apex/syntax/soql-ast.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import { categoryOf } from "./category.ts";
import { isPicklist } from "./picklist-order.ts";
import type { Expression } from "./expression.ts";
import { picklistRank } from "./picklist-order.ts";
import type { QueryRun } from "./query-context.ts";

/** Sorts subjects; gives the same array when there is nothing to sort by. */
export type Sorter<Subject> = (subjects: Subject[], run: QueryRun) => Subject[];

interface Column<Subject> {
  readonly expression: Expression<Subject>;
  readonly sign: 1 | -1;
  readonly nullsFirst: boolean;
  /** Ids sort by their characters, capitals first: in the order in which they were given. */
  readonly isId: boolean;
  readonly key: (subject: Subject, run: QueryRun) => IndexKey;
}

/** Nulls come first in both directions unless the query says otherwise. Equal rows keep their order. */
export function compileOrder<Subject>(
  order: readonly SoqlOrder[],
  resolve: (expression: SoqlExpression) => Expression<Subject>,
): Sorter<Subject> | null {
  if (order.length === 0) return null;
  const columns = order.map((item): Column<Subject> => {
    const expression = resolve(item.expression);
    const rank = isPicklist(expression.field) ? picklistRank(expression.field) : null;
    const { field, read } = expression;
    return {
      expression,
      sign: item.descending ? -1 : 1,
      nullsFirst: item.nulls !== "last",
      isId: categoryOf(field) === "id",
      key: rank === null ? (subject, run) => indexKey(field, read(subject, run)) : (subject, run) => rank(read(subject, run)),
    };
  });
  return (subjects, run) => sortBy(subjects, columns, run);
}

function sortBy<Subject>(subjects: Subject[], columns: readonly Column<Subject>[], run: QueryRun): Subject[] {
  const collator = new Intl.Collator(run.context.locale, { sensitivity: "accent" });
  const keyed = subjects.map((subject) => ({ subject, keys: columns.map((column) => column.key(subject, run)) }));
  keyed.sort((left, right) => {
    for (const [at, column] of columns.entries()) {
      const result = compareKeys(left.keys[at] ?? null, right.keys[at] ?? null, column, collator);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ subject }) => subject);
}

function compareKeys<Subject>(
  left: IndexKey,
  right: IndexKey,
  { sign, nullsFirst, isId }: Column<Subject>,
  collator: Intl.Collator,
): number {
  if (left === right) return 0;
  if (left === null) return nullsFirst ? -1 : 1;
  if (right === null) return nullsFirst ? 1 : -1;
  if (typeof left === "string" && typeof right === "string" && !isId) return sign * collator.compare(left, right);
  return sign * (left < right ? -1 : 1);
}
