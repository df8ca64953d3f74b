/** Queries, DML statements and `System.runAs` of emitted code. */
import { unsupported } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

export const dataStatements = {
  soql: (): ApexValue => unsupported("SOQL"),
  sosl: (): ApexValue => unsupported("SOSL"),
  queryRows: (): Iterable<ApexValue> => unsupported("SOQL"),
  queryChunks: (): Iterable<ApexValue> => unsupported("SOQL"),
  dml: (): void => unsupported("DML"),
  startRunAs: (): unknown => unsupported("System.runAs"),
  endRunAs: (): void => unsupported("System.runAs"),
} as const;
