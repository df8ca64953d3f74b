/** List. */
import { ApexList, ApexSet } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { hashOf } from "../runtime/hash.ts";
import { elementToken } from "./element-token.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import { typeArguments } from "../runtime/type-name.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { convertedItems } from "./converted-items.ts";
import { CollectionIterator } from "./iterator.ts";
import { cloneRecord } from "./record-clone.ts";
import { byComparator, sortNaturally } from "./sort-order.ts";

type Flag = boolean | null;

definePlatformClass("List", {
  members: {
    "add(Object)": (self: ApexList, item: ApexValue) => {
      self.add(item);
      return null;
    },
    "add(Integer,Object)": (self: ApexList, index: number | null, item: ApexValue) => {
      const at = argument(index);
      if (at < 0 || at > self.size) throwApex("System.ListException", `List index out of bounds: ${at}`);
      self.assertChangeable();
      self.items.splice(at, 0, item);
      return null;
    },
    "addAll(List<Object>)": (self: ApexList, other: ApexList | null) => addAll(self, convertedItems(argument(other), self.type)),
    "addAll(Set<Object>)": (self: ApexList, other: ApexSet | null) => addAll(self, convertedItems(argument(other), self.type)),
    "clear()": (self: ApexList) => {
      self.assertChangeable();
      self.items.length = 0;
      return null;
    },
    "clone()": (self: ApexList) => new ApexList(self.type, self.items.slice()),
    "contains(Object)": (self: ApexList, item: ApexValue) => indexOf(self, item) >= 0,
    "deepClone()": (self: ApexList) => deepClone(self, false, false, false),
    "deepClone(Boolean)": (self: ApexList, ids: Flag) => deepClone(self, ids, false, false),
    "deepClone(Boolean,Boolean)": (self: ApexList, ids: Flag, stamps: Flag) => deepClone(self, ids, stamps, false),
    "deepClone(Boolean,Boolean,Boolean)": deepClone,
    "equals(List<Object>)": (self: ApexList, other: ApexValue) => apexEquals(self, other),
    "get(Integer)": (self: ApexList, index: number | null) => self.get(argument(index)),
    "getSObjectType()": (self: ApexList) => elementToken(typeArguments(self.type)[0]),
    "hashCode()": (self: ApexList) => hashOf(self),
    "indexOf(Object)": indexOf,
    "isEmpty()": (self: ApexList) => self.items.length === 0,
    "iterator()": (self: ApexList) => new CollectionIterator(self.items, self.type),
    "remove(Integer)": (self: ApexList, index: number | null) => {
      const removed = self.get(argument(index));
      self.assertChangeable();
      self.items.splice(argument(index), 1);
      return removed;
    },
    "set(Integer,Object)": (self: ApexList, index: number | null, item: ApexValue) => {
      self.set(argument(index), item);
      return null;
    },
    "size()": (self: ApexList) => self.items.length,
    "sort()": (self: ApexList) => {
      self.assertChangeable();
      sortNaturally(self.items);
      return null;
    },
    "sort(System.Comparator<Object>)": (self: ApexList, comparator: ApexValue) => {
      self.assertChangeable();
      self.items.sort(byComparator(argument(comparator)));
      return null;
    },
    "toString()": (self: ApexList) => toText(self),
  },
});

function addAll(list: ApexList, items: readonly ApexValue[]): null {
  list.assertChangeable();
  for (const item of items) list.items.push(item);
  return null;
}

function indexOf(list: ApexList, item: ApexValue): number {
  if (typeof item !== "object" || item === null) {
    const at = list.items.indexOf(item);
    if (at >= 0 || typeof item !== "number") return at;
  }
  return list.items.findIndex((other) => apexEquals(other, item));
}

/** Copies of the records; anything that is no record stays the same object. */
function deepClone(list: ApexList, ids: Flag, stamps: Flag, autoNumbers: Flag): ApexList {
  const options = { ids: ids === true, stamps: stamps === true, autoNumbers: autoNumbers === true };
  return new ApexList(
    list.type,
    list.items.map((item) => (item instanceof SObjectRecord ? cloneRecord(item, options) : item)),
  );
}
