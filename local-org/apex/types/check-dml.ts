/** DML statements and `System.runAs`. */
import type { DmlStatement, RunAsStatement } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, BoundStatement } from "./bound-tree.ts";
import { checkExpression } from "./check-expression.ts";
import { checkBlock } from "./check-statement.ts";
import { failed } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, ID, SOBJECT, STRING } from "./type-model.ts";

export function checkDml(ctx: MethodContext, statement: DmlStatement): BoundStatement {
  const records = checkExpression(ctx, statement.records);
  const { position, operation } = statement;
  if (!isRecords(records.type)) ctx.report(statement.records.position, `DML requires SObject or SObject list type: ${records.type.name}`);
  checkAllowed(ctx, statement, records.type);
  const mergeWith = statement.mergeWith === null ? null : checkExpression(ctx, statement.mergeWith);
  if (mergeWith !== null) checkMerge(ctx, records.type, mergeWith);
  return {
    kind: "dml",
    operation,
    access: statement.access ?? "default",
    records,
    externalId: statement.externalId === null ? null : externalId(ctx, records.type, statement.externalId),
    mergeWith,
    position,
  };
}

function isRecords(type: ApexType): boolean {
  if (type === ERROR) return true;
  return (type.kind === "sobject" && type.name !== "AggregateResult") || (type.kind === "list" && type.element.kind === "sobject");
}

/** Custom metadata is deployed and events are published: neither is written by DML. Other objects say what may be done with them. */
function checkAllowed(ctx: MethodContext, { operation, position }: DmlStatement, records: ApexType): void {
  const element = records.kind === "list" ? records.element : records;
  const object = element.kind === "sobject" ? ctx.world.schema.object(element.name) : undefined;
  if (object === undefined || element === SOBJECT || operation === "merge") return;
  const allowed = {
    insert: object.createable,
    update: object.updateable,
    upsert: object.createable || object.updateable,
    delete: object.deletable,
    undelete: object.deletable,
  }[operation];
  if (!allowed || object.kind === "customMetadata" || object.kind === "platformEvent") {
    ctx.report(position, `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
}

const MERGEABLE: ReadonlySet<string> = new Set(["Account", "Case", "Contact", "Lead"]);

function checkMerge(ctx: MethodContext, master: ApexType, other: BoundExpression): void {
  const { type } = other;
  if (master.kind === "list") ctx.report(other.position, `Master of a merge must be a single record: ${master.name}`);
  else if (master === SOBJECT) ctx.report(other.position, `Merge requires a concrete SObject type: ${master.name}`);
  else if (master.kind === "sobject" && !MERGEABLE.has(master.name))
    ctx.report(other.position, `Specified type ${master.name} cannot be merged`);
  const element = type.kind === "list" ? type.element : type;
  if (type !== ERROR && element !== master && element !== SOBJECT && element !== ID && type !== STRING)
    ctx.report(other.position, `Invalid type for duplicate records: ${type.name}`);
}

function externalId(
  ctx: MethodContext,
  records: ApexType,
  written: { readonly path: readonly string[]; readonly position: { line: number; column: number } },
): string | null {
  const element = records.kind === "list" ? records.element : records;
  const name = written.path.at(-1) ?? "";
  const objectName = written.path.length > 1 ? written.path.at(-2) : element === SOBJECT ? undefined : element.name;
  const object = objectName === undefined ? undefined : ctx.world.schema.object(objectName);
  const field = object?.fields.get(name.toLowerCase());
  if (object === undefined || field === undefined) {
    if (records !== ERROR) ctx.report(written.position, `Invalid field for upsert: ${written.path.join(".")}`);
    return null;
  }
  if (!field.externalId && field.type !== "id" && !field.isNameField && !field.unique) {
    ctx.report(written.position, `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field.name}`);
  }
  return field.name;
}

export function checkRunAs(ctx: MethodContext, statement: RunAsStatement): BoundStatement {
  const args = statement.arguments.map((argument) => checkExpression(ctx, argument));
  const [user] = args;
  const fits =
    args.length === 1 &&
    (user?.type.name === "User" || user?.type === ERROR || user?.type.name === "System.Version" || user?.type.name === "Package.Version");
  if (!fits)
    ctx.report(
      statement.position,
      `Method does not exist or incorrect signature: void runAs(${args.map((one) => one.type.name).join(", ")}) from the type System`,
    );
  return { kind: "runAs", user: user ?? failed(statement.position), body: checkBlock(ctx, statement.body), position: statement.position };
}
