/** Test helper: an expression as text with every grouping in parentheses, so that trees can be compared by eye. */
import type { Expression } from "./ast.ts";
import { typeText } from "./check-methods.ts";
import { parseAnonymous } from "./parse.ts";

export function expressionText(e: Expression): string {
  const list = (items: readonly Expression[]) => items.map(expressionText).join(", ");
  switch (e.kind) {
    case "literal":
      return typeof e.value === "string" && e.literal === "String"
        ? JSON.stringify(e.value)
        : typeof e.value === "bigint"
          ? `${e.value}L`
          : `${e.value}`;
    case "name":
      return e.name;
    case "this":
    case "super":
      return e.kind;
    case "member":
      return `${expressionText(e.target)}${e.nullSafe ? "?." : "."}${e.name}`;
    case "index":
      return `${expressionText(e.target)}[${expressionText(e.index)}]`;
    case "call":
      return `${e.target === null ? "" : expressionText(e.target) + (e.nullSafe ? "?." : ".")}${e.name}(${list(e.arguments)})`;
    case "constructorCall":
      return `${e.target}(${list(e.arguments)})`;
    case "new":
      return `new ${typeText(e.type)}(${list(e.arguments)})`;
    case "newSObject":
      return `new ${typeText(e.type)}(${e.fields.map((field) => `${field.name} := ${expressionText(field.value)}`).join(", ")})`;
    case "newArray":
      return `new ${typeText(e.type)} of size ${expressionText(e.size)}`;
    case "newCollection":
      return `new ${typeText(e.type)} {${list(e.elements)}}`;
    case "newMap":
      return `new ${typeText(e.type)} {${e.entries.map(({ key, value }) => `${expressionText(key)} => ${expressionText(value)}`).join(", ")}}`;
    case "cast":
      return `(cast ${typeText(e.type)} ${expressionText(e.operand)})`;
    case "parenthesized":
      return expressionText(e.expression);
    case "unary":
      return `(${e.operator}${expressionText(e.operand)})`;
    case "update":
      return e.prefix ? `(${e.operator}${expressionText(e.operand)})` : `(${expressionText(e.operand)}${e.operator})`;
    case "binary":
      return `(${expressionText(e.left)} ${e.operator} ${expressionText(e.right)})`;
    case "instanceOf":
      return `(${expressionText(e.operand)} instanceof ${typeText(e.type)})`;
    case "conditional":
      return `(${expressionText(e.condition)} ? ${expressionText(e.then)} : ${expressionText(e.else)})`;
    case "assignment":
      return `(${expressionText(e.target)} ${e.operator} ${expressionText(e.value)})`;
    case "classLiteral":
      return `${e.type === null ? "void" : typeText(e.type)}.class`;
    case "soql":
      return `[${e.query.from.path.join(".")} ${list(e.binds)}]`;
    case "sosl":
      return `[find ${list(e.binds)}]`;
  }
}

/** Parses one expression, as the argument of a call. */
export function readExpression(text: string): Expression {
  const result = parseAnonymous(`f(${text});`);
  if (!result.ok) throw new Error(result.diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
  const statement = result.unit.body.statements[0];
  const argument =
    statement?.kind === "expressionStatement" && statement.expression.kind === "call" ? statement.expression.arguments[0] : undefined;
  if (argument === undefined) throw new Error(`no expression in ${text}`);
  return argument;
}
