/** Runs the triggers of an object for one event of one chunk. */
import { asApexError } from "../../apex/runtime/catching.ts";
import { ApexException } from "../../apex/runtime/exceptions.ts";
import type { Transaction } from "../../transaction/context.ts";
import type { LinkedProgram, TriggerEvent, TriggerUnit } from "../../transaction/program.ts";
import type { TriggerOperation } from "../../transaction/trigger-context.ts";
import { triggerFailed, type DmlError } from "./dml-error.ts";
import { uncaughtText } from "./uncaught-text.ts";
import type { TriggerScope } from "./trigger-scope.ts";

/** Triggers may cause DML that fires triggers, so many levels deep. */
const MAXIMUM_DEPTH = 16;

const EVENTS: Readonly<Record<TriggerOperation, TriggerEvent>> = {
  BEFORE_INSERT: "before insert",
  BEFORE_UPDATE: "before update",
  BEFORE_DELETE: "before delete",
  AFTER_INSERT: "after insert",
  AFTER_UPDATE: "after update",
  AFTER_DELETE: "after delete",
  AFTER_UNDELETE: "after undelete",
};

const NAMES: Readonly<Record<TriggerOperation, string>> = {
  BEFORE_INSERT: "BeforeInsert",
  BEFORE_UPDATE: "BeforeUpdate",
  BEFORE_DELETE: "BeforeDelete",
  AFTER_INSERT: "AfterInsert",
  AFTER_UPDATE: "AfterUpdate",
  AFTER_DELETE: "AfterDelete",
  AFTER_UNDELETE: "AfterUndelete",
};

const cache = new WeakMap<LinkedProgram, Map<string, readonly TriggerUnit[]>>();

export function triggersFor(program: LinkedProgram, object: string, operation: TriggerOperation): readonly TriggerUnit[] {
  let known = cache.get(program);
  if (known === undefined) {
    known = new Map();
    cache.set(program, known);
  }
  const key = `${object} ${operation}`;
  let units = known.get(key);
  if (units === undefined) {
    units = program.triggersOn(object).filter((unit) => unit.events.includes(EVENTS[operation]));
    known.set(key, units);
  }
  return units;
}

/**
 * Runs the triggers. An exception that a trigger lets through becomes an error of every row of the chunk and is given
 * back; what Apex cannot catch passes through.
 */
export function runTriggers(transaction: Transaction, units: readonly TriggerUnit[], scope: TriggerScope): DmlError | null {
  for (const unit of units) {
    const name = `${unit.name}: execution of ${NAMES[scope.operation]}`;
    if (transaction.triggerDepth >= MAXIMUM_DEPTH) {
      return triggerFailed(`${unit.name}: maximum trigger depth exceeded\n${scope.object} trigger event ${NAMES[scope.operation]}`);
    }
    transaction.triggerDepth++;
    scope.triggerName = unit.name;
    transaction.triggers.push(scope);
    try {
      unit.run();
    } catch (thrown) {
      const error = asApexError(thrown);
      if (!(error instanceof ApexException)) throw error;
      return triggerFailed(`${name}\n\ncaused by: ${uncaughtText(error)}`);
    } finally {
      transaction.triggers.pop();
      transaction.triggerDepth--;
    }
  }
  return null;
}
