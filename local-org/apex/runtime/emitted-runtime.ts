/** `$rt`: everything that emitted code calls. One object per process; the program and the statics in it change. */
import { followStatics } from "../../transaction/context.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import { callerMember, withBinds, type Member } from "./bind-scope.ts";
import { caught, runsFinally } from "./catching.ts";
import { ClassRef } from "./class-ref.ts";
import { collectionAccess } from "./collection-access.ts";
import { conversions } from "./conversions.ts";
import { dataStatements } from "./data-statements.ts";
import { enumConstant, EnumValue, platformEnum } from "./enum-value.ts";
import { ExceptionBase } from "./exception-base.ts";
import { ApexException, unsupported } from "./exceptions.ts";
import { memberFor, superMemberFor } from "./member-lookup.ts";
import { operators } from "./operators.ts";
import { recordAccess } from "./record-access.ts";
import { schemaTokens } from "./schema-tokens.ts";
import { triggerVariable } from "./trigger-variables.ts";
import { cast, instanceOf, invalidConversion, isSubtype } from "./type-test.ts";
import { UserObject } from "./user-object.ts";
import type { ApexValue } from "./values.ts";

/** The program part of `$rt`: a linked program registers itself before it runs. */
export interface StaticsOwner {
  /** Makes the static state of a class in the current realm and runs its initialisers; gives the state. */
  initStatics(slot: number): unknown;
}

let owner: StaticsOwner | null = null;

/** Makes `next` the program whose code runs. */
export function useStaticsOwner(next: StaticsOwner): void {
  owner = next;
}

function initStatics(slot: number): unknown {
  if (owner === null) throw new Error("no program is linked");
  return owner.initStatics(slot);
}

function castToClass(value: ApexValue, type: abstract new () => object, name: string): ApexValue {
  if (value === null || value instanceof type) return value;
  return invalidConversion(value, name);
}

/** Whether a `catch` of a platform exception type takes it. */
function isException(error: ApexException, type: string): boolean {
  return type === "System.Exception" || isSubtype(error.typeName, type);
}

function platformEnumConstant(type: string, name: string): EnumValue {
  const names = loadCatalog().class(type)?.values ?? [];
  return enumConstant(platformEnum(type, names), name) ?? unsupported(`${type}.${name}`);
}

export const emittedRuntime = {
  statics: [] as unknown[],
  initStatics,
  member: memberFor,
  superMember: superMemberFor,
  callerMember: (key: string, apiVersion: number): Member => callerMember(memberFor(key), apiVersion),
  withBinds,
  UserObject,
  ExceptionBase,
  caught,
  runsFinally,
  isException,
  unsupported,
  cast,
  castToClass,
  instanceOf,
  classLiteral: (name: string): ClassRef => ClassRef.of(name),
  enumValue: (type: string, name: string, ordinal: number): EnumValue => new EnumValue(type, name, ordinal),
  platformEnum: platformEnumConstant,
  triggerVariable,
  ...operators,
  ...conversions,
  ...collectionAccess,
  ...recordAccess,
  ...schemaTokens,
  ...dataStatements,
};

followStatics(emittedRuntime);
