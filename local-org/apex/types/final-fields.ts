/** Final fields must get their value in their declaration, an initialiser or a constructor. */
import type { ClassDeclaration } from "../syntax/ast.ts";
import type { UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function checkFinalFields(world: World, type: UserType): void {
  const { declaration } = type;
  if (declaration.kind !== "class") return;
  for (const variable of type.variables.values()) {
    if (!variable.isFinal || variable.initializer !== null || variable.property !== null) continue;
    if (isAssigned(declaration, variable.name.toLowerCase())) continue;
    world.report(type.file, variable.declaration.position, `Final field must be initialized: ${variable.name}`);
  }
}

function isAssigned(declaration: ClassDeclaration, lowerName: string): boolean {
  return declaration.members.some(
    (member) => (member.kind === "constructor" || member.kind === "initializer") && assigns(member.body, lowerName),
  );
}

/** Whether an assignment to `name` or `this.name` stands anywhere below a node. */
function assigns(node: unknown, lowerName: string): boolean {
  if (Array.isArray(node)) return node.some((one) => assigns(one, lowerName));
  if (typeof node !== "object" || node === null) return false;
  if ("kind" in node && node.kind === "assignment" && "target" in node && names(node.target, lowerName)) return true;
  return Object.values(node).some((one) => assigns(one, lowerName));
}

function names(target: unknown, lowerName: string): boolean {
  return (
    typeof target === "object" &&
    target !== null &&
    "name" in target &&
    typeof target.name === "string" &&
    target.name.toLowerCase() === lowerName
  );
}
