/** Database.QueryLocator and its iterator. The records are read when the locator is made. */
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { PlatformIterator } from "./iterator.ts";
import { PlatformObject, type ApexValue, type SObjectRecord } from "../runtime/values.ts";

export class QueryLocator extends PlatformObject {
  readonly #query: string;
  readonly #records: readonly SObjectRecord[];

  constructor(query: string, records: readonly SObjectRecord[]) {
    super();
    this.#query = query;
    this.#records = records;
  }

  get apexType(): string {
    return "Database.QueryLocator";
  }

  get query(): string {
    return this.#query;
  }

  records(): readonly SObjectRecord[] {
    return this.#records;
  }
}

class QueryLocatorIterator extends PlatformIterator {
  readonly #records: readonly SObjectRecord[];
  #at = 0;

  constructor(records: readonly SObjectRecord[]) {
    super();
    this.#records = records;
  }

  get apexType(): string {
    return "Database.QueryLocatorIterator";
  }

  hasNext(): boolean {
    return this.#at < this.#records.length;
  }

  next(): ApexValue {
    return this.#records[this.#at++] ?? throwApex("System.NoSuchElementException", "Iterator has no more elements");
  }
}

definePlatformClass("Database.QueryLocator", {
  members: {
    "getQuery()": (self: QueryLocator) => self.query,
    "iterator()": (self: QueryLocator) => new QueryLocatorIterator(self.records()),
  },
});

definePlatformClass("Database.QueryLocatorIterator", {
  members: {
    "hasNext()": (self: QueryLocatorIterator) => self.hasNext(),
    "next()": (self: QueryLocatorIterator) => self.next(),
  },
});
