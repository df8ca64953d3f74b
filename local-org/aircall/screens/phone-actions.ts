/** What an agent does at the phone page. */
import { callOutFromPhone } from "../calls/call-out.ts";
import { CallError } from "../calls/call-error.ts";
import { toE164 } from "../company/phone-number.ts";
import { SUBSTATUSES, type User } from "../company/user.ts";
import { actOnCall } from "../local/call-actions.ts";
import { lineOf } from "../local/parse-call-plan.ts";
import { RequestError, RequestFields } from "../local/request-fields.ts";
import type { StandIn } from "../stand-in.ts";

/**
 * Does one action of an agent.
 *
 * @param body `{"type": "dial" | "availability" | "message" | "afterCallDone" | "call", ...}`
 * @throws RequestError, CallError with a message for the agent
 */
export function actOnPhone(standIn: StandIn, user: User, body: unknown): object {
  const { company, exchange, agents, wrapUps, messages } = standIn;
  const fields = new RequestFields(body, ["type", "line", "to", "availability", "substatus", "body", "call", "action"]);
  const type = fields.oneOf("type", ["dial", "availability", "message", "afterCallDone", "call"]);
  switch (type) {
    case "dial": {
      const line = lineOf(company, fields.number("line", 1));
      const to = numberOf(fields, line.country);
      return { call_id: callOutFromPhone(exchange, { line, user, to }).id };
    }
    case "availability":
      agents.setAvailability(
        user,
        fields.oneOf("availability", ["available", "custom", "unavailable"]) ?? "available",
        fields.oneOf("substatus", SUBSTATUSES),
      );
      return {};
    case "afterCallDone":
      user.afterCallId = null;
      wrapUps.end(user);
      company.outputs.changed();
      return {};
    case "message": {
      const line = lineOf(company, fields.number("line", 1));
      const text = fields.text("body")?.trim() ?? "";
      if (text === "") throw new RequestError("The message is empty");
      return { message_id: messages.send({ line, external: numberOf(fields, line.country), body: text, user }).id };
    }
    case "call": {
      const call = exchange.calls.get(fields.number("call", 1) ?? 0);
      if (call === undefined) throw new CallError("This call is not known");
      actOnCall(standIn, call, fields.raw("action"), user);
      return {};
    }
    case undefined:
      throw new RequestError('"type" is missing');
  }
}

function numberOf(fields: RequestFields, country: string): string {
  const number = toE164(fields.text("to") ?? "", country);
  if (number === null) throw new RequestError("This is not a phone number");
  return number;
}
