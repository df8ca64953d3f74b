/** Results of conversation intelligence, as events and over REST. Ids are numbers; times of utterances are seconds from the answer. */
import type { Call, Insights } from "../calls/call.ts";
import type { EventName } from "../world/event-names.ts";

/** One object with an id per kind of result. */
function ids(call: Call): { transcription: number; summary: number; topics: number; action: number } {
  const base = 81_000_000 + (call.id % 1_000_000) * 10;
  return { transcription: base + 1, summary: base + 2, topics: base + 3, action: base + 4 };
}

function createdAt(call: Call): string {
  return new Date(call.endedAt ?? call.startedAt).toISOString();
}

function speaker(call: Call, from: "internal" | "external"): object {
  return from === "internal" && call.user !== null
    ? { participant_type: "internal", user_id: call.user.id }
    : { participant_type: "external", phone_number: call.external ?? "anonymous" };
}

function content(call: Call, { utterances }: Insights): object {
  let at = 0.4;
  const items = utterances.map(({ from, text }) => {
    const start = at;
    const end = Math.round((start + Math.max(1.2, text.length / 14)) * 10) / 10;
    at = Math.round((end + 0.5) * 10) / 10;
    return { start_time: start, end_time: end, text, ...speaker(call, from) };
  });
  return { language: "en-US", utterances: items };
}

function kind(call: Call): "call" | "voicemail" {
  return call.voicemail === null ? "call" : "voicemail";
}

/** REST answers by the last part of the path; undefined: this kind was not produced (404). */
export function insightAnswer(call: Call, name: string): object | undefined {
  const { insights } = call;
  if (insights === null || !call.isFinished) return undefined;
  const id = ids(call);
  switch (name) {
    case "transcription":
      return {
        transcription: {
          id: id.transcription,
          call_id: call.id,
          call_created_at: new Date(call.startedAt).toISOString(),
          type: kind(call),
          content: content(call, insights),
        },
      };
    case "summary":
      return { summary: { id: id.summary, call_id: call.id, created_at: createdAt(call), content: insights.summary } };
    case "sentiments": {
      const caller = { phone_number: call.external ?? "anonymous", value: insights.sentiment, type: "external" };
      return { sentiment: { id: call.id, call_id: call.id, participants: [caller] } };
    }
    case "topics":
      return { topic: { id: id.topics, call_id: call.id, created_at: createdAt(call), content: insights.topics } };
    case "action_items":
      return { call_id: call.id, action_items: actionItems(call, insights) };
    default:
      return undefined;
  }
}

function actionItems(call: Call, insights: Insights): object[] {
  return insights.actionItems.map((text, index) => ({
    id: ids(call).action + index,
    ai_generated: true,
    content: text,
    created_at: createdAt(call),
    created_by: null,
    updated_at: null,
    updated_by: null,
  }));
}

/** The events that Aircall sends when the results are there. */
export function insightEvents(call: Call): { readonly event: EventName; readonly data: object }[] {
  const { insights } = call;
  if (insights === null) return [];
  const id = ids(call);
  const common = { call_id: call.id, call_uuid: call.uuid };
  const people = (["internal", "external"] as const).filter((from) => from === "external" || call.user !== null);
  return [
    {
      event: "transcription.created",
      data: {
        id: id.transcription,
        ...common,
        number_id: call.line.id,
        type: kind(call),
        call_created_at: new Date(call.startedAt).toISOString(),
        participants: people.map((from) => speaker(call, from)),
        content: content(call, insights),
      },
    },
    { event: "summary.created", data: { id: id.summary, ...common, created_at: createdAt(call), content: insights.summary } },
    { event: "topics.created", data: { id: id.topics, ...common, created_at: createdAt(call), content: insights.topics } },
    {
      event: "sentiment.created",
      data: {
        id: call.id,
        ...common,
        participants: [...people].reverse().map((from) => ({
          ...speaker(call, from),
          value: from === "external" ? insights.sentiment : "NEUTRAL",
        })),
      },
    },
    ...actionItems(call, insights).map((item) => {
      const { id: itemId, ...rest } = item as { readonly id: number };
      return { event: "action_item.created" as const, data: { id: itemId, ...common, ...rest } };
    }),
  ];
}
