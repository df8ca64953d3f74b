/** Users as they stand in webhook bodies. */
import type { Company } from "../company/company.ts";
import { fullName, type User } from "../company/user.ts";
import type { EventName } from "../world/event-names.ts";
import { lineInUserJson } from "./line-json.ts";

/** The user inside a call or message of a webhook: eight keys. */
export function nestedUserJson(company: Company, user: User): object {
  return {
    id: user.id,
    direct_link: `${company.apiAddress}/v1/users/${user.id}`,
    name: fullName(user),
    email: user.email,
    available: user.availabilityStatus !== "unavailable",
    availability_status: user.availabilityStatus,
    language: user.language,
    wrap_up_time: user.wrapUpTime,
  };
}

/** An event of a user without its version. */
export type UserEvent = Exclude<Extract<EventName, `user.${string}`>, `${string}.v2`>;

/** Sends an event of a user in both versions, as Aircall does for a webhook that listens to both. */
export function publishUserEvent(company: Company, user: User, event: UserEvent): void {
  const lines = user.numbers.flatMap((id) => company.lines.get(id) ?? []);
  company.outputs.publish(event, { ...nestedUserJson(company, user), numbers: lines.map((line) => lineInUserJson(company, line)) });
  company.outputs.publish(`${event}.v2`, userEventV2Json(company, user, event));
}

function userEventV2Json(company: Company, user: User, event: UserEvent): object {
  return {
    id: user.id,
    direct_link: `${company.apiAddress}/v2/users/${user.id}`,
    name: fullName(user),
    email: user.email,
    available: user.availabilityStatus !== "unavailable",
    availability_status: user.availabilityStatus,
    substatus: user.substatus,
    created_at: new Date(user.createdAt).toISOString(),
    time_zone: user.timeZone,
    language: user.language,
    wrap_up_time: user.wrapUpTime,
    ...(event.startsWith("user.wut_") ? { last_call_id: user.lastCallId } : {}),
  };
}
