/** Database.Cursor and PaginationCursor: the rows of a query, fetched by position. They are read when the cursor is made. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexList, PlatformObject, type ApexValue, type SObjectRecord } from "../runtime/values.ts";

type Count = number | null;

export class Cursor extends PlatformObject {
  readonly apexType: string;
  readonly #records: readonly SObjectRecord[];

  constructor(apexType: "Database.Cursor" | "Database.PaginationCursor", records: readonly SObjectRecord[]) {
    super();
    this.apexType = apexType;
    this.#records = records;
  }

  get size(): number {
    return this.#records.length;
  }

  fetch(position: Count, count: Count): SObjectRecord[] {
    const { limits } = currentTransaction();
    const start = requireArgument(position);
    const end = start + requireArgument(count);
    if (start < 0 || end > this.size || end < start) {
      throwApex("System.InvalidParameterValueException", `Invalid cursor position or count: ${start}, ${end - start}`);
    }
    limits.count("fetchCallsOnApexCursor");
    limits.count("queryRows", end - start);
    return this.#records.slice(start, end);
  }

  /** A page that ends with the rows. */
  fetchPage(position: Count, size: Count): FetchResult {
    const start = requireArgument(position);
    const count = Math.min(requireArgument(size), Math.max(0, this.size - start));
    return new FetchResult(this.fetch(start, count), start + count, start + count >= this.size);
  }
}

class FetchResult extends PlatformObject {
  readonly apexType = "Database.CursorFetchResult";
  readonly records: SObjectRecord[];
  readonly next: number;
  readonly isDone: boolean;

  constructor(records: SObjectRecord[], next: number, isDone: boolean) {
    super();
    this.records = records;
    this.next = next;
    this.isDone = isDone;
  }
}

function listOf(records: SObjectRecord[]): ApexList {
  return new ApexList(`List<${records[0]?.schema.name ?? "SObject"}>`, records);
}

/** `Database.getCursor` and `getPaginationCursor` over `read`, which runs a query of so many arguments. */
export function cursorMembers(
  read: (binds: boolean, args: readonly ApexValue[]) => readonly SObjectRecord[],
): Record<string, StaticMember> {
  const members: Record<string, StaticMember> = {};
  for (const kind of ["Cursor", "PaginationCursor"] as const) {
    const make =
      (binds: boolean) =>
      (...args: readonly ApexValue[]): ApexValue =>
        new Cursor(`Database.${kind}`, read(binds, args));
    members[`get${kind}(String)`] = make(false);
    members[`get${kind}(String,System.AccessLevel)`] = make(false);
    members[`get${kind}WithBinds(String,Map<String,Object>,System.AccessLevel)`] = make(true);
  }
  return members;
}

definePlatformClass("Database.Cursor", {
  members: {
    "fetch(Integer,Integer)": (self: Cursor, position: Count, count: Count) => listOf(self.fetch(position, count)),
    "getNumRecords()": (self: Cursor) => self.size,
  },
});

definePlatformClass("Database.PaginationCursor", {
  members: {
    "fetchPage(Integer,Integer)": (self: Cursor, position: Count, size: Count) => self.fetchPage(position, size),
    "getNumRecords()": (self: Cursor) => self.size,
  },
});

definePlatformClass("Database.CursorFetchResult", {
  members: {
    "getRecords()": (self: FetchResult) => listOf(self.records),
    "getNextIndex()": (self: FetchResult) => self.next,
    "getNumDeletedRecords()": () => 0,
    "isDone()": (self: FetchResult) => self.isDone,
  },
});
