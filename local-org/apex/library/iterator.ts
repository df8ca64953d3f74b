/** Iterator and Iterable: those that collections make, and the ones that the project writes. */
import { ApexList, ApexSet } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { callBridge } from "../runtime/user-object.ts";
import type { ApexValue } from "../runtime/values.ts";

/** An iterator that the library makes. */
export abstract class PlatformIterator extends PlatformObject {
  abstract hasNext(): boolean;
  abstract next(): ApexValue;
}

/** Walks over a collection. */
export class CollectionIterator extends PlatformIterator {
  readonly #items: Iterator<ApexValue>;
  readonly #elementType: string;
  #ahead: IteratorResult<ApexValue> | null = null;

  constructor(items: Iterable<ApexValue>, collectionType: string) {
    super();
    this.#items = items[Symbol.iterator]();
    this.#elementType = /^\w+<(.*)>$/.exec(collectionType)?.[1] ?? "Object";
  }

  get apexType(): string {
    return `System.Iterator<${this.#elementType}>`;
  }

  hasNext(): boolean {
    this.#ahead ??= this.#items.next();
    return this.#ahead.done !== true;
  }

  next(): ApexValue {
    const result = this.#ahead ?? this.#items.next();
    this.#ahead = null;
    if (result.done === true) throwApex("System.NoSuchElementException", "Iterator has no more elements");
    return result.value;
  }
}

/** The elements of a List, Set, Iterable or Iterator, of the platform or the project. */
export function* iterate(source: ApexValue): Generator<ApexValue, void, undefined> {
  if (source instanceof ApexList || source instanceof ApexSet) {
    yield* source;
    return;
  }
  const iterator = source instanceof PlatformIterator ? source : (callBridge(source, "iterator") ?? source);
  while (iteratorHasNext(iterator)) yield iteratorNext(iterator);
}

export function iteratorHasNext(iterator: ApexValue): boolean {
  if (iterator instanceof PlatformIterator) return iterator.hasNext();
  return callBridge(iterator, "hasNext") === true;
}

export function iteratorNext(iterator: ApexValue): ApexValue {
  if (iterator instanceof PlatformIterator) return iterator.next();
  return callBridge(iterator, "next") ?? null;
}

definePlatformClass("System.Iterator", {
  members: { "hasNext()": iteratorHasNext, "next()": iteratorNext },
});

definePlatformClass("System.Iterable", {
  members: {
    "iterator()": (self: ApexValue) => {
      if (self instanceof ApexList) return new CollectionIterator(self.items, self.type);
      if (self instanceof ApexSet) return new CollectionIterator(self.store.map.keys(), self.type);
      return callBridge(self, "iterator") ?? null;
    },
  },
});
