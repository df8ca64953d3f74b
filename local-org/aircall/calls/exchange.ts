/** The telephone exchange: every call of the company, what may happen to it, and what it tells the outside at each step. */
import type { Company, Line } from "../company/company.ts";
import type { Timers } from "../company/timers.ts";
import type { User } from "../company/user.ts";
import type { EventName } from "../world/event-names.ts";
import { callEventJson } from "../wire/call-event-json.ts";
import { mediaSigner } from "../media/signed-url.ts";
import { CallError } from "./call-error.ts";
import { type Call, durationOf, type MissedReason, statusOf } from "./call.ts";
import { endedLater } from "./call-ending.ts";
import { newCall } from "./new-call.ts";
import type { Pace } from "./pace.ts";
import type { WrapUps } from "./wrap-ups.ts";

const FIRST_CALL_ID = 3_811_600_200;

export interface InboundCall {
  readonly line: Line;
  /** E.164, or null for an anonymous caller. */
  readonly from: string | null;
  /** Whose phones ring; none = nobody is free, or the line is closed. */
  readonly rings: readonly User[];
  /** Played by a plan: agents take it even when they have another call. */
  readonly isPlanned?: boolean;
}

export interface OutboundCall {
  readonly line: Line;
  readonly user: User;
  /** E.164. */
  readonly to: string;
  readonly isPlanned?: boolean;
}

/** How a call that was not answered came to its end; worked out when left out. */
export interface HangUp {
  readonly missedReason?: MissedReason;
  /** UNIX milliseconds; now by default. */
  readonly at?: number;
  /** Seconds of the message that the caller left. */
  readonly voicemail?: number;
  /** Links to the media come after `call.ended`. */
  readonly isMediaLate?: boolean;
}

export class Exchange {
  readonly calls = new Map<number, Call>();
  readonly company: Company;
  readonly timers: Timers;
  readonly pace: Pace;
  readonly #wrapUps: WrapUps;
  #nextId = FIRST_CALL_ID;

  constructor(company: Company, timers: Timers, pace: Pace, wrapUps: WrapUps) {
    this.company = company;
    this.timers = timers;
    this.pace = pace;
    this.#wrapUps = wrapUps;
  }

  /** A call comes in and rings. */
  startInbound({ line, from, rings, isPlanned = false }: InboundCall): Call {
    const call = this.#newCall("inbound", line, from, isPlanned);
    this.publish(call, "call.created");
    for (const user of rings) this.#ring(call, user);
    return call;
  }

  /** An agent calls out. */
  startOutbound({ line, user, to, isPlanned = false }: OutboundCall): Call {
    if (!isPlanned && this.callOf(user) !== null) throw new CallError(`${user.email} is in a call`);
    this.#wrapUps.end(user);
    const call = this.#newCall("outbound", line, to, isPlanned);
    call.user = user;
    call.holder = user;
    this.#phone(user, "outgoing_call", { from: line.number, to, call_id: call.id });
    this.publish(call, "call.created");
    return call;
  }

  /** Inbound or transferred: the agent takes it. Outbound: the other party does. */
  answer(call: Call, user: User, at = this.company.now()): void {
    if (call.endedAt !== null) throw new CallError(`call ${call.id} is over`);
    if (call.isTransferPending) return this.#takeTransfer(call, user);
    if (call.answeredAt !== null) throw new CallError(`call ${call.id} is already answered`);
    if (call.direction === "inbound" && !call.ringing.includes(user))
      throw new CallError(`call ${call.id} does not ring for ${user.email}`);
    const busy = this.callOf(user);
    if (!call.isPlanned && busy !== null && busy !== call && busy.holder === user)
      throw new CallError(`${user.email} is in call ${busy.id}`);
    call.answeredAt = at;
    if (call.direction === "inbound") {
      this.#stopRinging(call, user);
      call.user = user;
      call.holder = user;
    } else {
      this.#phone(user, "outgoing_answered", { call_id: call.id });
    }
    this.publish(call, "call.answered");
  }

  /** The agent refuses; the call goes on ringing for others, or waits for a voicemail. */
  decline(call: Call, user: User): void {
    if (!call.ringing.includes(user)) throw new CallError(`call ${call.id} does not ring for ${user.email}`);
    call.ringing = call.ringing.filter((other) => other !== user);
    this.#phone(user, "call_end_ringtone", { answer_status: "refused", call_id: call.id });
    this.publish(call, "call.agent_declined", user);
    if (call.isTransferPending) this.failTransfer(call);
  }

  /** No phone rings any more; the caller hears the voicemail's greeting. */
  stopRinging(call: Call): void {
    this.#stopRinging(call, null);
    this.company.outputs.changed();
  }

  /** The call is over: `call.hungup` now, `call.ended` and what belongs to it after the exchange's pace. */
  hangUp(call: Call, { missedReason, at = this.company.now(), voicemail, isMediaLate = false }: HangUp = {}): void {
    if (call.endedAt !== null) throw new CallError(`call ${call.id} is over`);
    const wasRinging = [...call.ringing];
    this.#stopRinging(call, null);
    call.isTransferPending = false;
    call.endedAt = Math.max(at, call.answeredAt ?? 0, call.startedAt);
    for (const cancel of call.cancels.splice(0)) cancel();
    if (call.answeredAt !== null && call.line.recording) call.recording = { seconds: Math.max(1, (call.endedAt - call.answeredAt) / 1000) };
    if (call.direction === "inbound" && call.answeredAt === null) {
      call.missedReason = missedReason ?? reasonOf(call, wasRinging.length > 0);
      if (voicemail !== undefined) call.voicemail = { seconds: voicemail };
    }
    const holder = call.holder;
    call.holder = null;
    if (holder !== null) this.#leave(call, holder);
    this.publish(call, "call.hungup");
    endedLater(this, call, isMediaLate);
  }

