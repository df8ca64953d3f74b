/** Assignments. The place of a compound assignment is evaluated once. */
import type { BoundExpression, BoundPlace } from "../types/bound-tree.ts";
import type { CodeScope } from "./code-scope.ts";
import { emitExpression, emitPresentTarget, emitTarget, quote } from "./emit-expression.ts";
import { localVariable, propertyKey } from "./names.ts";
import { isNeverNull } from "./null-knowledge.ts";

type Of<Kind extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: Kind }>;

/** A place whose parts are evaluated: how to read and how to write it. */
interface PreparedPlace {
  /** Expressions to evaluate first, in order. */
  readonly setup: readonly string[];
  readonly read: string;
  /** JavaScript that stores and gives the value. */
  write(value: string): string;
}

export function emitAssign(expression: Of<"assign">, scope: CodeScope): string {
  const place = preparePlace(expression.target, scope, false);
  return [...place.setup, place.write(emitExpression(expression.value, scope))].join(",");
}

/** `x op= y` and `x++`. `resultUsed` false: a statement of its own, nobody reads the result. */
export function emitUpdate(expression: Of<"update">, scope: CodeScope, resultUsed: boolean): string {
  const place = preparePlace(expression.target, scope, true);
  if (!resultUsed || expression.result === "new") {
    return [...place.setup, place.write(emitExpression(expression.value, { ...scope, current: place.read }))].join(",");
  }
  const old = scope.function.temporary();
  const value = emitExpression(expression.value, { ...scope, current: old });
  return [...place.setup, `${old}=${place.read}`, place.write(value), old].join(",");
}

function preparePlace(place: BoundPlace, scope: CodeScope, twice: boolean): PreparedPlace {
  switch (place.kind) {
    case "local":
      return variable(localVariable(place.local.jsName));
    case "field": {
      const key = scope.unit.facts.storageKey(place.owner, place.name);
      if (place.target === null) return variable(`${scope.unit.statics(place.owner)}.${key}`);
      return throughTarget(place, place.target, scope, twice, (target) => variable(`${target}.${key}`));
    }
    case "property": {
      const key = place.direct ? scope.unit.facts.storageKey(place.owner, place.name) : propertyKey(place.name);
      if (place.target === null)
        return variable(`${place.direct ? scope.unit.statics(place.owner) : scope.unit.class(place.owner)}.${key}`);
      return throughTarget(place, place.target, scope, twice, (target) => variable(`${target}.${key}`));
    }
    case "sobjectField":
      return throughTarget(place, place.target, scope, twice, (target) => ({
        setup: [],
        read: `$rt.get(${target},${quote(place.field)})`,
        write: (value) => `$rt.put(${target},${quote(place.field)},${value})`,
      }));
    case "sobjectParent":
      return throughTarget(place, place.target, scope, twice, (target) => ({
        setup: [],
        read: `$rt.parent(${target},${quote(place.relationship)})`,
        write: (value) => `$rt.putParent(${target},${quote(place.relationship)},${value})`,
      }));
    case "index":
      return indexPlace(place, scope, twice);
    case "platformCall":
      return platformPlace(place, scope, twice);
  }
}

function variable(text: string): PreparedPlace {
  return { setup: [], read: text, write: (value) => `${text}=${value}` };
}

function throughTarget(
  place: Extract<BoundPlace, { target: BoundExpression | null }>,
  target: BoundExpression,
  scope: CodeScope,
  twice: boolean,
  make: (target: string) => PreparedPlace,
): PreparedPlace {
  const text = emitTarget(place, scope);
  if (!twice || target.kind === "this" || target.kind === "local") return make(text);
  const temporary = scope.function.temporary();
  const prepared = make(temporary);
  return { ...prepared, setup: [`${temporary}=${text}`, ...prepared.setup] };
}

function indexPlace(place: Of<"index">, scope: CodeScope, twice: boolean): PreparedPlace {
  let list = emitExpression(place.target, scope);
  let index = emitExpression(place.index, scope);
  const setup: string[] = [];
  if (twice) {
    const temporaries = [scope.function.temporary(), scope.function.temporary()] as const;
    setup.push(`${temporaries[0]}=${list}`, `${temporaries[1]}=${index}`);
    [list, index] = temporaries;
  }
  return { setup, read: `$rt.at(${list},${index})`, write: (value) => `$rt.putAt(${list},${index},${value})` };
}

/** A settable property of a platform type; its setter's key ends with `=`. */
function platformPlace(place: Of<"platformCall">, scope: CodeScope, twice: boolean): PreparedPlace {
  const setter = scope.unit.member(`${place.member}=`);
  const setup: string[] = [];
  let args: readonly string[] = [];
  if (place.target !== null) {
    let target = emitPresentTarget(place, scope);
    if (twice || !isNeverNull(place.target)) {
      const temporary = scope.function.temporary();
      setup.push(`${temporary}=${target}`);
      target = temporary;
    }
    args = [target];
  }
  const result = scope.function.temporary();
  const read = twice ? `${scope.unit.member(place.member)}(${args.join(",")})` : "";
  return { setup, read, write: (value) => `${result}=${value},${setter}(${[...args, result].join(",")}),${result}` };
}
