import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Row, Store } from "../store/store.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import { definitionRow, isDefinition } from "./definition-objects.ts";
import type { CalendarSettings } from "./date-literal.ts";
import type { ParentStep } from "./field-path.ts";

/** Counts what a query costs; the transaction decides what is too much. */
export interface QueryMeter {
  /** One query begins; `childQueries`: subqueries of its SELECT list. */
  query(childQueries: number): void;
  /** Rows the governor charges for. */
  rows(count: number): void;
  /** Rows locked by FOR UPDATE. */
  locked(object: string, ids: readonly string[]): void;
}

/** What a query needs to know besides its text and binds. */
export interface QueryContext {
  readonly store: Store;
  /** The running user: `USING SCOPE mine`. */
  readonly userId: string;
  /** `Europe/London`: of the running user, for date literals and `convertTimezone`. */
  readonly timeZone: string;
  /** BCP 47 (`en-US`), for FORMAT. */
  readonly locale: string;
  /** The org's clock, milliseconds. */
  readonly now: number;
  readonly calendar: CalendarSettings;
  readonly meter: QueryMeter;
}

/** One execution of a query. */
export class QueryRun {
  readonly context: QueryContext;
  readonly store: Store;
  readonly binds: readonly ApexValue[];
  /** ALL ROWS: the recycle bin is read too. */
  readonly allRows: boolean;

  constructor(context: QueryContext, binds: readonly ApexValue[], allRows: boolean) {
    this.context = context;
    this.store = context.store;
    this.binds = binds;
    this.allRows = allRows;
  }

  bind(index: number): ApexValue {
    const value = this.binds[index];
    if (value === undefined) throw new Error(`the query has a bind ${index} without a value`);
    return value;
  }

  /** The parent row that a child's reference points to; undefined when empty, gone or (without ALL ROWS) in the recycle bin. */
  parent(step: ParentStep, child: Row): Row | undefined {
    const id = child.get(step.field.name);
    if (typeof id !== "string") return undefined;
    if (isDefinition(step.object)) return definitionRow(step.object, id, this.store.schema);
    const table = step.polymorphic ? this.store.tableOf(id) : this.store.table(step.object.name);
    return table?.get(id) ?? (this.allRows ? table?.getDeleted(id) : undefined);
  }

  /** The object of the row with this id. */
  objectOf(id: string): ObjectSchema | undefined {
    return this.store.tableOf(id)?.schema;
  }
}
