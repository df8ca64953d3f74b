import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexException, LimitExceeded } from "../runtime/exceptions.ts";
import { compileUnits } from "../runtime/compile-units.ts";
import { apexStackTrace } from "../runtime/stack-trace.ts";
import type { ApexValue } from "../runtime/values.ts";
import type { BoundClass, BoundExpression, BoundStatement, BoundUnit } from "../types/bound-tree.ts";
import {
  arithmetic,
  at,
  block,
  BOOLEAN,
  callStatic,
  classUnit,
  field,
  INTEGER,
  integer,
  local,
  method,
  nothing,
  platformType,
  read,
  returns,
  STRING,
  text,
  userType,
  VOID,
} from "./bound-tree-builders.ts";

function run(units: readonly BoundUnit[], className: string, methodName: string, ...args: readonly ApexValue[]): ApexValue {
  const program = compileUnits(units);
  program.activate();
  return program.callStatic(className, methodName, args);
}

function fibonacci(): BoundUnit {
  const n = local("n");
  const recurse = (less: number): BoundExpression => callStatic("Fib", "fib$Integer", [arithmetic(read(n), "-", integer(less))]);
  const isSmall: BoundExpression = {
    kind: "compare",
    operator: "<",
    operands: "Integer",
    left: read(n),
    right: integer(2),
    type: BOOLEAN,
    position: at(3),
  };
  const body = block(
    [
      { kind: "if", condition: isSmall, then: returns(read(n), 3), else: null, position: at(3) },
      returns(arithmetic(recurse(1), "+", recurse(2)), 4),
    ],
    2,
    5,
  );
  return classUnit("Fib", { methods: [method("fib$Integer", [n], body)], endLine: 6 });
}

test("a recursive method runs and is fast once warm", () => {
  const program = compileUnits([fibonacci()]);
  program.activate();
  assert.equal(program.callStatic("Fib", "fib", [20]), 6765);
  const started = performance.now();
  assert.equal(program.callStatic("Fib", "fib", [30]), 832040);
  const elapsed = performance.now() - started;
  assert.ok(elapsed < 500, `took ${elapsed} ms`);
});

test("null in arithmetic is a NullPointerException with the line of the statement", () => {
  assert.throws(
    () => run([fibonacci()], "Fib", "fib", null),
    (error) => {
      assert.ok(error instanceof ApexException);
      assert.equal(error.typeName, "System.NullPointerException");
      assert.equal(apexStackTrace(error), "Class.Fib.fib: line 4, column 1");
      return true;
    },
  );
});

test("endless recursion is a limit that Apex cannot catch", () => {
  const body = block([returns(callStatic("Deep", "down$", [], INTEGER, 2), 2)], 1, 3);
  assert.throws(() => run([classUnit("Deep", { methods: [method("down$", [], body)] })], "Deep", "down"), LimitExceeded);
});

const caughtLocal = local("e", platformType("System.Exception"));

function tryCatch(body: BoundStatement, caughtType: string, ensure: BoundStatement | null = null): BoundStatement {
  return {
    kind: "try",
    body: block([body]),
    catches: [{ type: platformType(caughtType), local: caughtLocal, body: block([returns(integer(-1))]), position: at(2) }],
    finally: ensure === null ? null : block([ensure]),
    position: at(1),
  };
}

const divideByZero = returns(arithmetic(integer(1), "/", integer(0)));

test("catch takes an exception of its type", () => {
  const unit = classUnit("C", { methods: [method("m$", [], block([tryCatch(divideByZero, "System.MathException")]))] });
  assert.equal(run([unit], "C", "m"), -1);
});

test("catch leaves an exception of another type alone", () => {
  const unit = classUnit("C", { methods: [method("m$", [], block([tryCatch(divideByZero, "System.DmlException")]))] });
  assert.throws(() => run([unit], "C", "m"), { typeName: "System.MathException" });
});

test("what Apex cannot catch passes catch and finally", () => {
  const ensure: BoundStatement = returns(integer(7));
  const body: BoundStatement = { kind: "unsupported", message: "a thing", position: at(1) };
  const unit = classUnit("C", { methods: [method("m$", [], block([tryCatch(body, "System.Exception", ensure)]))] });
  assert.throws(() => run([unit], "C", "m"), /a thing/);
});

function counterClass(): BoundUnit {
  const countOf = (target: BoundExpression | null): BoundExpression => ({
    kind: "field",
    owner: "Counter",
    name: "count",
    target,
    nullSafe: false,
    type: INTEGER,
    position: at(3),
  });
  const increment: BoundStatement = {
    kind: "return",
    position: at(3),
    value: {
      kind: "update",
      target: countOf(null) as Extract<BoundExpression, { kind: "field" }>,
      value: arithmetic({ kind: "current", type: INTEGER, position: at(3) }, "+", integer(1)),
      result: "old",
      type: INTEGER,
      position: at(3),
    },
  };
  return classUnit("Counter", {
    fields: [field("count", INTEGER, true)],
    staticInitializers: [{ kind: "field", field: "count", value: integer(41), position: at(2) }],
    methods: [method("next$", [], block([increment], 3, 4))],
  });
}

