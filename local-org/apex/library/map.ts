/** Map. */
import { ApexList, ApexMap } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { hashOf } from "../runtime/hash.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import { toText } from "../runtime/to-string.ts";
import { typeArguments } from "../runtime/type-name.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { elementToken } from "./element-token.ts";
import { cloneRecord } from "./record-clone.ts";

definePlatformClass("Map", {
  members: {
    "clear()": (self: ApexMap) => {
      self.store.clear();
      return null;
    },
    "clone()": (self: ApexMap) => new ApexMap(self.type, self.entries()),
    "containsKey(Object)": (self: ApexMap, key: ApexValue) => self.has(key),
    "deepClone()": (self: ApexMap) => deepClone(self),
    "equals(Map<Object,Object>)": (self: ApexMap, other: ApexValue) => apexEquals(self, other),
    "get(Object)": (self: ApexMap, key: ApexValue) => self.get(key),
    "getSObjectType()": (self: ApexMap) => elementToken(typeArguments(self.type)[1]),
    "hashCode()": (self: ApexMap) => hashOf(self),
    "isEmpty()": (self: ApexMap) => self.size === 0,
    "keySet()": (self: ApexMap) => self.keySet(`Set<${typeArguments(self.type)[0] ?? "Object"}>`),
    "put(Object,Object)": (self: ApexMap, key: ApexValue, value: ApexValue) => {
      const before = self.get(key);
      self.set(key, value);
      return before;
    },
    "putAll(List<SObject>)": (self: ApexMap, records: ApexList | null) => {
      // Unlike the constructor it takes records without an id, and the last one of an id.
      for (const record of argument(records).items) if (record instanceof SObjectRecord) self.set(record.id, record);
      return null;
    },
    "putAll(Map<Object,Object>)": (self: ApexMap, other: ApexMap | null) => {
      for (const [key, value] of argument(other).entries()) self.set(key, value);
      return null;
    },
    "remove(Object)": (self: ApexMap, key: ApexValue) => {
      const before = self.get(key);
      self.delete(key);
      return before;
    },
    "size()": (self: ApexMap) => self.size,
    "toString()": (self: ApexMap) => toText(self),
    "values()": (self: ApexMap) => new ApexList(`List<${typeArguments(self.type)[1] ?? "Object"}>`, [...self.values()]),
  },
});

/** Records are copied; the keys and other values stay. */
function deepClone(map: ApexMap): ApexMap {
  const options = { ids: true, stamps: true, autoNumbers: true };
  const copy = new ApexMap(map.type);
  for (const [key, value] of map.entries()) copy.set(key, value instanceof SObjectRecord ? cloneRecord(value, options) : value);
  return copy;
}
