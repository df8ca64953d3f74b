/** Set. */
import { ApexList, ApexSet } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { hashOf } from "../runtime/hash.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { convertedItems } from "./converted-items.ts";
import { CollectionIterator } from "./iterator.ts";

type Items = ApexList | ApexSet | null;

definePlatformClass("Set", {
  members: {
    "add(Object)": (self: ApexSet, item: ApexValue) => self.add(item),
    "addAll(List<Object>)": addAll,
    "addAll(Set<Object>)": addAll,
    "clear()": (self: ApexSet) => {
      self.store.clear();
      return null;
    },
    "clone()": (self: ApexSet) => new ApexSet(self.type, self.toArray()),
    "contains(Object)": (self: ApexSet, item: ApexValue) => self.has(item),
    "containsAll(List<Object>)": containsAll,
    "containsAll(Set<Object>)": containsAll,
    "equals(Set<Object>)": (self: ApexSet, other: ApexValue) => apexEquals(self, other),
    "hashCode()": (self: ApexSet) => hashOf(self),
    "isEmpty()": (self: ApexSet) => self.size === 0,
    "iterator()": (self: ApexSet) => new CollectionIterator(self.store.map.keys(), self.type),
    "remove(Object)": (self: ApexSet, item: ApexValue) => self.delete(item),
    "removeAll(List<Object>)": removeAll,
    "removeAll(Set<Object>)": removeAll,
    "retainAll(List<Object>)": retainAll,
    "retainAll(Set<Object>)": retainAll,
    "size()": (self: ApexSet) => self.size,
    "toString()": (self: ApexSet) => toText(self),
  },
});

function itemsOf(source: Items): ApexValue[] {
  const items = argument(source);
  return items instanceof ApexSet ? items.toArray() : items.items;
}

/** True when anything was added. */
function addAll(self: ApexSet, source: Items): boolean {
  const before = self.size;
  for (const item of convertedItems(argument(source), self.type)) self.add(item);
  return self.size !== before;
}

function containsAll(self: ApexSet, source: Items): boolean {
  return itemsOf(source).every((item) => self.has(item));
}

function removeAll(self: ApexSet, source: Items): boolean {
  const before = self.size;
  for (const item of itemsOf(source)) self.delete(item);
  return self.size !== before;
}

function retainAll(self: ApexSet, source: Items): boolean {
  const before = self.size;
  const kept = new ApexSet(self.type, itemsOf(source));
  for (const item of self.toArray()) if (!kept.has(item)) self.delete(item);
  return self.size !== before;
}
