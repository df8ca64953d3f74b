/** One Apex file as one JavaScript text with the same line numbers. */
import type { BoundTrigger, BoundType, BoundUnit } from "../types/bound-tree.ts";
import { definitionName, emitMethod, emitType, newScope } from "./emit-class.ts";
import { emitStatements } from "./emit-statement.ts";
import { TRIGGER_CLASS } from "./names.ts";
import { alignLines, atLine, type StatementStart } from "./line-alignment.ts";
import type { ProgramFacts } from "./program-facts.ts";
import { FunctionScope, UnitScope } from "./unit-scope.ts";

export interface EmittedUnit {
  readonly file: string;
  /**
   * A function expression `($rt, $k) => ({ define, link, run })`: `define[name](superClass)` makes a class, `link(classes)`
   * is called once all classes exist, `run()` runs a trigger.
   */
  readonly text: string;
  /** Values for `$k`. */
  readonly constants: readonly unknown[];
  /** Where the statements of executable lines start in `text`. */
  readonly statements: readonly StatementStart[];
}

/** Emits one unit. */
export function emitUnit(unit: BoundUnit, facts: ProgramFacts): EmittedUnit {
  const { declaration } = unit;
  const scope = scopeOf(declaration, facts);
  const body = declaration.kind === "trigger" ? emitTrigger(declaration, scope) : emitTopLevelType(declaration, scope);
  const { text, statements } = alignLines(`(($rt,$k)=>{"use strict";\u0000${body}})`);
  // The head is known only now. It stands on the first line, so that offsets shift and lines do not.
  const at = text.indexOf("\u0000");
  const head = scope.head();
  const shift = head.length - 1;
  return {
    file: unit.file,
    text: text.slice(0, at) + head + text.slice(at + 1),
    constants: scope.constants,
    statements: statements.map(({ line, offset }) => ({ line, offset: offset + shift })),
  };
}

function scopeOf(declaration: BoundUnit["declaration"], facts: ProgramFacts): UnitScope {
  if (declaration.kind === "interface" || declaration.kind === "enum") return new UnitScope(facts, 0);
  const methods = declaration.kind === "trigger" ? declaration.methods.map((method) => method.jsName) : [];
  return new UnitScope(facts, declaration.apiVersion, new Set(methods));
}

function emitTopLevelType(type: BoundType, unit: UnitScope): string {
  const top = `const $top=${atLine(type.position.line)}${emitType(type, unit)};`;
  const definitions = definitionsOf(type, unit);
  return `${top}return{define:{${definitions.join(",")}},link($c){${unit.links()}}}`;
}

function definitionsOf(type: BoundType, unit: UnitScope): string[] {
  const own = type.kind === "interface" ? [] : [`${JSON.stringify(type.name)}:$top`];
  if (type.kind !== "class") return own;
  return [...own, ...innerDefinitions(type, unit)];
}

function innerDefinitions(type: Extract<BoundType, { kind: "class" }>, unit: UnitScope): string[] {
  return type.inner
    .filter((inner) => inner.kind !== "interface")
    .map((inner) => `${JSON.stringify(inner.name)}:($b)=>${unit.class(type.name)}.${definitionName(inner.name)}($b)`);
}

function emitTrigger(trigger: BoundTrigger, unit: UnitScope): string {
  const scope = newScope(unit, new FunctionScope());
  const statements = emitStatements(trigger.body, scope);
  const bodyLine = trigger.body.statements[0]?.position.line ?? trigger.position.line;
  const members = [
    { line: bodyLine, text: `static run(){${scope.function.declarations()}${statements}}` },
    ...trigger.methods.map((method) => ({
      line: method.position.line,
      text: `${atLine(method.position.line)}${emitMethod(method, unit, trigger.name)}`,
    })),
  ].toSorted((left, right) => left.line - right.line);
  const body = members.map((member) => member.text).join("");
  return `class ${TRIGGER_CLASS}{${body}};return{define:{},link($c){${unit.links()}},run(){${TRIGGER_CLASS}.run()}}`;
}
