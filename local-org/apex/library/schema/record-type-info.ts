/** Schema.RecordTypeInfo. */
import type { ObjectSchema } from "../../../data/schema/schema.ts";
import { currentTransaction } from "../../../transaction/context.ts";
import { ApexList, ApexMap } from "../../runtime/collections.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { properties } from "./describe-properties.ts";

/** The record type of records that have none. */
const MASTER_ID = "012000000000000AAA";

class RecordTypeInfo extends PlatformObject {
  readonly id: string | null;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;

  constructor(id: string | null, developerName: string, label: string, active: boolean, isDefault: boolean) {
    super();
    this.id = id;
    this.developerName = developerName;
    this.label = label;
    this.active = active;
    this.isDefault = isDefault;
  }

  get apexType(): string {
    return "Schema.RecordTypeInfo";
  }
}

definePlatformClass("Schema.RecordTypeInfo", {
  members: properties<RecordTypeInfo>({
    getDeveloperName: ({ developerName }) => developerName,
    getName: ({ label }) => label,
    getRecordTypeId: ({ id }) => id,
    isActive: ({ active }) => active,
    isAvailable: ({ active }) => active,
    isDefaultRecordTypeMapping: ({ isDefault }) => isDefault,
    isMaster: ({ id }) => id === MASTER_ID,
  }),
});

/** All record types of an object, the master one last. */
export function recordTypeInfos(object: ObjectSchema): ApexList {
  return new ApexList("List<Schema.RecordTypeInfo>", infosOf(object));
}

export function recordTypeInfosBy(object: ObjectSchema, key: "id" | "developerName" | "label"): ApexMap {
  const entries = infosOf(object).flatMap((info): [ApexValue, ApexValue][] => (info[key] === null ? [] : [[info[key], info]]));
  return new ApexMap(`Map<${key === "id" ? "Id" : "String"},Schema.RecordTypeInfo>`, entries);
}

function infosOf(object: ObjectSchema): RecordTypeInfo[] {
  const infos = object.recordTypes.map(({ developerName, label, active, isDefault }) => {
    return new RecordTypeInfo(recordTypeId(object.name, developerName), developerName, label, active, isDefault);
  });
  const hasDefault = object.recordTypes.some(({ isDefault }) => isDefault);
  return [...infos, new RecordTypeInfo(MASTER_ID, "Master", "Master", true, !hasDefault)];
}

/** The id of the RecordType row that stands for it. */
function recordTypeId(object: string, developerName: string): string | null {
  const rows = currentTransaction().org.store.table("RecordType").lookup("DeveloperName", developerName);
  const id = rows.find((row) => row.get("SobjectType") === object)?.get("Id");
  return typeof id === "string" ? id : null;
}
