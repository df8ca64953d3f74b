/** Calls: lists, single calls, and what integrations do to them. */
import { type Call, type CardLine, statusOf } from "../calls/call.ts";
import { addComment, addTags, setArchived } from "../calls/call-notes.ts";
import { CallError } from "../calls/call-error.ts";
import { toE164 } from "../company/phone-number.ts";
import { insightAnswer } from "../wire/insights-json.ts";
import { callJson, fetchFlags } from "../wire/rest-call-json.ts";
import { pageOf } from "./paging.ts";
import { appError, badRequest, unknownId, wrongState } from "./rest-error.ts";
import {
  created,
  fieldsOf,
  find,
  neededText,
  NOTHING,
  ok,
  type RestAnswer,
  type RestRequest,
  type RestRoute,
  route,
} from "./rest-route.ts";

/** Calls reach back so far. */
const HISTORY_MS = 183 * 24 * 3600 * 1000;

const INSIGHTS = [
  "transcription",
  "summary",
  "sentiments",
  "topics",
  "action_items",
  "predicted_csat",
  "custom_summary_result",
  "playbook_result",
  "evaluations",
];
const STRATEGIES: readonly unknown[] = ["simultaneous", "random", "longest_idle"];

export const callRoutes: readonly RestRoute[] = [
  route("GET", "/v1/calls", (request) => list(request, () => true)),
  route("GET", "/v1/calls/search", search),
  route("GET", "/v1/calls/:id", (request) => ok({ call: json(request, callIn(request)) })),
  route("POST", "/v1/calls/:id/transfers", transfer),
  route("POST", "/v1/calls/:id/comments", (request) => {
    const call = callIn(request);
    const content = neededText(fieldsOf(request.body), "content");
    addComment(request.standIn.exchange, call, content, null);
    return created({ call: json(request, call) });
  }),
  route("POST", "/v1/calls/:id/tags", (request) => {
    const { company, exchange } = request.standIn;
    const call = callIn(request);
    const ids = fieldsOf(request.body).get("tags");
    if (!Array.isArray(ids)) throw badRequest("tags must be a list of ids");
    addTags(
      exchange,
      call,
      ids.map((id: unknown) => find(company.tags, typeof id === "number" ? String(id) : undefined)),
      null,
    );
    return created({ call: json(request, call) });
  }),
  route("PUT", "/v1/calls/:id/archive", (request) => archive(request, true)),
  route("PUT", "/v1/calls/:id/unarchive", (request) => archive(request, false)),
  route("POST", "/v1/calls/:id/pause_recording", (request) => pauseRecording(request, true)),
  route("POST", "/v1/calls/:id/resume_recording", (request) => pauseRecording(request, false)),
  route("DELETE", "/v1/calls/:id/recording", (request) => removeMedia(request, "recording")),
  route("DELETE", "/v1/calls/:id/voicemail", (request) => removeMedia(request, "voicemail")),
  route("POST", "/v1/calls/:id/insight_cards", (request) => {
    const call = callIn(request);
    const contents = fieldsOf(request.body).get("contents");
    if (!Array.isArray(contents) || contents.length === 0) throw badRequest("contents must be a list of cards");
    if (call.endedAt !== null) throw badRequest("The call is over");
    call.cards.push(...contents.map(card));
    request.standIn.company.outputs.changed();
    return created({ insight_card: { contents } });
  }),
  ...INSIGHTS.map((name) =>
    route("GET", `/v1/calls/:id/${name}`, (request) => {
      const answer = insightAnswer(callIn(request), name);
      if (answer === undefined) throw unknownId();
      return ok(answer);
    }),
  ),
];

function callIn({ standIn: { exchange }, params: [id] }: RestRequest): Call {
  return find(exchange.calls, id);
}

function json({ standIn: { company }, url }: RestRequest, call: Call): object {
  return callJson(company, call, fetchFlags(url));
}