test("static initialisers run on first use and post-increment gives the old value", () => {
  const program = compileUnits([counterClass()]);
  program.activate();
  assert.equal(program.callStatic("Counter", "next", []), 41);
  assert.equal(program.callStatic("Counter", "next", []), 42);
});

test("?. ends the whole chain with null", () => {
  const node = (target: BoundExpression, nullSafe: boolean): BoundExpression => ({
    kind: "field",
    owner: "Node",
    name: "next",
    target,
    nullSafe,
    type: userType("Node"),
    position: at(1),
  });
  const start = local("start", userType("Node"));
  const chain = node(node(read(start), true), false);
  const unit = classUnit("Node", {
    fields: [field("next", userType("Node"))],
    methods: [method("walk$Node", [start], block([returns(chain)]))],
  });
  assert.equal(run([unit], "Node", "walk", null), null);
});

test("an instance method called on null is a NullPointerException", () => {
  const start = local("start", userType("Node"));
  const call: BoundExpression = {
    kind: "call",
    dispatch: "virtual",
    owner: "Node",
    name: "go",
    jsName: "go$",
    target: read(start),
    arguments: [],
    nullSafe: false,
    type: VOID,
    position: at(5),
  };
  const unit = classUnit("Node", {
    methods: [method("walk$Node", [start], block([{ kind: "expression", expression: call, position: at(5) }], 4, 6))],
  });
  assert.throws(() => run([unit], "Node", "walk", null), { typeName: "System.NullPointerException" });
});

test("the initialisers of all classes run before any constructor", () => {
  const log = (name: string): BoundClass["instanceInitializers"][number] => ({
    kind: "block",
    position: at(1),
    body: block([
      {
        kind: "expression",
        position: at(1),
        expression: {
          kind: "update",
          target: { kind: "field", owner: "Log", name: "lines", target: null, nullSafe: false, type: STRING, position: at(1) },
          value: { kind: "concat", parts: [{ kind: "current", type: STRING, position: at(1) }, text(name)], type: STRING, position: at(1) },
          result: "new",
          type: STRING,
          position: at(1),
        },
      },
    ]),
  });
  const base = classUnit("Base", { instanceInitializers: [log("base ")] });
  const derived = classUnit("Derived", {
    superClass: userType("Base"),
    instanceInitializers: [log("derived ")],
    constructors: [
      {
        jsName: "ctor$",
        parameters: [],
        chained: { target: "super", jsName: "ctor$", platformSignature: null, arguments: [], position: at(1) },
        body: block([]),
        position: at(1),
      },
    ],
  });
  const make: BoundExpression = {
    kind: "new",
    owner: "Derived",
    jsName: "ctor$",
    arguments: [],
    type: userType("Derived"),
    position: at(1),
  };
  const read: BoundExpression = {
    kind: "field",
    owner: "Log",
    name: "lines",
    target: null,
    nullSafe: false,
    type: STRING,
    position: at(1),
  };
  const logUnit = classUnit("Log", {
    fields: [field("lines", STRING, true)],
    staticInitializers: [{ kind: "field", field: "lines", value: text(""), position: at(1) }],
    methods: [method("m$", [], block([{ kind: "expression", expression: make, position: at(1) }, returns(read)]))],
  });
  assert.equal(run([derived, logUnit, base], "Log", "m"), "base derived ");
});

test("comparing null with a number is false", () => {
  const n = local("n");
  const compare: BoundExpression = {
    kind: "compare",
    operator: "<",
    operands: "Integer",
    left: read(n),
    right: integer(5),
    type: BOOLEAN,
    position: at(1),
  };
  const unit = classUnit("C", { methods: [method("m$Integer", [n], block([returns(compare)]))] });
  assert.equal(run([unit], "C", "m", null), false);
  assert.equal(run([unit], "C", "m", 4), true);
});

test("a switch compares texts with their case and falls to else", () => {
  const s = local("s", STRING);
  const statement: BoundStatement = {
    kind: "switch",
    subject: read(s),
    cases: [
      { kind: "values", values: [text("a"), nothing()], body: block([returns(integer(1))]), position: at(2) },
      { kind: "values", values: [text("b")], body: block([returns(integer(2))]), position: at(3) },
    ],
    otherwise: block([returns(integer(3))]),
    position: at(1),
  };
  const unit = classUnit("C", { methods: [method("m$String", [s], block([statement]))] });
  const results = ["A", null, "b", "c"].map((value) => run([unit], "C", "m", value));
  assert.deepEqual(results, [3, 1, 2, 3]);
});
