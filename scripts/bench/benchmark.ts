/** One measured value against its goal; smaller is better. */
export interface Benchmark {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "statements";
  readonly goal: number;
  readonly met: boolean;
}

/** A measured value in milliseconds, with one decimal. */
export function benchmark(name: string, milliseconds: number, goal: number): Benchmark {
  const value = Math.round(milliseconds * 10) / 10;
  return { name, value, unit: "ms", goal, met: value < goal };
}

/** A number of statements, of which `goal` are allowed. */
export function statementCount(name: string, value: number, goal: number): Benchmark {
  return { name, value, unit: "statements", goal, met: value <= goal };
}

/** The median of several runs, so that one hiccup of the machine decides nothing. */
export function median(runs: readonly number[]): number {
  return quantile(runs, 0.5);
}

/** The value that the share of the runs stays below: 0.95 for all but the slowest twentieth. */
export function quantile(runs: readonly number[], share: number): number {
  const sorted = runs.toSorted((left, right) => left - right);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}
