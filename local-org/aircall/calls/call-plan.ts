/** Plays a whole call by itself: what `POST /local/calls` asks for. */
import type { Line, Tag } from "../company/company.ts";
import type { User } from "../company/user.ts";
import { addComment, addTags } from "./call-notes.ts";
import type { Call, Insights, MissedReason } from "./call.ts";
import type { Exchange } from "./exchange.ts";

export type Outcome = "answered" | "missed" | "voicemail" | "abandoned" | "transferred";

export interface CallPlan {
  readonly direction: "inbound" | "outbound";
  readonly line: Line;
  /** The other party in E.164; null = anonymous (inbound only). */
  readonly external: string | null;
  /** Who answers or calls; null: nobody is asked (missed calls only). */
  readonly user: User | null;
  /** Whose phones ring besides. */
  readonly alsoRings: readonly User[];
  /** null: nobody is planned to do anything; people act on the phone and the console. */
  readonly outcome: Outcome | null;
  /** Seconds until it is answered or given up. */
  readonly ring: number;
  /** Seconds of talk, or of the voicemail. */
  readonly talk: number;
  /** A colleague or an outside number in E.164. */
  readonly transferTo: User | string | null;
  readonly tags: readonly Tag[];
  readonly comments: readonly string[];
  readonly missedReason: MissedReason | null;
  readonly isMediaLate: boolean;
  readonly insights: Insights | null;
}

/** Starts the call and sets timers for the rest; gives the call as it rings. */
export function playCall(exchange: Exchange, plan: CallPlan): Call {
  const call = start(exchange, plan);
  call.insights = plan.insights;
  if (plan.outcome === null) {
    const cancel = exchange.timers.after(exchange.pace.ringLimit * 1000, () => ringOut(exchange, call));
    call.cancels.push(cancel);
  } else {
    exchange.timers.after(plan.ring * 1000, () => afterRinging(exchange, call, plan));
  }
  return call;
}

function start(exchange: Exchange, { direction, line, external, user, alsoRings, outcome }: CallPlan): Call {
  const isPlanned = outcome !== null;
  if (direction === "outbound") {
    if (user === null || external === null) throw new TypeError("an outbound call needs a user and a number");
    return exchange.startOutbound({ line, user, to: external, isPlanned });
  }
  const rings = line.availability === "closed" ? [] : [...(user === null ? [] : [user]), ...alsoRings.filter((other) => other !== user)];
  return exchange.startInbound({ line, from: external, rings, isPlanned });
}

/** Nobody acted in time. */
function ringOut(exchange: Exchange, call: Call): void {
  if (call.endedAt !== null || call.answeredAt !== null) return;
  exchange.hangUp(call, { missedReason: call.ringing.length === 0 ? "no_available_agent" : "agents_did_not_answer" });
}

function afterRinging(exchange: Exchange, call: Call, plan: CallPlan): void {
  if (call.endedAt !== null) return;
  const { user, ring, talk } = plan;
  const at = call.startedAt + ring * 1000;
  const isAnswered = plan.outcome === "answered" || plan.outcome === "transferred";
  const canAnswer = user !== null && (plan.direction === "outbound" || call.ringing.includes(user));
  if (isAnswered && call.answeredAt === null && canAnswer) exchange.answer(call, user, at);
  if (call.answeredAt !== null) return talkOn(exchange, call, plan, call.answeredAt);
  if (plan.direction === "inbound" && plan.outcome === "voicemail") {
    exchange.stopRinging(call);
    const end = at + talk * 1000;
    exchange.timers.after(end - exchange.company.now(), () => {
      if (call.endedAt === null) finish(exchange, call, plan, end, talk);
    });
    return;
  }
  finish(exchange, call, plan, at);
}

function talkOn(exchange: Exchange, call: Call, plan: CallPlan, answeredAt: number): void {
  const end = answeredAt + plan.talk * 1000;
  const now = exchange.company.now();
  if (plan.outcome === "transferred") {
    exchange.timers.after((end - now) / 3, () => startTransfer(exchange, call, plan));
  }
  exchange.timers.after(((end - now) * 5) / 6, () => annotate(exchange, call, plan));
  exchange.timers.after(end - now, () => {
    if (call.endedAt === null) exchange.hangUp(call, { at: end, isMediaLate: plan.isMediaLate });
  });
}

function startTransfer(exchange: Exchange, call: Call, { transferTo, talk }: CallPlan): void {
  if (call.endedAt !== null || call.holder === null || transferTo === null) return;
  if (typeof transferTo === "string") return exchange.transferOut(call, transferTo);
  if (transferTo === call.holder || call.isTransferPending) return;
  exchange.transfer(call, transferTo);
  exchange.timers.after((talk * 1000) / 6, () => {
    if (call.isTransferPending && call.endedAt === null) exchange.answer(call, transferTo);
  });
}

function finish(exchange: Exchange, call: Call, plan: CallPlan, at: number, voicemail?: number): void {
  const reason = plan.missedReason ?? plannedReason(call, plan);
  exchange.hangUp(call, {
    at,
    isMediaLate: plan.isMediaLate,
    ...(reason === null ? {} : { missedReason: reason }),
    ...(voicemail === undefined ? {} : { voicemail }),
  });
  annotate(exchange, call, plan);
}

/** Missed and voicemail: the agents let it ring; abandoned: the caller gave up, which the exchange words itself. */
function plannedReason(call: Call, { outcome, user, alsoRings }: CallPlan): MissedReason | null {
  if (outcome === "abandoned" || call.line.availability === "closed") return null;
  return user === null && alsoRings.length === 0 ? "no_available_agent" : "agents_did_not_answer";
}

function annotate(exchange: Exchange, call: Call, { comments, tags, user }: CallPlan): void {
  const author = call.user ?? user;
  for (const comment of comments) addComment(exchange, call, comment, author);
  addTags(exchange, call, tags, author);
}
