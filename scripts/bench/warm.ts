import { join } from "node:path";
import "../../local-org/apex/library/index.ts";
import { compileUnits } from "../../local-org/apex/runtime/compile-units.ts";
import type { Program } from "../../local-org/apex/runtime/program.ts";
import { checkFolder } from "../../local-org/project/compile-project.ts";
import type { CheckedProject } from "../../local-org/project/compile-project.ts";
import { openOrg } from "../../local-org/project/open-org.ts";
import { SYNCHRONOUS_LIMITS } from "../../local-org/transaction/limits.ts";
import type { Org } from "../../local-org/transaction/org.ts";
import { runTransaction } from "../../local-org/transaction/run-transaction.ts";
import { benchmark, median } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const RUNS = 7;
/** More queries than one transaction may make, so that a thousand can be measured in one. */
const MAXIMA = { ...SYNCHRONOUS_LIMITS, queries: 1000 };

/** The speed of a running engine: everything is compiled, and the first runs of each body are not counted. */
export function warmBenchmarks(): Benchmark[] {
  const checked = checkFolder(join(import.meta.dirname, "package"));
  const [fault] = checked.diagnostics;
  if (fault !== undefined) throw new Error(`the benchmarks do not compile: ${fault.file}:${fault.line}: ${fault.message}`);
  const program = compileUnits(checked.bound);
  const org = freshOrg(checked, program);
  const fib = repeat(() => call(org, program, "fibThirty", 832040));
  const insert = repeat(() => call(freshOrg(checked, program), program, "insertContacts", 10_000));
  call(org, program, "insertContacts", 10_000);
  const lookUps = repeat(() => call(org, program, "lookUpContacts", 1000));
  return [
    benchmark("fib(30), warm", fib, 60),
    benchmark("insert of 10,000 Contacts with a trigger, warm", insert, 500),
    benchmark("1,000 SOQL look-ups by an indexed field, warm", lookUps, 50),
  ];
}

function freshOrg(checked: CheckedProject, program: Program): Org {
  const org = openOrg(checked);
  program.activate();
  org.program = program;
  return org;
}

/** The median of the later runs of `measure`, which gives milliseconds. */
function repeat(measure: () => number): number {
  const runs = Array.from({ length: RUNS }, measure);
  return median(runs.slice(2));
}

/** Runs a method in a transaction that commits; gives the milliseconds. Throws when it does not give what it should. */
function call(org: Org, program: Program, name: string, expected: number): number {
  const started = performance.now();
  const result = runTransaction(org, { user: org.users.administrator, kind: "SYNCHRONOUS", label: name, maxima: MAXIMA }, () =>
    program.callStatic("Bench", name, []),
  );
  const spent = performance.now() - started;
  if (result !== expected) throw new Error(`Bench.${name} did not give ${expected}`);
  return spent;
}
