import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { UnsupportedFeatureError } from "../../apex/runtime/exceptions.ts";
import { compileFormula, type CompiledFormula, type FormulaRun, type FormulaScope } from "./compile-formula.ts";
import { FormulaError } from "./formula-ast.ts";
import { textOf, type FormulaType, type FormulaValue } from "./formula-value.ts";

const FIELDS: Readonly<Record<string, readonly [FormulaType, FormulaValue]>> = {
  Name: ["text", "Acme"],
  Empty: ["text", null],
  Amount: ["number", Decimal.parse("12.50")],
  None: ["number", null],
  Skills: ["text", "A;B"],
  Start: ["date", ApexDate.of(2026, 1, 31)],
  At: ["datetime", new ApexDatetime(Date.UTC(2026, 4, 14, 23, 30))],
  NoDate: ["date", null],
  Time: ["time", ApexTime.of(10, 20, 30, 4)],
  Open: ["boolean", true],
};
const RUN: FormulaRun = { now: Date.UTC(2026, 4, 14, 23, 30), timeZone: "Europe/London" };

function scope(blanksAsZero: boolean): FormulaScope<FormulaRun> {
  return {
    place: "formula field X.Y",
    blanksAsZero,
    field: ([name = ""]): CompiledFormula<FormulaRun> => {
      const found = FIELDS[name];
      if (found === undefined) throw new FormulaError(`no field ${name}`);
      return { type: found[0], evaluate: () => found[1] };
    },
  };
}

/** The result as text; `null` for nothing. */
function evaluate(formula: string, blanksAsZero = true): string {
  const value = compileFormula(formula, scope(blanksAsZero)).evaluate(RUN);
  return value === null ? "null" : textOf(value);
}

const CASES: readonly (readonly [string, string])[] = [
  ["1 + 2 * 3", "7"],
  ["(1 + 2) * 3", "9"],
  ["2 ^ 3", "8"],
  ["10 / 4", "2.5"],
  ["10 / 0", "null"],
  ["-Amount", "-12.5"],
  ["Amount - 2.5", "10"],
  ["None + 1", "1"],
  ["Name + ' Inc'", "Acme Inc"],
  ['Name & "-" & TEXT(Amount)', "Acme-12.5"],
  ["Empty & 'x'", "x"],
  ["Name = 'Acme'", "true"],
  ["Name == 'acme'", "false"],
  ["Name <> 'x'", "true"],
  ["Empty = ''", "true"],
  ["Empty = null", "true"],
  ["Amount > 12 && Amount <= 12.50", "true"],
  ["Amount < 1 || Open", "true"],
  ["!Open", "false"],
  ["1 = 2 || 3 = 3", "true"],
  ["IF(Amount > 10, 'big', 'small')", "big"],
  ["CASE(Name, 'Acme', 1, 'Other', 2, 0)", "1"],
  ["CASE(Name, 'x', 'a', 'b')", "b"],
  ["AND(Open, Amount > 1, NOT(ISBLANK(Name)))", "true"],
  ["OR(FALSE, ISBLANK(Empty))", "true"],
  ["ISBLANK(None)", "false"],
  ["BLANKVALUE(Empty, 'none')", "none"],
  ["NULLVALUE(NoDate, DATE(2026, 1, 1))", "2026-01-01"],
  ["ISPICKVAL(Name, 'Acme')", "true"],
  ["INCLUDES(Skills, 'B')", "true"],
  ["LEN(Name)", "4"],
  ["UPPER(Name) & LOWER(Name)", "ACMEacme"],
  ["LEFT(Name, 2) & RIGHT(Name, 1) & MID(Name, 2, 2)", "Acecm"],
  ["TRIM('  a b ')", "a b"],
  ["BEGINS(Name, 'Ac')", "true"],
  ["CONTAINS(Name, 'x')", "false"],
  ["FIND('m', Name)", "3"],
  ["FIND('z', Name)", "0"],
  ["SUBSTITUTE(Name, 'c', 'kk')", "Akkme"],
  ["LPAD('7', 3, '0') & RPAD('a', 3)", "007a  "],
  ["VALUE('1,234.5') + 1", "1235.5"],
  ["ISNUMBER('12.')", "true"],
  ["HYPERLINK('/' & Name, 'a<b')", '<a href="/Acme" target="_blank">a&lt;b</a>'],
  ["IMAGE('/x.gif', 'x')", '<img src="/x.gif" alt="x" border="0"/>'],
  ["ABS(-3)", "3"],
  ["ROUND(2.345, 2)", "2.35"],
  ["ROUND(1250, -2)", "1300"],
  ["TRUNC(2.39, 1)", "2.3"],
  ["FLOOR(-2.5) & '/' & CEILING(-2.5)", "-2/-3"],
  ["MFLOOR(-2.5) & '/' & MCEILING(-2.5)", "-3/-2"],
  ["MAX(1, Amount, 3) - MIN(1, 2)", "11.5"],
  ["MOD(7, 3)", "1"],
  ["SQRT(9)", "3"],
  ["TODAY()", "2026-05-15"],
  ["NOW()", "2026-05-14 23:30:00Z"],
  ["DATEVALUE(At)", "2026-05-15"],
  ["DATEVALUE('2026-02-03')", "2026-02-03"],
  ["DATE(2026, 4, 31)", "null"],
  ["Start + 1", "2026-02-01"],
  ["Start - DATE(2026, 1, 1)", "30"],
  ["(NOW() - At) * 24", "0"],
  ["At + 0.5", "2026-05-15 11:30:00Z"],
  ["ADDMONTHS(Start, 1)", "2026-02-28"],
  ["ADDMONTHS(DATE(2026, 2, 28), 1)", "2026-03-31"],
  ["YEAR(Start) & '-' & MONTH(Start) & '-' & DAY(Start)", "2026-1-31"],
  ["WEEKDAY(DATE(2026, 5, 17))", "1"],
  ["HOUR(Time) & ':' & MINUTE(Time) & ':' & SECOND(Time) & ':' & MILLISECOND(Time)", "10:20:30:4"],
  ["NoDate < TODAY()", "false"],
  ["/* a note */ 'it\\'s'", "it's"],
];

for (const [formula, expected] of CASES)
  test(`${formula} gives ${expected}`, () => {
    assert.equal(evaluate(formula), expected);
  });

test("with blanks as blanks an empty number makes the whole sum empty", () => {
  assert.equal(evaluate("None + 1", false), "null");
  assert.equal(evaluate("ISBLANK(None)", false), "true");
});

test("what cannot be evaluated is refused with its place", () => {
  for (const formula of ["VLOOKUP(1, 2, 3)", "Nope", "1 +", "IF(1, 2)", "'open", "1 2", "#"])
    assert.throws(
      () => compileFormula(formula, scope(true)),
      (error: unknown) => error instanceof UnsupportedFeatureError && error.message.includes("formula field X.Y"),
      formula,
    );
});
