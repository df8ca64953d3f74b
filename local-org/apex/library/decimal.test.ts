import assert from "node:assert/strict";
import test from "node:test";
import { loadCatalog } from "../catalog/catalog.ts";
import { platformEnum, type EnumValue } from "../runtime/enum-value.ts";
import { Decimal } from "../runtime/decimal.ts";
import { call, decimal, messageOf, show } from "./member-fixture.ts";

function mode(name: string): EnumValue {
  const values = platformEnum("System.RoundingMode", loadCatalog().class("System.RoundingMode")?.values ?? []);
  return values.find((value) => value.name === name) ?? assert.fail(`no mode ${name}`);
}

test("addition keeps the greater scale, multiplication adds scales", () => {
  assert.equal(String(decimal("1.10").add(decimal("2.2"))), "3.30");
  assert.equal(String(decimal("1.10").subtract(decimal("1.1"))), "0.00");
  assert.equal(String(decimal("1.10").multiply(decimal("2.2"))), "2.420");
});

test("the quotient is exact when it ends and has 34 digits when it does not", () => {
  assert.equal(String(decimal("1").quotient(decimal("8"))), "0.125");
  assert.equal(String(decimal("6.0").quotient(decimal("2"))), "3.0");
  assert.equal(String(decimal("100").quotient(decimal("10"))), "10");
  assert.equal(String(decimal("1").quotient(decimal("3"))), `0.${"3".repeat(34)}`);
  assert.equal(String(decimal("2").quotient(decimal("-3"))), `-0.${"6".repeat(33)}7`);
  assert.equal(String(decimal("200").quotient(decimal("3"))), `66.${"6".repeat(31)}7`);
  assert.equal(String(decimal("0.00").quotient(decimal("3"))), "0.00");
});

test("division by zero is a MathException", () => {
  assert.equal(
    messageOf("System.MathException", () => decimal("1").quotient(Decimal.ZERO)),
    "Divide by 0",
  );
  assert.equal(
    messageOf("System.MathException", () => call("Decimal#divide(Decimal,Integer)", decimal("1"), Decimal.ZERO, 2)),
    "Divide by 0",
  );
});

test("divide gives the wanted scale", () => {
  assert.equal(show("Decimal#divide(Decimal,Integer)", decimal("19"), decimal("100"), 3), "0.190");
  assert.equal(show("Decimal#divide(Decimal,Integer,System.RoundingMode)", decimal("12.4567"), decimal("7"), 2, mode("UP")), "1.78");
  assert.equal(show("Decimal#divide(Decimal,Integer)", decimal("5"), decimal("3"), 30), "1.666666666666666666666666666667");
  assert.equal(show("Decimal#divide(Decimal,Integer)", decimal("1.000"), decimal("3"), 1), "0.3");
});

/** From the tables of the reference's "Rounding Mode". */
const ROUNDED: Readonly<Record<string, readonly number[]>> = {
  CEILING: [6, 3, 2, 2, 1, -1, -1, -1, -2, -5],
  DOWN: [5, 2, 1, 1, 1, -1, -1, -1, -2, -5],
  FLOOR: [5, 2, 1, 1, 1, -1, -2, -2, -3, -6],
  HALF_DOWN: [5, 2, 2, 1, 1, -1, -1, -2, -2, -5],
  HALF_EVEN: [6, 2, 2, 1, 1, -1, -1, -2, -2, -6],
  HALF_UP: [6, 3, 2, 1, 1, -1, -1, -2, -3, -6],
  UP: [6, 3, 2, 2, 1, -1, -2, -2, -3, -6],
};
const INPUTS = ["5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"];

for (const [name, expected] of Object.entries(ROUNDED)) {
  test(`rounds by ${name}`, () => {
    const actual = INPUTS.map((text) => Number(call("Decimal#round(System.RoundingMode)", decimal(text), mode(name))));
    assert.deepEqual(actual, expected);
  });
}

