import { deliver } from "../../tests/support/deliveries.ts";
import type { StartedOrg } from "../../tests/support/local-org.ts";
import { statementCount } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const FIRST_ID = 3_920_000_000;
const NUMBERS_A_SEARCH = 50;

/** 200 events in one delivery cost as many statements as 20; searches are one for each 50 distinct numbers. */
export async function deliveryBenchmarks(org: StartedOrg): Promise<Benchmark[]> {
  const few = await deliver(org, 20, FIRST_ID);
  const many = await deliver(org, 200, FIRST_ID + 1000);
  return [
    statementCount("SOQL and DML of a delivery of 200 events, against one of 20", many.soql + many.dml, few.soql + few.dml),
    statementCount("SOSL of a delivery of 20 events", few.sosl, 1),
    statementCount("SOSL of a delivery of 200 events from as many numbers", many.sosl, 200 / NUMBERS_A_SEARCH),
  ];
}
