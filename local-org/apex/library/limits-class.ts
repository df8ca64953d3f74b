/** Limits: what the transaction has used and may use. CPU time, heap and database time are not measured and show 0. */
import { currentTransaction } from "../../transaction/context.ts";
import type { LimitName } from "../../transaction/limits.ts";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";

/** Getter name without `get` and the counter behind it. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  AggregateQueries: "aggregateQueries",
  ApexCursorRows: "apexCursorRows",
  AsyncCalls: "asyncCalls",
  Callouts: "callouts",
  DmlRows: "dmlRows",
  DmlStatements: "dmlStatements",
  EmailInvocations: "emailInvocations",
  FetchCallsOnApexCursor: "fetchCallsOnApexCursor",
  FutureCalls: "futureCalls",
  MobilePushApexCalls: "mobilePushApexCalls",
  PublishImmediateDML: "publishImmediateDml",
  Queries: "queries",
  QueryLocatorRows: "queryLocatorRows",
  QueryRows: "queryRows",
  QueueableJobs: "queueableJobs",
  SoslQueries: "soslQueries",
};

/** Getters that stand for another's numbers since old API versions. */
const ALIASES: Readonly<Record<string, LimitName>> = {
  RunAs: "dmlStatements",
  SavepointRollbacks: "dmlStatements",
  Savepoints: "dmlStatements",
};

const members: Record<string, StaticMember> = {};
for (const [name, limit] of Object.entries({ ...COUNTED, ...ALIASES })) {
  members[`get${name}()`] = () => currentTransaction().limits.used[limit];
  members[`getLimit${name}()`] = () => currentTransaction().limits.maxima[limit];
}

/** Asynchronous transactions may use more of both. */
function isAsynchronous(): boolean {
  return currentTransaction().limits.maxima.queries > 100;
}

definePlatformClass("System.Limits", {
  statics: {
    ...members,
    "getCpuTime()": () => 0,
    "getLimitCpuTime()": () => (isAsynchronous() ? 60_000 : 10_000),
    "getHeapSize()": () => 0,
    "getLimitHeapSize()": () => (isAsynchronous() ? 12_000_000 : 6_000_000),
    "getDatabaseTime()": () => 0,
    "getLimitDatabaseTime()": () => 0,
    "getFindSimilarCalls()": () => 0,
    "getLimitFindSimilarCalls()": () => 10,
  },
});
