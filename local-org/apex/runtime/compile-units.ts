/** From bound trees to a program. */
import { emitUnit } from "../emit/emit-unit.ts";
import { collectFacts } from "../emit/program-facts.ts";
import type { BoundUnit } from "../types/bound-tree.ts";
import { Program } from "./program.ts";

/** Emits all units of one program. Nothing runs until `activate`. */
export function compileUnits(units: readonly BoundUnit[]): Program {
  const facts = collectFacts(units);
  return new Program(
    units.map((bound) => ({ bound, emitted: emitUnit(bound, facts) })),
    facts,
  );
}
