/** The names of Aircall's webhook events, by resource, as its API reference lists them. */
const BY_RESOURCE = {
  call: [
    "call.created",
    "call.ringing_on_agent",
    "call.agent_declined",
    "call.answered",
    "call.transferred",
    "call.external_transferred",
    "call.unsuccessful_transfer",
    "call.hungup",
    "call.ended",
    "call.hold",
    "call.unhold",
    "call.ivr_option_selected",
    "call.comm_assets_generated",
    "call.voicemail_left",
    "call.assigned",
    "call.archived",
    "call.tagged",
    "call.untagged",
    "call.commented",
  ],
  user: [
    "user.created",
    "user.deleted",
    "user.connected",
    "user.disconnected",
    "user.opened",
    "user.closed",
    "user.wut_start",
    "user.wut_end",
    "user.created.v2",
    "user.deleted.v2",
    "user.connected.v2",
    "user.disconnected.v2",
    "user.opened.v2",
    "user.closed.v2",
    "user.wut_start.v2",
    "user.wut_end.v2",
  ],
  number: ["number.created", "number.opened", "number.closed", "number.deleted"],
  contact: ["contact.created", "contact.updated", "contact.deleted"],
  message: [
    "message.sent",
    "message.received",
    "message.status_updated",
    "group_message.sent",
    "group_message.received",
    "group_message.status_updated",
  ],
  conversation_intelligence: [
    "transcription.created",
    "summary.created",
    "topics.created",
    "sentiment.created",
    "action_item.created",
    "playbook_result.created",
    "playbook_result.updated",
    "realtime_transcription.utterances_received",
    "custom_summary.result_created",
    "custom_summary.result_updated",
    "call_evaluation.created",
    "call_evaluation.updated",
  ],
  ai_voice_agent: ["ai_voice_agent.started", "ai_voice_agent.ended", "ai_voice_agent.escalated", "ai_voice_agent.summary"],
  analytics: ["analytics.report_created", "analytics.report_failed"],
  integration: ["integration.deleted"],
} as const;

export type Resource = keyof typeof BY_RESOURCE;
export type EventName = (typeof BY_RESOURCE)[Resource][number];

export const RESOURCES: ReadonlyMap<string, readonly EventName[]> = new Map(Object.entries(BY_RESOURCE));
export const EVENT_NAMES: readonly EventName[] = Object.values(BY_RESOURCE).flat();

const RESOURCE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_RESOURCE).flatMap(([resource, events]) => events.map((event) => [event, resource] as const)),
);

/** True for one of Aircall's own event names. */
export function isEventName(name: string): name is EventName {
  return RESOURCE_OF.has(name);
}

/** The envelope's `resource` for an event: `message` for `group_message.sent`. */
export function resourceOf(event: EventName): string {
  return RESOURCE_OF.get(event) ?? event;
}
