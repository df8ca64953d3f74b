/** Callouts of a transaction: where the platform allows them, and how a request gets there. */
import { throwApex } from "../apex/runtime/exceptions.ts";
import { instanceOf } from "../apex/runtime/type-test.ts";
import { CalloutFailure, type CalloutRequest, type CalloutResponse } from "./callout-port.ts";
import type { Transaction } from "./context.ts";
import { resolveNamedEndpoint } from "./named-callout.ts";

/** Milliseconds that the callouts of one transaction may take together. */
const TOTAL_TIMEOUT = 120_000;

/** Throws System.CalloutException where the platform refuses callouts, and counts one. */
export function startCallout(transaction: Transaction): void {
  const { job } = transaction;
  if (transaction.triggers.length > 0) refuse("Callout from triggers are currently not supported.");
  if (transaction.quiddity === "SCHEDULED") refuse("Callout from scheduled Apex not supported.");
  if (transaction.quiddity === "QUEUEABLE" && job !== null && !instanceOf(job.target, "Database.AllowsCallouts")) {
    refuse("Callout not allowed from this queueable. Please enable callout by implementing the Database.AllowsCallouts interface.");
  }
  if (transaction.quiddity === "BATCH_APEX" && job !== null && !instanceOf(job.target, "Database.AllowsCallouts")) {
    refuse("Callout not allowed from this batch. Please enable callout by implementing the Database.AllowsCallouts interface.");
  }
  if (job?.kind === "future" && job.allowsCallouts !== true) {
    refuse("Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)");
  }
  if (transaction.uncommittedWork || transaction.openSavepoints > 0) {
    refuse("You have uncommitted work pending. Please commit or rollback before calling out");
  }
  transaction.limits.count("callouts");
}

/** Sends a request through the org's port. Throws System.CalloutException when there is no answer. */
export function sendRequest(transaction: Transaction, request: CalloutRequest): CalloutResponse {
  const { org } = transaction;
  const named = resolveNamedEndpoint(transaction, request.url);
  if (named === null) checkRemoteSite(transaction, request.url);
  if (org.calloutPort === null) refuse("This local org has no way out: callouts need the server (npm start) or a mock");
  const left = TOTAL_TIMEOUT - transaction.calloutMillis;
  if (left <= 0) refuse("Exceeded maximum time allotted for callout (120000 ms)");
  const started = performance.now();
  try {
    return org.calloutPort.send({
      ...request,
      url: named?.url ?? request.url,
      headers: named === null ? request.headers : [...request.headers, ...named.headers],
      timeout: Math.min(request.timeout, left),
    });
  } catch (error) {
    if (error instanceof CalloutFailure) refuse(error.message);
    throw error;
  } finally {
    transaction.calloutMillis += performance.now() - started;
  }
}

/** Addresses outside of named credentials need a remote site. */
function checkRemoteSite({ org }: Transaction, url: string): void {
  let origin: string;
  try {
    origin = new URL(url).origin;
  } catch {
    refuse(`no protocol: ${url}`);
  }
  if (!org.remoteSites.has(origin)) {
    throwApex("System.CalloutException", `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${url}`);
  }
}

function refuse(message: string): never {
  throwApex("System.CalloutException", message);
}
