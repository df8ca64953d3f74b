import type { Company, Line } from "../company/company.ts";
import type { EventName } from "../world/event-names.ts";
import { lineEventJson } from "./line-json.ts";
import { nestedUserJson } from "./user-json.ts";

/** Sends an event of a line, with the people who answer it. */
export function publishLineEvent(company: Company, line: Line, event: Extract<EventName, `number.${string}`>): void {
  const users = company.usersOf(line).map((user) => nestedUserJson(company, user));
  company.outputs.publish(event, lineEventJson(company, line, users));
}
