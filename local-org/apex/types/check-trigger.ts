/** Triggers: their object, their body and the methods declared in it. */
import type { TriggerDeclaration } from "../syntax/ast.ts";
import type { BoundTrigger } from "./bound-tree.ts";
import { checkMethod } from "./check-method.ts";
import { checkBlock } from "./check-statement.ts";
import { MethodContext } from "./method-context.ts";
import { sobjectType, VOID } from "./type-model.ts";
import type { UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function checkTrigger(world: World, type: UserType, trigger: TriggerDeclaration): BoundTrigger {
  const object = world.schema.object(trigger.object.name);
  if (object === undefined) world.report(type.file, trigger.object.position, `Invalid SObject type: ${trigger.object.name}`);
  else if (object.kind === "customSetting" || object.kind === "customMetadata") {
    world.report(type.file, trigger.object.position, `SObject type does not allow triggers: ${object.name}`);
  }
  const events = trigger.events.map((event): BoundTrigger["events"][number] => {
    if (event.timing === "before" && event.operation === "undelete") return "after undelete"; // the parser has refused it
    return `${event.timing} ${event.operation}` as BoundTrigger["events"][number];
  });
  for (const [i, event] of events.entries()) {
    const at = trigger.events[i]?.position ?? trigger.position;
    if (events.indexOf(event) < i) world.report(type.file, at, `Duplicate trigger usage: ${event}`);
    if (object?.kind === "platformEvent" && event !== "after insert")
      world.report(type.file, at, `Trigger usage is not supported for ${object.name}: ${event}`);
  }
  const ctx = new MethodContext(world, type, {
    kind: "trigger",
    isStatic: true,
    returns: VOID,
    ...(object !== undefined && { triggerObject: sobjectType(object.name) }),
  });
  return {
    kind: "trigger",
    name: trigger.name,
    object: object?.name ?? trigger.object.name,
    events,
    position: trigger.position,
    endLine: trigger.endLine,
    body: checkBlock(ctx, trigger.body),
    apiVersion: type.apiVersion,
    methods: [...type.methods.values()].flat().map((method) => checkMethod(world, type, { ...method, isStatic: true })),
  };
}
