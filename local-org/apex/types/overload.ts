/** Chooses between methods or constructors of one name: the least sum of conversion costs wins. */
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression } from "./bound-tree.ts";
import { applyConversion, conversionOf } from "./coerce.ts";
import { implicitConversion } from "./conversions.ts";
import type { ImplicitConversion } from "./conversions.ts";
import { ERROR, NULL, OBJECT } from "./type-model.ts";
import type { World } from "./world.ts";

interface WithParameters {
  readonly parameters: readonly ApexType[];
}

export type Choice<Candidate> =
  | { readonly kind: "chosen"; readonly candidate: Candidate; readonly arguments: readonly BoundExpression[] }
  | { readonly kind: "none" }
  | { readonly kind: "ambiguous"; readonly candidates: readonly Candidate[] };

interface Match<Candidate> {
  readonly candidate: Candidate;
  readonly cost: number;
  readonly conversions: readonly ImplicitConversion[];
}

/** The candidate that the arguments fit best, with the arguments converted to its parameter types. */
export function chooseOverload<Candidate extends WithParameters>(
  world: World,
  candidates: readonly Candidate[],
  args: readonly BoundExpression[],
): Choice<Candidate> {
  const matches = candidates.flatMap((candidate) => match(world, candidate, args) ?? []);
  const best = Math.min(...matches.map((one) => one.cost));
  const cheapest = matches.filter((one) => one.cost === best);
  const [first] = cheapest;
  if (first === undefined) return { kind: "none" };
  const chosen = cheapest.length === 1 ? first : mostSpecific(world, cheapest);
  if (chosen === undefined) {
    // An argument that already has a diagnostic fits everything; then there is nothing more to say.
    if (args.some((argument) => argument.type === ERROR)) return { kind: "none" };
    return { kind: "ambiguous", candidates: cheapest.map((one) => one.candidate) };
  }
  return {
    kind: "chosen",
    candidate: chosen.candidate,
    arguments: args.map((argument, i) => applyConversion(argument, chosen.conversions[i]?.conversion ?? null)),
  };
}

function match<Candidate extends WithParameters>(
  world: World,
  candidate: Candidate,
  args: readonly BoundExpression[],
): Match<Candidate> | null {
  if (candidate.parameters.length !== args.length) return null;
  const conversions: ImplicitConversion[] = [];
  let cost = 0;
  for (const [i, parameter] of candidate.parameters.entries()) {
    const argument = args[i];
    const conversion = argument === undefined ? null : conversionOf(world, argument, parameter, "argument");
    if (conversion === null) return null;
    conversions.push(conversion);
    cost += argument?.type === NULL && parameter === OBJECT ? 1 : conversion.cost;
  }
  return { candidate, cost, conversions };
}

/** The one whose every parameter converts to that of all others. */
function mostSpecific<Candidate extends WithParameters>(world: World, matches: readonly Match<Candidate>[]): Match<Candidate> | undefined {
  const fits = (one: Candidate, other: Candidate): boolean =>
    one.parameters.every((parameter, i) => implicitConversion(parameter, other.parameters[i] ?? OBJECT, world, "argument") !== null);
  const winners = matches.filter((one) => matches.every((other) => other === one || fits(one.candidate, other.candidate)));
  return winners.length > 1 ? leastConverted(winners) : winners[0];
}

/** `Math.max(aDouble, 1)`: Double and Decimal convert both ways, so the one that leaves more arguments alone wins. */
function leastConverted<Candidate>(matches: readonly Match<Candidate>[]): Match<Candidate> | undefined {
  const changed = (one: Match<Candidate>): number => one.conversions.filter(({ conversion }) => conversion !== null).length;
  const least = Math.min(...matches.map(changed));
  const winners = matches.filter((one) => changed(one) === least);
  return winners.length === 1 ? winners[0] : undefined;
}
