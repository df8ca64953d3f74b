/** What a person does to a running or past call, from the phone or the console. */
import type { Call } from "../calls/call.ts";
import { CallError } from "../calls/call-error.ts";
import { addComment, addTags, assign, removeTag, setArchived } from "../calls/call-notes.ts";
import type { User } from "../company/user.ts";
import type { StandIn } from "../stand-in.ts";
import { tagOf, userOf } from "./parse-call-plan.ts";
import { RequestError, RequestFields } from "./request-fields.ts";

const ACTIONS = [
  "answer",
  "decline",
  "hangUp",
  "voicemail",
  "hold",
  "unhold",
  "transfer",
  "tag",
  "untag",
  "comment",
  "assign",
  "archive",
  "unarchive",
] as const;

/**
 * Does `body.action` to a call.
 *
 * @param actor the agent at the phone; null: the console, which names the agent by `user` or means the one whose call it is
 * @throws RequestError for a body that does not fit, CallError when the call's state does not allow it
 */
export function actOnCall({ company, exchange }: StandIn, call: Call, body: unknown, actor: User | null): void {
  const fields = new RequestFields(body, ["action", "user", "to", "tag", "comment", "seconds", "missedReason"]);
  const action = fields.oneOf("action", ACTIONS);
  const agent = actor ?? userOf(company, fields.text("user"), "user") ?? call.holder ?? call.ringing[0] ?? call.user;
  const needAgent = (): User => {
    if (agent === null) throw new RequestError('"user" must name the agent');
    return agent;
  };
  switch (action) {
    case "answer":
      return exchange.answer(call, call.isTransferPending ? (call.ringing[0] ?? needAgent()) : needAgent());
    case "decline":
      return exchange.decline(call, needAgent());
    case "hangUp":
      return exchange.hangUp(call);
    case "voicemail":
      if (call.direction === "outbound" || call.answeredAt !== null)
        throw new CallError("only an unanswered inbound call takes a voicemail");
      exchange.stopRinging(call);
      return exchange.hangUp(call, { missedReason: "agents_did_not_answer", voicemail: fields.number("seconds", 1, 300) ?? 3 });
    case "hold":
    case "unhold":
      return exchange.setHold(call, action === "hold");
    case "transfer": {
      const to = fields.text("to") ?? "";
      const colleague = company.userByEmail(to);
      return colleague === undefined ? exchange.transferOut(call, fields.phone("to") ?? "") : exchange.transfer(call, colleague);
    }
    case "tag":
      return addTags(exchange, call, [tagOf(company, first(fields, "tag"))], agent);
    case "untag":
      return removeTag(exchange, call, tagOf(company, first(fields, "tag")));
    case "comment":
      return addComment(exchange, call, fields.text("comment") ?? "", agent);
    case "assign":
      return assign(exchange, call, needAgent());
    case "archive":
    case "unarchive":
      return setArchived(exchange, call, action === "archive");
    case undefined:
      throw new RequestError(`"action" must be one of ${ACTIONS.join(", ")}`);
  }
}

function first(fields: RequestFields, key: string): string | number {
  const [value] = fields.list(key);
  if (value === undefined) throw new RequestError(`"${key}" is missing`);
  return value;
}
