/** A compiled program: its scripts, linked on first use, and what the rest of the engine asks about its classes. */
import { Script } from "node:vm";
import { currentTransactionOrNull } from "../../transaction/context.ts";
import { enqueueFuture } from "../../transaction/future.ts";
import type { LinkedProgram, TriggerUnit } from "../../transaction/program.ts";
import type { EmittedUnit } from "../emit/emit-unit.ts";
import type { ProgramFacts } from "../emit/program-facts.ts";
import type { BoundClass, BoundType, BoundUnit } from "../types/bound-tree.ts";
import { callFunction } from "./call-function.ts";
import { asApexError } from "./catching.ts";
import type { ClassMeta, ClassRegistry, MethodMeta } from "./class-meta.ts";
import { describeClass } from "./describe-class.ts";
import { emittedRuntime, useStaticsOwner } from "./emitted-runtime.ts";
import { useClasses } from "./environment.ts";
import { unsupported } from "./exceptions.ts";
import { methodNamesOf } from "./method-names.ts";
import { useMethodNames } from "./stack-trace.ts";
import type { ApexValue } from "./values.ts";

/** What a script gives: see `EmittedUnit.text`. */
interface UnitModule {
  readonly define: Readonly<Record<string, (superClass: unknown) => unknown>>;
  link(classes: Readonly<Record<string, unknown>>): void;
  readonly run?: () => void;
}

/** A class as JavaScript has it. */
type EmittedClass = (new () => object) & {
  readonly prototype: object;
  $statics(): object;
  $initStatics(): void;
};

export interface ProgramUnit {
  readonly bound: BoundUnit;
  readonly emitted: EmittedUnit;
}

export class Program implements LinkedProgram, ClassRegistry {
  readonly units: readonly ProgramUnit[];
  readonly #facts: ProgramFacts;
  readonly #declarations = new Map<string, BoundType>();
  readonly #canonicalNames = new Map<string, string>();
  readonly #metas = new Map<string, ClassMeta>();
  readonly #emitted: Record<string, unknown> = {};
  readonly #triggers: TriggerUnit[] = [];
  #isLinked = false;

  constructor(units: readonly ProgramUnit[], facts: ProgramFacts) {
    this.units = units;
    this.#facts = facts;
    for (const { bound } of units) if (bound.declaration.kind !== "trigger") this.#declare(bound.declaration);
  }

