/** What the transaction part needs of a linked program: its triggers, its classes, and its statics' layout. */
import type { ApexValue } from "../apex/runtime/values.ts";

export type TriggerEvent =
  "before insert" | "before update" | "before delete" | "after insert" | "after update" | "after delete" | "after undelete";

/** A compiled trigger; `run` executes its body against the trigger context on top of the current transaction's stack. */
export interface TriggerUnit {
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  run(): void;
}

export interface LinkedProgram {
  /** Triggers of an object (API name, any case), in the order they run: by name. */
  triggersOn(object: string): readonly TriggerUnit[];
  /** A new instance by the class's no-argument constructor (any case of the name), or undefined when there is no such class. */
  newInstance(className: string): ApexValue | undefined;
  /** Calls a static method without parameters to choose from: `name` in any case, arguments as given. */
  callStatic(className: string, method: string, args: readonly ApexValue[]): ApexValue;
}

/** The program of an org into which nothing has been loaded yet. */
export const EMPTY_PROGRAM: LinkedProgram = {
  triggersOn: () => [],
  newInstance: () => undefined,
  callStatic: (className, method) => {
    throw new Error(`no such method: ${className}.${method}`);
  },
};