  setHold(call: Call, isOnHold: boolean): void {
    this.#needsAnswered(call);
    if (call.isOnHold === isOnHold) throw new CallError(`call ${call.id} is ${isOnHold ? "already" : "not"} on hold`);
    call.isOnHold = isOnHold;
    this.publish(call, isOnHold ? "call.hold" : "call.unhold");
  }

  /** Cold transfer to a colleague, whose phone rings until the colleague takes it (`answer`), declines, or the pace's limit. */
  transfer(call: Call, target: User): void {
    this.#needsAnswered(call);
    if (call.isTransferPending) throw new CallError(`call ${call.id} is being transferred`);
    if (call.holder === null) throw new CallError(`call ${call.id} has left the company's phones`);
    if (target === call.holder) throw new CallError(`${target.email} has this call`);
    if (!call.isPlanned && this.callOf(target) !== null) throw new CallError(`${target.email} is in a call`);
    call.transferredBy = call.holder;
    call.transferredTo = target;
    call.isTransferPending = true;
    call.isOnHold = false;
    this.publish(call, "call.transferred");
    call.ringing = [target];
    this.#phone(target, "incoming_call", { from: call.external ?? "anonymous", to: call.line.number, call_id: call.id });
    const cancel = this.timers.after(this.pace.ringLimit * 1000, () => {
      if (call.isTransferPending && call.endedAt === null) this.failTransfer(call);
    });
    call.cancels.push(cancel);
    this.company.outputs.changed();
  }

  /** The colleague did not take it: the call stays with the agent. */
  failTransfer(call: Call): void {
    if (!call.isTransferPending) throw new CallError(`call ${call.id} is not being transferred`);
    this.#stopRinging(call, null);
    call.isTransferPending = false;
    this.publish(call, "call.unsuccessful_transfer");
  }

  /** To a number outside: the call leaves the agent's phone and goes on. */
  transferOut(call: Call, to: string): void {
    this.#needsAnswered(call);
    if (call.holder === null) throw new CallError(`call ${call.id} has left the company's phones`);
    const holder = call.holder;
    call.transferredBy = holder;
    call.externalTransferredTo = to;
    call.holder = null;
    this.publish(call, "call.external_transferred");
    this.#leave(call, holder);
  }

  /** An inbound call that nobody has answered leaves for a number outside. */
  divert(call: Call, to: string): void {
    if (call.answeredAt !== null || call.endedAt !== null) throw new CallError(`call ${call.id} rings no more`);
    this.#stopRinging(call, null);
    call.externalTransferredTo = to;
    this.publish(call, "call.external_transferred");
  }

  /** The call that a user has, or that rings for the user; null when free. */
  callOf(user: User): Call | null {
    let ringing: Call | null = null;
    for (const call of this.calls.values()) {
      if (call.holder === user) return call;
      if (call.ringing.includes(user)) ringing ??= call;
    }
    return ringing;
  }

  /** Sends an event of a call; `user`: whom it speaks of, when that is not who has the call. */
  publish(call: Call, event: EventName, user: User | null = call.user): void {
    this.company.outputs.publish(event, callEventJson({ company: this.company, call, event, user, sign: mediaSigner(this.company) }));
    this.company.outputs.changed();
  }

  #newCall(direction: Call["direction"], line: Line, external: string | null, isPlanned: boolean): Call {
    const call = newCall(this.company, { id: this.#nextId++, direction, line, external, isPlanned });
    this.calls.set(call.id, call);
    return call;
  }

  #ring(call: Call, user: User): void {
    call.ringing = [...call.ringing, user];
    this.#phone(user, "incoming_call", { from: call.external ?? "anonymous", to: call.line.number, call_id: call.id });
    this.publish(call, "call.ringing_on_agent", user);
  }

  #stopRinging(call: Call, taker: User | null): void {
    for (const user of call.ringing) {
      this.#phone(user, "call_end_ringtone", { answer_status: user === taker ? "answered" : "disconnected", call_id: call.id });
    }
    call.ringing = [];
  }

  #takeTransfer(call: Call, user: User): void {
    if (!call.ringing.includes(user)) throw new CallError(`call ${call.id} does not ring for ${user.email}`);
    const previous = call.holder;
    this.#stopRinging(call, user);
    call.isTransferPending = false;
    call.user = user;
    call.holder = user;
    if (previous !== null) this.#leave(call, previous);
    this.company.outputs.changed();
  }

  /** The call leaves a phone. */
  #leave(call: Call, user: User): void {
    const end = call.endedAt ?? this.company.now();
    const duration = call.endedAt === null ? Math.round((end - call.startedAt) / 1000) : durationOf(call);
    this.#phone(user, "call_ended", { duration, call_id: call.id });
    user.lastCallId = call.id;
    if (user.isConnected && call.answeredAt !== null) user.afterCallId = call.id;
    this.#wrapUps.start(user);
  }

  #needsAnswered(call: Call): void {
    if (statusOf(call) !== "answered") throw new CallError(`call ${call.id} is ${statusOf(call) === "done" ? "over" : "not answered yet"}`);
  }

  #phone(user: User, name: string, value: object): void {
    if (name === "incoming_call" || name === "outgoing_call") user.afterCallId = null;
    this.company.outputs.phone(user.id, name, value);
  }
}

/** Under ten seconds the caller gave up at once. */
function reasonOf(call: Call, isRinging: boolean): MissedReason {
  if (call.line.availability === "closed") return "out_of_opening_hours";
  if (!isRinging) return "agents_did_not_answer";
  return durationOf(call) < 10 ? "short_abandoned" : "abandoned_in_classic";
}