  #declare(type: BoundType): void {
    this.#declarations.set(type.name, type);
    this.#canonicalNames.set(type.name.toLowerCase(), type.name);
    if (type.kind === "class") for (const inner of type.inner) this.#declare(inner);
  }

  /** Classes, interfaces and enums of the project, inner ones too, in the order of the files. */
  declarations(): Iterable<BoundType> {
    return this.#declarations.values();
  }

  /** Runs the scripts if that has not happened, and makes this the program whose code runs. */
  activate(): void {
    if (!this.#isLinked) this.#link();
    useStaticsOwner(this);
    if (currentTransactionOrNull() === null) emittedRuntime.statics = [];
    useClasses(this);
    useMethodNames(methodNamesOf(this.units.map((unit) => unit.bound)));
  }

  #link(): void {
    this.#isLinked = true;
    const modules = this.units.map(({ emitted }) => loadUnit(emitted));
    const definers = new Map<string, (superClass: unknown) => unknown>();
    for (const unit of modules) for (const [name, define] of Object.entries(unit.define)) definers.set(name, define);
    const define = (name: string): unknown => {
      if (name in this.#emitted) return this.#emitted[name];
      const outer = name.lastIndexOf(".");
      if (outer > 0) define(name.slice(0, outer));
      const definer = definers.get(name);
      if (definer === undefined) return undefined;
      const type = this.#declarations.get(name);
      const made = definer(type?.kind === "class" ? superClassOf(type, define) : null);
      this.#emitted[name] = made;
      return made;
    };
    for (const name of definers.keys()) define(name);
    for (const unit of modules) unit.link(this.#emitted);
    for (const type of this.#declarations.values()) {
      this.#addMeta(type);
      this.#deferFutures(type.name);
    }
    this.#collectTriggers(modules);
  }

  /** A call of a `@future` method enqueues it; only the job calls the method itself. */
  #deferFutures(className: string): void {
    const emitted = this.#emitted[className];
    if (!isEmittedClass(emitted)) return;
    for (const method of this.#metas.get(className)?.methods ?? []) {
      const annotation = method.annotations.find(({ name }) => name === "future");
      if (annotation === undefined) continue;
      const implementation: unknown = Reflect.get(emitted, method.jsName);
      const allowsCallouts = annotation.parameters["callout"]?.toLowerCase() === "true";
      const enqueue = (...args: readonly ApexValue[]): null => {
        enqueueFuture(className, method.name, args, (kept) => void callFunction(implementation, emitted, kept), allowsCallouts);
        return null;
      };
      Object.defineProperty(emitted, method.jsName, { value: enqueue });
    }
  }

  #addMeta(type: BoundType): void {
    const emitted = this.#emitted[type.name];
    const meta = describeClass(type, emitted, this.#facts);
    this.#metas.set(type.name, meta);
    if (type.kind === "class" && typeof emitted === "function") {
      const prototype: unknown = emitted.prototype;
      if (typeof prototype === "object" && prototype !== null) Object.defineProperty(prototype, "$meta", { value: meta });
    }
  }

  #collectTriggers(modules: readonly UnitModule[]): void {
    for (const [at, { bound }] of this.units.entries()) {
      const { declaration } = bound;
      const run = modules[at]?.run;
      if (declaration.kind !== "trigger" || run === undefined) continue;
      this.#triggers.push({
        name: declaration.name,
        object: declaration.object,
        events: declaration.events,
        run: () => {
          try {
            run();
          } catch (error) {
            throw asApexError(error);
          }
        },
      });
    }
    this.#triggers.sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  // ------------------------------------------------------------------ StaticsOwner

  /** Makes the static state of a class in the current realm; see `StaticsOwner`. */
  initStatics(slot: number): unknown {
    const name = this.#facts.slots[slot];
    const declared = name === undefined ? undefined : this.#declarations.get(name);
    const emitted = name === undefined ? undefined : this.#emitted[name];
    if (declared?.kind !== "class" || !isEmittedClass(emitted)) throw new Error(`no class has slot ${slot}`);
    const { statics } = emittedRuntime;
    for (let at = statics.length; at <= slot; at++) statics.push(null);
    const state = emitted.$statics();
    statics[slot] = state;
    if (declared.superClass?.kind === "user") {
      const superSlot = this.#facts.slotOf(declared.superClass.name);
      if (superSlot !== undefined && (statics[superSlot] ?? null) === null) this.initStatics(superSlot);
    }
    emitted.$initStatics();
    return state;
  }

  // ------------------------------------------------------------------ ClassRegistry

  find(name: string): ClassMeta | undefined {
    const canonical = this.#canonicalNames.get(name.toLowerCase());
    return canonical === undefined ? undefined : this.#metas.get(canonical);
  }

  // ------------------------------------------------------------------ LinkedProgram

  triggersOn(object: string): readonly TriggerUnit[] {
    const wanted = object.toLowerCase();
    return this.#triggers.filter((trigger) => trigger.object.toLowerCase() === wanted);
  }

  newInstance(className: string): ApexValue | undefined {
    return this.find(className)?.construct?.() ?? undefined;
  }

  callStatic(className: string, method: string, args: readonly ApexValue[]): ApexValue {
    const meta = this.find(className);
    const wanted = method.toLowerCase();
    const found = meta?.methods.find((one) => one.isStatic && one.name.toLowerCase() === wanted && one.parameters.length === args.length);
    if (meta === undefined || found === undefined) unsupported(`no static method ${className}.${method} with ${args.length} parameters`);
    return this.invokeStatic(meta.name, found, args);
  }

  /** Calls a static method. What it throws is an ApexException or uncatchable. */
  invokeStatic(className: string, method: MethodMeta, args: readonly ApexValue[]): ApexValue {
    const emitted = this.#emitted[className];
    if (!isEmittedClass(emitted)) throw new Error(`${className} is not a class`);
    const implementation: unknown = Reflect.get(emitted, method.jsName);
    try {
      return callFunction(implementation, emitted, args);
    } catch (error) {
      throw asApexError(error);
    }
  }
}

/** Base of classes that extend a class of the platform other than Exception: only its constructor without parameters is known. */
class PlatformSubclass extends emittedRuntime.UserObject {
  ctor$(): this {
    return this;
  }
}

function superClassOf(type: BoundClass, define: (name: string) => unknown): unknown {
  const { superClass } = type;
  if (superClass === null) return emittedRuntime.UserObject;
  if (superClass.kind === "user") return define(superClass.name);
  return superClass.name.endsWith("Exception") ? emittedRuntime.ExceptionBase : PlatformSubclass;
}

function loadUnit({ file, text, constants }: EmittedUnit): UnitModule {
  const made: unknown = new Script(text, { filename: file }).runInThisContext();
  if (typeof made !== "function") throw new Error(`${file}: not a unit`);
  const unit: unknown = Reflect.apply(made, null, [emittedRuntime, constants]);
  return unit as UnitModule;
}

function isEmittedClass(value: unknown): value is EmittedClass {
  return typeof value === "function";
}
