/** What the platform does by itself when records of certain standard objects are saved. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import type { Row } from "../store/store.ts";
import type { DmlError } from "./dml-error.ts";
import { STANDARD_RULES } from "./rules/standard-rules.ts";

/** Values of a record on its way into the store, by canonical field name. */
export type Values = Map<string, ApexValue>;

export interface SaveContext {
  readonly transaction: Transaction;
  /** The stored row before this save; null on insert. */
  readonly old: Row | null;
}

export interface ObjectRules {
  /** Fields that only the platform writes although the schema may call them writable. */
  readonly derived?: readonly string[];
  /** Before the before triggers of an insert: values that new records get. */
  onNew?(values: Values, context: SaveContext): void;
  /** After the before triggers: checks and derived fields. */
  beforeSave?(values: Values, context: SaveContext, errors: DmlError[]): void;
  /** After the row is stored, before the after triggers. */
  afterSave?(row: Row, context: SaveContext): void;
  /** Before a record is deleted. */
  beforeDelete?(row: Row, transaction: Transaction): DmlError | null;
}

const NONE: ObjectRules = {};

export function rulesOf(object: string): ObjectRules {
  return STANDARD_RULES[object] ?? NONE;
}
