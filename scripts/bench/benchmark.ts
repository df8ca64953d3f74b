/** One measured value against its goal; smaller is better. */
export interface Benchmark {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms";
  readonly goal: number;
  readonly met: boolean;
}

/** A measured value in milliseconds, with one decimal. */
export function benchmark(name: string, milliseconds: number, goal: number): Benchmark {
  const value = Math.round(milliseconds * 10) / 10;
  return { name, value, unit: "ms", goal, met: value < goal };
}

/** The median of several runs, so that one hiccup of the machine decides nothing. */
export function median(runs: readonly number[]): number {
  const sorted = runs.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
