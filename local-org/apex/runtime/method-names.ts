/** Which method an Apex line belongs to, for stack traces. */
import type { BoundType, BoundUnit } from "../types/bound-tree.ts";
import type { MethodNames } from "./stack-trace.ts";

interface Range {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Looks up lines of these units; ranges are made when a file is first asked for. */
export function methodNamesOf(units: readonly BoundUnit[]): MethodNames {
  const byFile = new Map(units.map((unit) => [unit.file, unit]));
  const ranges = new Map<string, readonly Range[]>();
  return (file, line) => {
    const unit = byFile.get(file);
    if (unit === undefined) return null;
    let known = ranges.get(file);
    if (known === undefined) {
      known = rangesOf(unit);
      ranges.set(file, known);
    }
    let best: Range | undefined;
    for (const range of known) {
      if (range.from <= line && line <= range.to && (best === undefined || range.to - range.from <= best.to - best.from)) best = range;
    }
    return best?.name ?? null;
  };
}

function rangesOf({ declaration }: BoundUnit): Range[] {
  if (declaration.kind !== "trigger") return typeRanges(declaration);
  return [{ from: 0, to: declaration.endLine, name: `Trigger.${declaration.name}` }];
}

function typeRanges(type: BoundType): Range[] {
  const own: Range[] = [{ from: type.position.line, to: type.endLine, name: `Class.${type.name}` }];
  if (type.kind !== "class") return own;
  const add = (member: string, from: number, to: number): void => {
    own.push({ from, to, name: `Class.${type.name}.${member}` });
  };
  for (const method of type.methods) if (method.body !== null) add(method.name, method.position.line, method.body.endLine);
  for (const one of type.constructors) add("<init>", one.position.line, one.body.endLine);
  for (const property of type.properties) {
    const ends = [property.getter, property.setter].map((part) => {
      if (part === null || part === "auto") return property.position.line;
      return "body" in part ? part.body.endLine : part.endLine;
    });
    add(property.name, property.position.line, Math.max(...ends));
  }
  for (const [name, initializers] of [
    ["<clinit>", type.staticInitializers],
    ["<init>", type.instanceInitializers],
  ] as const) {
    for (const one of initializers) add(name, one.position.line, one.kind === "block" ? one.body.endLine : one.position.line);
  }
  return [...own, ...type.inner.flatMap(typeRanges)];
}