function list(request: RestRequest, isWanted: (call: Call) => boolean): RestAnswer {
  const { company, exchange } = request.standIn;
  const oldest = company.now() - HISTORY_MS;
  return pageOf(request, {
    items: [...exchange.calls.values()].filter((call) => call.startedAt >= oldest && isWanted(call)),
    key: "calls",
    json: (call) => json(request, call),
    createdAt: (call) => Math.floor(call.startedAt / 1000),
    isLimited: true,
  });
}

function search(request: RestRequest): RestAnswer {
  const query = request.url.searchParams;
  const direction = query.get("direction");
  if (direction !== null && direction !== "inbound" && direction !== "outbound") throw badRequest("direction must be inbound or outbound");
  const user = query.get("user_id");
  const number = query.get("phone_number");
  // A plus sign in a query is a blank unless it was encoded.
  const external = number === null ? null : (toE164(number) ?? toE164(`+${number.trim()}`));
  const tags = [...query.getAll("tags[]"), ...query.getAll("tags")];
  return list(
    request,
    (call) =>
      (direction === null || call.direction === direction) &&
      (user === null || String(call.user?.id) === user) &&
      (number === null || call.external === external) &&
      tags.every((id) => call.tags.some(({ tag }) => String(tag.id) === id)),
  );
}

function transfer(request: RestRequest): RestAnswer {
  const { company, exchange } = request.standIn;
  const call = callIn(request);
  const fields = fieldsOf(request.body);
  const [userId, teamId, number] = ["user_id", "team_id", "number"].map((key) => fields.get(key));
  const strategy = fields.get("dispatching_strategy");
  if (strategy !== undefined && (teamId === undefined || !STRATEGIES.includes(strategy))) {
    throw badRequest("dispatching_strategy goes with team_id only: simultaneous, random or longest_idle");
  }
  if (typeof userId === "number") exchange.transfer(call, find(company.users, String(userId)));
  else if (typeof teamId === "number") {
    const free = find(company.teams, String(teamId)).users.find((user) => exchange.callOf(user) === null);
    if (free === undefined) throw new CallError("nobody of the team is free");
    exchange.transfer(call, free);
  } else if (typeof number === "string") {
    const to = toE164(number);
    if (to === null) throw badRequest("number must be in E.164 format");
    // The documentation allows it for inbound calls that nobody has answered.
    if (call.direction !== "inbound" || statusOf(call) !== "initial")
      throw badRequest("only an inbound call that is not answered can go to a number outside");
    exchange.divert(call, to);
  } else throw badRequest("user_id, team_id or number is missing");
  return NOTHING;
}

function archive(request: RestRequest, isArchived: boolean): RestAnswer {
  const call = callIn(request);
  setArchived(request.standIn.exchange, call, isArchived);
  return ok({ call: json(request, call) });
}

function pauseRecording(request: RestRequest, isPaused: boolean): RestAnswer {
  const call = callIn(request);
  if (call.endedAt !== null) throw badRequest("The call is over");
  if (!call.line.recording) throw wrongState("Recording is not enabled on this number");
  call.isRecordingPaused = isPaused;
  return NOTHING;
}

/** Takes the results of intelligence with it. */
function removeMedia(request: RestRequest, kind: "recording" | "voicemail"): RestAnswer {
  const call = callIn(request);
  if (!call.isMediaReady || call[kind] === null) throw appError(404, "Not Found", `The call has no ${kind}`);
  call[kind] = null;
  call.insights = null;
  request.standIn.company.outputs.changed();
  return NOTHING;
}

function card(value: unknown): CardLine {
  const fields = fieldsOf(value);
  const type = fields.get("type");
  if (type !== "title" && type !== "shortText") throw badRequest("type must be title or shortText");
  const link = fields.get("link");
  return {
    label: type === "shortText" ? neededText(fields, "label") : null,
    text: neededText(fields, "text"),
    link: typeof link === "string" ? link : null,
  };
}