test("UNNECESSARY refuses to round", () => {
  assert.equal(show("Decimal#round(System.RoundingMode)", decimal("5.0"), mode("UNNECESSARY")), "5");
  assert.equal(
    messageOf("System.MathException", () => call("Decimal#round(System.RoundingMode)", decimal("5.1"), mode("UNNECESSARY"))),
    "Rounding necessary",
  );
});

test("round and setScale round half to even without a mode", () => {
  assert.equal(call("Decimal#round()", decimal("4.5")), 4n);
  assert.equal(call("Decimal#round()", decimal("5.5")), 6n);
  assert.equal(call("Decimal#round()", decimal("5.2")), 5n);
  assert.equal(show("Decimal#setScale(Integer)", decimal("2.125"), 2), "2.12");
  assert.equal(show("Decimal#setScale(Integer)", decimal("2.1"), 3), "2.100");
  assert.equal(show("Decimal#setScale(Integer,System.RoundingMode)", decimal("2.125"), 2, mode("HALF_UP")), "2.13");
});

test("scale and precision come from how the value was made", () => {
  assert.equal(call("Decimal#scale()", decimal("1.10")), 2);
  assert.equal(call("Decimal#precision()", decimal("123.45")), 5);
  assert.equal(call("Decimal#precision()", decimal("123.123")), 6);
  assert.equal(show("Decimal#stripTrailingZeros()", decimal("1.500")), "1.5");
  assert.equal(show("Decimal#toPlainString()", call("Decimal#stripTrailingZeros()", decimal("1200"))), "1200");
  assert.equal(show("Decimal.valueOf(Double)", 3), "3.0");
  assert.equal(show("Decimal.valueOf(Long)", 3n), "3");
  assert.equal(show("Decimal.valueOf(String)", "12.4567"), "12.4567");
});

test("small values print with an exponent, toPlainString without", () => {
  assert.equal(String(decimal("0.0000001")), "1E-7");
  assert.equal(decimal("0.0000001").toPlainString(), "0.0000001");
  assert.equal(String(decimal("0.000001")), "0.000001");
});

test("powers are exact", () => {
  assert.equal(show("Decimal#pow(Integer)", decimal("4.12"), 2), "16.9744");
  assert.equal(show("Decimal#pow(Integer)", decimal("4.12"), 0), "1");
});

test("format groups digits and keeps three decimals", () => {
  assert.equal(call("Decimal#format()", decimal("12345.6789")), "12,345.679");
  assert.equal(call("Integer#format()", 1234567), "1,234,567");
});

test("text that is no number is a TypeException naming it", () => {
  const message = (key: string, text: string): string => messageOf("System.TypeException", () => call(key, text));
  assert.equal(message("Decimal.valueOf(String)", "abc"), "Invalid decimal: abc");
  assert.equal(message("Integer.valueOf(String)", "1.5"), "Invalid integer: 1.5");
  assert.equal(message("Integer.valueOf(String)", "3000000000"), "Invalid integer: 3000000000");
  assert.equal(message("Long.valueOf(String)", ""), "Invalid long: ");
  assert.equal(message("Double.valueOf(String)", "x"), "Invalid double: x");
});

test("Math rounds Decimals half to even and takes the sign of the dividend in mod", () => {
  assert.equal(call("System.Math.round(Decimal)", decimal("4.5")), 4);
  assert.equal(call("System.Math.round(Decimal)", decimal("-5.5")), -6);
  assert.equal(call("System.Math.mod(Integer,Integer)", -7, 3), -1);
  assert.equal(show("System.Math.ceil(Decimal)", decimal("-1.5")), "-1");
  assert.equal(show("System.Math.floor(Decimal)", decimal("-1.5")), "-2");
  assert.equal(
    messageOf("System.MathException", () => call("System.Math.mod(Integer,Integer)", 1, 0)),
    "Divide by 0",
  );
});

test("200,000 additions take less than half a second", () => {
  const step = decimal("1.25");
  let total = Decimal.ZERO;
  const start = performance.now();
  for (let at = 0; at < 200_000; at++) total = total.add(step);
  assert.equal(String(total), "250000.00");
  assert.ok(performance.now() - start < 500);
});
