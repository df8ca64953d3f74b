/** Formulas made ready to run: names resolved, types known, unknown functions refused. */
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { FORMULA_FUNCTIONS } from "./formula-functions.ts";
import { FormulaError, type BinaryOperator, type FormulaNode } from "./formula-ast.ts";
import { compareValues, equalValues, isTrue, textOf, type FormulaType, type FormulaValue } from "./formula-value.ts";
import { parseFormula } from "./parse-formula.ts";

/** What a formula knows of the world while it runs. */
export interface FormulaRun {
  /** Milliseconds of the org's clock. */
  readonly now: number;
  readonly timeZone: string;
}

export interface CompiledFormula<Run extends FormulaRun> {
  readonly type: FormulaType;
  readonly evaluate: (run: Run) => FormulaValue;
}

export interface FormulaScope<Run extends FormulaRun> {
  /** Resolves a field or global variable. Throws FormulaError when there is none. */
  readonly field: (path: readonly string[]) => CompiledFormula<Run>;
  /** Empty numbers count as 0. */
  readonly blanksAsZero: boolean;
  /** `formula field Log__c.Age__c`: for messages. */
  readonly place: string;
}

/** Compiles a formula. Throws UnsupportedFeatureError, with the place, for what the engine cannot evaluate. */
export function compileFormula<Run extends FormulaRun>(text: string, scope: FormulaScope<Run>): CompiledFormula<Run> {
  try {
    return compile(parseFormula(text), scope);
  } catch (error) {
    if (error instanceof FormulaError) return unsupported(`${scope.place}: ${error.message}`);
    throw error;
  }
}

function compile<Run extends FormulaRun>(node: FormulaNode, scope: FormulaScope<Run>): CompiledFormula<Run> {
  switch (node.kind) {
    case "number": {
      const value = Decimal.parse(node.text);
      return { type: "number", evaluate: () => value };
    }
    case "text": {
      const { value } = node;
      return { type: "text", evaluate: () => value };
    }
    case "boolean": {
      const { value } = node;
      return { type: "boolean", evaluate: () => value };
    }
    case "null":
      return { type: "any", evaluate: () => null };
    case "field":
      return zeroed(scope.field(node.path), scope);
    case "unary":
      return unary(node.operator, compile(node.operand, scope));
    case "binary":
      return binary(node.operator, compile(node.left, scope), compile(node.right, scope));
    case "call":
      return call(
        node.name,
        node.arguments.map((argument) => compile(argument, scope)),
      );
  }
}

function zeroed<Run extends FormulaRun>(field: CompiledFormula<Run>, { blanksAsZero }: FormulaScope<Run>): CompiledFormula<Run> {
  if (!blanksAsZero || field.type !== "number") return field;
  return { type: "number", evaluate: (run) => field.evaluate(run) ?? Decimal.ZERO };
}

function call<Run extends FormulaRun>(name: string, parts: readonly CompiledFormula<Run>[]): CompiledFormula<Run> {
  const definition = FORMULA_FUNCTIONS[name];
  if (definition === undefined) throw new FormulaError(`function ${name}`);
  const { least, most = least } = definition;
  if (parts.length < least || parts.length > most) throw new FormulaError(`function ${name} with ${parts.length} arguments`);
  const type = typeof definition.type === "function" ? definition.type(parts.map((part) => part.type)) : definition.type;
  const { apply } = definition;
  return {
    type,
    evaluate: (run) =>
      apply(
        parts.map((part) => () => part.evaluate(run)),
        run,
      ),
  };
}

function unary<Run extends FormulaRun>(operator: "-" | "!", operand: CompiledFormula<Run>): CompiledFormula<Run> {
  if (operator === "!") return { type: "boolean", evaluate: (run) => !isTrue(operand.evaluate(run)) };
  return {
    type: "number",
    evaluate: (run) => {
      const value = operand.evaluate(run);
      return value instanceof Decimal ? value.negate() : null;
    },
  };
}

