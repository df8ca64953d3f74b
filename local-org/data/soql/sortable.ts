import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { Position } from "../../apex/syntax/position.ts";
import { categoryOf } from "./category.ts";
import type { Expression } from "./expression.ts";
import { fieldCannotBe } from "./soql-error.ts";

/** Gives the expression back. Throws SoqlError when ORDER BY cannot sort by it. */
export function sortable<Subject>(expression: Expression<Subject>, position: Position): Expression<Subject> {
  const { field } = expression;
  if (field.type === "location" || field.type === "address") unsupported(`ORDER BY the compound field ${field.name}`);
  if (!field.isSortable || field.type === "multipicklist" || categoryOf(field) === "none")
    throw fieldCannotBe("sorted", field.name, position);
  return expression;
}

/** Gives the expression back. Throws SoqlError when GROUP BY cannot group by it. */
export function groupable<Subject>(expression: Expression<Subject>, position: Position): Expression<Subject> {
  if (!expression.field.isGroupable || categoryOf(expression.field) === "none")
    throw fieldCannotBe("grouped", expression.field.name, position);
  return expression;
}
