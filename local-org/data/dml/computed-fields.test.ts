import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexList } from "../../apex/runtime/collections.ts";
import { memoryOrg, SMALL_OBJECTS, transact } from "../../transaction/memory-org.ts";
import type { TriggerContext } from "../../transaction/trigger-context.ts";
import { insertRecords, updateRecords } from "./insert-update.ts";

const DRAFTS = [
  ...SMALL_OBJECTS.filter(({ name }) => name !== "Log__c"),
  {
    name: "Log__c",
    keyPrefix: "a00",
    fields: [
      "Name string name",
      "Amount__c double scale=0",
      "Double__c double scale=0 formula=Amount__c*2 readOnly",
      "Label__c string formula=Account__r.Name&'!' readOnly",
      "Account__c reference Account Account__r Logs__r",
    ],
  },
];

test("records in triggers have their formula fields, new and old", () => {
  const seen: unknown[] = [];
  const show = (list: ApexList | null): unknown => {
    const [record] = list?.items ?? [];
    if (!(record instanceof SObjectRecord)) return null;
    const value = record.get("Double__c");
    return [value instanceof Decimal ? value.toString() : value, record.get("Label__c")];
  };
  const run = ({ operation, newList, oldList }: TriggerContext): void => {
    seen.push([operation, show(newList), show(oldList)]);
  };
  const org = memoryOrg([{ object: "Log__c", events: ["before insert", "after insert", "before update"], run }], DRAFTS);
  const schemaOf = (name: string): NonNullable<ReturnType<typeof org.schema.object>> => org.schema.object(name) ?? assert.fail();
  transact(org, () => {
    const account = new SObjectRecord(schemaOf("Account"), [["Name", "Acme"]]);
    insertRecords([account], { allOrNone: true });
    const log = new SObjectRecord(schemaOf("Log__c"), [
      ["Amount__c", Decimal.ofInteger(2)],
      ["Account__c", account.id],
    ]);
    insertRecords([log], { allOrNone: true });
    assert.equal(log.get("Double__c"), null);
    log.set("Amount__c", Decimal.ofInteger(5));
    updateRecords([log], { allOrNone: true });
  });
  assert.deepEqual(seen, [
    ["BEFORE_INSERT", ["4", "Acme!"], null],
    ["AFTER_INSERT", ["4", "Acme!"], null],
    ["BEFORE_UPDATE", ["10", "Acme!"], ["4", "Acme!"]],
  ]);
});
