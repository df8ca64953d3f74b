/**
 * Calls `execute(context)` of a job. A class may be Queueable, Schedulable and Finalizer at once, so that the parameter's
 * type has to choose; the platform also takes a static method.
 */
import { callFunction } from "../apex/runtime/call-function.ts";
import { runApex } from "../apex/runtime/catching.ts";
import { throwNullPointer, unsupported } from "../apex/runtime/exceptions.ts";
import { runtimeTypeName } from "../apex/runtime/type-test.ts";
import type { ApexValue } from "../apex/runtime/values.ts";

export type ContextType = "System.QueueableContext" | "System.SchedulableContext" | "System.FinalizerContext";

/** What it throws is an ApexException or uncatchable. */
export function callExecute(target: ApexValue, contextType: ContextType, context: ApexValue): void {
  if (typeof target !== "object" || target === null) throwNullPointer();
  const jsName = `execute$${contextType.replace(".", "_")}`;
  const own: unknown = Reflect.get(target, jsName);
  const method = own ?? (Reflect.get(target.constructor, jsName) as unknown) ?? (Reflect.get(target, "$execute$1") as unknown);
  if (typeof method !== "function") unsupported(`${runtimeTypeName(target)}.execute(${contextType})`);
  runApex(() => callFunction(method, own === undefined ? target.constructor : target, [context]));
}
