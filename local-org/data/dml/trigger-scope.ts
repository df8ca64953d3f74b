/** `Trigger.new`, `Trigger.oldMap` and so on of one firing; the maps are made when they are first read. */
import { ApexList, ApexMap, type SObjectRecord } from "../../apex/runtime/values.ts";
import { computeFields } from "./computed-fields.ts";
import type { EventDelivery, TriggerContext, TriggerOperation } from "../../transaction/trigger-context.ts";

export class TriggerScope implements TriggerContext {
  readonly object: string;
  readonly operation: TriggerOperation;
  readonly newRecords: readonly SObjectRecord[] | null;
  readonly oldRecords: readonly SObjectRecord[] | null;
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly size: number;
  readonly delivery: EventDelivery | null;
  triggerName = "";
  #newMap: ApexMap | null = null;
  #oldMap: ApexMap | null = null;

  constructor(
    object: string,
    operation: TriggerOperation,
    newRecords: readonly SObjectRecord[] | null,
    oldRecords: readonly SObjectRecord[] | null,
    delivery: EventDelivery | null = null,
  ) {
    this.object = object;
    this.operation = operation;
    this.newRecords = newRecords;
    this.oldRecords = oldRecords;
    this.newList = newRecords === null ? null : new ApexList(`List<${object}>`, [...newRecords]);
    this.oldList = oldRecords === null ? null : new ApexList(`List<${object}>`, [...oldRecords]);
    this.size = (newRecords ?? oldRecords ?? []).length;
    this.delivery = delivery;
    computeFields(newRecords ?? []);
    computeFields(oldRecords ?? []);
  }

  /** Null in before insert triggers (no ids yet) and platform event triggers. */
  get newMap(): ApexMap | null {
    if (this.newRecords === null || this.operation === "BEFORE_INSERT" || this.delivery !== null) return null;
    this.#newMap ??= this.#byId(this.newRecords);
    return this.#newMap;
  }

  get oldMap(): ApexMap | null {
    if (this.oldRecords === null) return null;
    this.#oldMap ??= this.#byId(this.oldRecords);
    return this.#oldMap;
  }

  #byId(records: readonly SObjectRecord[]): ApexMap {
    return new ApexMap(
      `Map<Id,${this.object}>`,
      records.map((record) => [record.id, record] as const),
    );
  }
}
