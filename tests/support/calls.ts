/** Calls of the stand-in, as tests start and steer them, and what became of them in the org. */
import { AGENT } from "./agent.ts";
import type { StartedOrg } from "./local-org.ts";
import { until } from "./until.ts";

/** The demo world's caller, on a Contact that the agent owns. */
export const CALLER = "+447700900456";
/** The demo world's connected support line. */
export const LINE = 510201;

export interface CallOptions {
  /** Without one nobody acts by plan: the phone, the console or `act` decide. */
  readonly outcome?: "answered" | "missed" | "voicemail" | "abandoned" | "transferred";
  /** Seconds until it is answered or given up. */
  readonly ring?: number;
  /** Seconds of talk, or of the voicemail. */
  readonly talk?: number;
  /** E.164. */
  readonly from?: string;
  /** The agent whose phone rings. */
  readonly user?: string;
  readonly transferTo?: string;
}

/** An inbound call to the support line; gives Aircall's id of it. */
export async function ring(org: StartedOrg, { from = CALLER, user = AGENT, ...plan }: CallOptions = {}): Promise<number> {
  const answer = await org.json("api.test", "POST", "/local/calls", { direction: "inbound", from, number: LINE, user, ...plan });
  return numberOf(answer, "call_id");
}

/** Something that a person does to a call, by way of the console: `{"action": "answer"}`. */
export async function act(org: StartedOrg, callId: number, action: Readonly<Record<string, unknown>>): Promise<void> {
  await org.json("api.test", "POST", `/local/calls/${callId}`, action);
}

/** Id of the newest call of the stand-in. */
export async function newestCall(org: StartedOrg): Promise<number> {
  return numberOf((await callsOf(org)).at(-1), "id");
}

/** Hangs up whatever rings or runs, and waits for the end that Aircall tells later. */
export async function endCalls(org: StartedOrg): Promise<void> {
  for (const call of await callsOf(org)) {
    if (property(call, "endedAt") === null) await act(org, numberOf(call, "id"), { action: "hangUp" });
  }
  await until("every call is finished", async () => (await callsOf(org)).every((call) => property(call, "isFinished") === true));
}

async function callsOf(org: StartedOrg): Promise<readonly unknown[]> {
  const calls = await org.json("api.test", "GET", "/local/calls");
  if (!Array.isArray(calls)) throw new Error(`no list of calls: ${JSON.stringify(calls)}`);
  return calls.map((call: unknown) => call);
}

/** How Aircall behaves in time, in seconds; what is not named stays. See `local-org/aircall/calls/pace.ts`. */
export async function setPace(org: StartedOrg, pace: Readonly<Record<string, number>>): Promise<void> {
  await org.json("api.test", "POST", "/local/pace", pace);
}

const TASK_FIELDS =
  "Id, Subject, Description, Call_Recording__c, CallDurationInSeconds, Detailed_Type__c, Transferred_To__c, Who.Name, WhoId, WhatId, Owner.Username";

/** The call's Tasks, once everything that is due has been done. */
export async function tasksOf(org: StartedOrg, callId: number) {
  await org.drain();
  return org.query(`SELECT ${TASK_FIELDS} FROM Task WHERE Aircall_Call_Id__c = '${callId}'`);
}

/** The call's one Task, as soon as its field is so: a call takes its own time. Rejects when the call has several. */
export async function taskWith(org: StartedOrg, callId: number, field: string, expected: RegExp) {
  let seen: readonly Readonly<Record<string, unknown>>[] = [];
  await until(`${field} of the Task of call ${callId} is like ${expected}`, async () => {
    seen = await tasksOf(org, callId);
    return seen.some((task) => expected.test(String(task[field])));
  }).catch((error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : String(error)}; there is ${JSON.stringify(seen)}`);
  });
  const [task] = seen;
  if (task === undefined || seen.length > 1) throw new Error(`one Task was expected for call ${callId}: ${JSON.stringify(seen)}`);
  return task;
}

/** A property of an answer; null where there is none. */
export function property(answer: unknown, name: string): unknown {
  return typeof answer === "object" && answer !== null ? (Reflect.get(answer, name) ?? null) : null;
}

function numberOf(answer: unknown, name: string): number {
  const value = property(answer, name);
  if (typeof value !== "number") throw new Error(`no ${name} in ${JSON.stringify(answer)}`);
  return value;
}
