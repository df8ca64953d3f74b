/** Holds the parser against an independent one, the community's ANTLR grammar, over all Apex of the repository. */
import { ApexErrorListener, ApexParserFactory } from "@apexdevtools/apex-parser";
import type { ApexParseTree } from "@apexdevtools/apex-parser";
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Expression, Position } from "./ast.ts";
import { parseUnit } from "./parse.ts";

const root = join(import.meta.dirname, "../../..");
const sources = globSync("{force-app,local-org,tests}/**/*.{cls,trigger}", { cwd: root });

class ErrorCount extends ApexErrorListener {
  count = 0;
  override apexSyntaxError(): void {
    this.count++;
  }
}

function readByGrammar(file: string, text: string): { readonly errors: number; readonly operators: readonly string[] } {
  const listener = new ErrorCount();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  const tree = file.endsWith(".trigger") ? parser.triggerUnit() : parser.compilationUnit();
  const operators: string[] = [];
  collectFromGrammar(tree, operators);
  return { errors: listener.count, operators: operators.sort() };
}

const binaryContext = /^(Arth1|Arth2|Bit|Cmp|Equality|BitAnd|BitNot|BitOr|LogAnd|LogOr|Coal|Assign)ExpressionContext$/;

interface GrammarNode extends ApexParseTree {
  readonly children?: readonly GrammarNode[] | null;
  readonly start?: { readonly line: number; readonly column: number };
}

function collectFromGrammar(node: GrammarNode, operators: string[]): void {
  const children = node.children ?? [];
  if (node.constructor.name === "AnnotationContext") return;
  const [first, last] = [children[0]?.start, children.at(-1)?.start];
  if (binaryContext.test(node.constructor.name) && first && last) {
    const operator = children
      .slice(1, -1)
      .map((child) => child.getText())
      .join("");
    operators.push(`${operator === "<>" ? "!=" : operator} ${first.line}:${first.column + 1} ${last.line}:${last.column + 1}`);
  }
  for (const child of children) collectFromGrammar(child, operators);
}

function startOf(expression: Expression): Position {
  return (expression.kind === "member" || expression.kind === "call") && expression.target !== null
    ? startOf(expression.target)
    : expression.position;
}

/** Operator, start of the left operand, start of the right one: enough to tell how operators group. */
function collectFromTree(node: unknown, operators: string[]): void {
  if (typeof node !== "object" || node === null) return;
  const push = (operator: string, left: Position, right: Position) =>
    operators.push(`${operator} ${left.line}:${left.column} ${right.line}:${right.column}`);
  const expression = node as Expression;
  if (expression.kind === "binary") push(expression.operator, startOf(expression.left), startOf(expression.right));
  if (expression.kind === "assignment") push(expression.operator, startOf(expression.target), startOf(expression.value));
  if (expression.kind === "newSObject") for (const { position, value } of expression.fields) push("=", position, startOf(value));
  for (const child of Object.values(node)) collectFromTree(child, operators);
}

test("the parser agrees with the reference grammar on every Apex source of the repository", () => {
  assert.ok(sources.length > 0);
  for (const file of sources) {
    const text = readFileSync(join(root, file), "utf8");
    const result = parseUnit(file, text);
    const grammar = readByGrammar(file, text);
    if (!result.ok) continue;
    assert.equal(grammar.errors, 0, `${file}: only the reference grammar refuses it`);
    const operators: string[] = [];
    collectFromTree(result.unit, operators);
    assert.deepEqual(operators.sort(), grammar.operators, file);
  }
});
