import { throwApex } from "../../apex/runtime/exceptions.ts";
import { toText } from "../../apex/runtime/to-string.ts";
import type { SoqlCount, SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { QueryRun } from "./query-context.ts";
import { SoqlError } from "./soql-error.ts";

type Count = (run: QueryRun) => number;

const MAX_OFFSET = 2000;

/** LIMIT (endless when absent) and OFFSET (0 when absent). Throws SoqlError for a literal out of range. */
export function compileCount({ limit, offset }: Pick<SoqlQuery, "limit" | "offset">): { readonly limit: Count; readonly offset: Count } {
  if (offset?.kind === "number") checkOffset(offset.value, offset);
  return {
    limit: limit === null ? () => Number.POSITIVE_INFINITY : readCount(limit, "LIMIT"),
    offset: offset === null ? () => 0 : checkedOffset(offset),
  };
}

function checkedOffset(offset: SoqlCount): Count {
  const read = readCount(offset, "OFFSET");
  return (run) => {
    const value = read(run);
    checkOffset(value, offset);
    return value;
  };
}

function checkOffset(value: number, { position }: SoqlCount): void {
  if (value > MAX_OFFSET) throw new SoqlError("NUMBER_OUTSIDE_VALID_RANGE", `Maximum SOQL offset allowed is ${MAX_OFFSET}`, position);
}

function readCount(count: SoqlCount, clause: string): Count {
  if (count.kind === "number") return () => count.value;
  return (run) => {
    const value = run.bind(count.index);
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number === "number" && number >= 0) return number;
    return throwApex("System.QueryException", `Invalid value for ${clause}: ${toText(value)}`);
  };
}
