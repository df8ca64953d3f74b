/** Static methods of custom metadata types, `Type__mdt.getAll()`. They are no query. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { Row } from "../../data/store/store.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { ApexMap } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import type { SObjectRecord } from "../runtime/sobject.ts";
import type { ApexValue } from "../runtime/values.ts";
import { asRecord } from "./custom-setting.ts";
import type { ObjectToken } from "./schema/tokens.ts";

definePlatformClass("CustomMetadata", {
  statics: {
    /** By record id, developer name or qualified API name. */
    "getInstance(Schema.SObjectType,String)": ({ object }: ObjectToken, key: string | null) => find(object, key),
    "getAll(Schema.SObjectType)": ({ object }: ObjectToken) => {
      const entries = rows(object).map((row): [ApexValue, ApexValue] => [row.get("DeveloperName") ?? null, asRecord(object, row)]);
      return new ApexMap(`Map<String,${object.name}>`, entries);
    },
  },
});

function rows(object: ObjectSchema): Row[] {
  return [...currentTransaction().org.store.table(object.name).rows()];
}

function find(object: ObjectSchema, key: string | null): SObjectRecord | null {
  const wanted = key?.toLowerCase();
  const row = rows(object).find(
    (candidate) =>
      candidate.get("Id") === key ||
      [candidate.get("DeveloperName"), candidate.get("QualifiedApiName")].some(
        (name) => typeof name === "string" && name.toLowerCase() === wanted,
      ),
  );
  return row === undefined ? null : asRecord(object, row);
}