function binary<Run extends FormulaRun>(
  operator: BinaryOperator,
  left: CompiledFormula<Run>,
  right: CompiledFormula<Run>,
): CompiledFormula<Run> {
  switch (operator) {
    case "&&":
      return { type: "boolean", evaluate: (run) => isTrue(left.evaluate(run)) && isTrue(right.evaluate(run)) };
    case "||":
      return { type: "boolean", evaluate: (run) => isTrue(left.evaluate(run)) || isTrue(right.evaluate(run)) };
    case "=":
      return { type: "boolean", evaluate: (run) => equalValues(left.evaluate(run), right.evaluate(run)) };
    case "!=":
      return { type: "boolean", evaluate: (run) => !equalValues(left.evaluate(run), right.evaluate(run)) };
    case "<":
    case ">":
    case "<=":
    case ">=":
      return { type: "boolean", evaluate: (run) => ordered(operator, compareValues(left.evaluate(run), right.evaluate(run))) };
    case "&":
      return concatenation(left, right);
    case "+":
      return left.type === "text" || right.type === "text" ? concatenation(left, right) : sum(1, left, right);
    case "-":
      return sum(-1, left, right);
    default:
      return { type: "number", evaluate: (run) => product(operator, left.evaluate(run), right.evaluate(run)) };
  }
}

function ordered(operator: "<" | ">" | "<=" | ">=", order: number | null): boolean {
  if (order === null) return false;
  switch (operator) {
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
  }
}

function concatenation<Run extends FormulaRun>(left: CompiledFormula<Run>, right: CompiledFormula<Run>): CompiledFormula<Run> {
  return { type: "text", evaluate: (run) => textOf(left.evaluate(run)) + textOf(right.evaluate(run)) };
}

function sum<Run extends FormulaRun>(sign: 1 | -1, left: CompiledFormula<Run>, right: CompiledFormula<Run>): CompiledFormula<Run> {
  return {
    type: sumType(sign, left.type, right.type),
    evaluate: (run) => {
      const [first, second] = [left.evaluate(run), right.evaluate(run)];
      return first === null || second === null ? null : add(sign, first, second);
    },
  };
}

function sumType(sign: 1 | -1, left: FormulaType, right: FormulaType): FormulaType {
  const isMoment = (type: FormulaType): boolean => type === "date" || type === "datetime" || type === "time";
  if (isMoment(left)) return sign === -1 && isMoment(right) ? "number" : left;
  return isMoment(right) && sign === 1 ? right : "number";
}

/** Days between dates and datetimes, milliseconds between times; numbers move a moment by as much. */
function add(sign: 1 | -1, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left instanceof Decimal && right instanceof Decimal) return sign === 1 ? left.add(right) : left.subtract(right);
  if (left instanceof Decimal) return sign === 1 ? add(1, right, left) : null;
  if (right instanceof Decimal) return moved(left, sign * right.toNumber());
  const [from, to] = [instantOf(right), instantOf(left)];
  if (from === null || to === null || sign === 1) return null;
  const difference = to - from;
  return Decimal.ofInteger(difference).quotient(Decimal.ofInteger(left instanceof ApexTime ? 1 : DAY_MILLIS));
}

function moved(value: FormulaValue, by: number): FormulaValue {
  if (value instanceof ApexDate) return new ApexDate(value.days + Math.trunc(by));
  if (value instanceof ApexDatetime) return new ApexDatetime(value.millis + Math.round(by * DAY_MILLIS));
  return value instanceof ApexTime ? new ApexTime(value.millis + Math.round(by)) : null;
}

function instantOf(value: FormulaValue): number | null {
  if (value instanceof ApexDate) return value.days * DAY_MILLIS;
  return value instanceof ApexDatetime || value instanceof ApexTime ? value.millis : null;
}

function product(operator: "*" | "/" | "^", left: FormulaValue, right: FormulaValue): FormulaValue {
  if (!(left instanceof Decimal) || !(right instanceof Decimal)) return null;
  if (operator === "*") return left.multiply(right);
  // The platform shows #Error!, which reads as null.
  if (operator === "/") return right.sign === 0 ? null : left.quotient(right);
  const exponent = right.toNumber();
  return Number.isInteger(exponent) && exponent >= 0 ? left.pow(exponent) : powerOf(left.toNumber(), exponent);
}

function powerOf(base: number, exponent: number): Decimal | null {
  const result = base ** exponent;
  return Number.isFinite(result) ? Decimal.ofDouble(result) : null;
}
