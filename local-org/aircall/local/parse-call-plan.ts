import type { CallPlan, Outcome } from "../calls/call-plan.ts";
import { type Insights, MISSED_REASONS } from "../calls/call.ts";
import type { Exchange } from "../calls/exchange.ts";
import type { Company, Line, Tag } from "../company/company.ts";
import { fullName, type User } from "../company/user.ts";
import { RequestError, RequestFields } from "./request-fields.ts";

const FIELDS = [
  "direction",
  "from",
  "to",
  "number",
  "user",
  "alsoRings",
  "outcome",
  "ring",
  "talk",
  "transferTo",
  "tags",
  "comment",
  "missedReason",
  "lateMedia",
  "insights",
];
const OUTCOMES: readonly Outcome[] = ["answered", "missed", "voicemail", "abandoned", "transferred"];

/**
 * Reads the body of `POST /local/calls`.
 *
 * Inbound calls name `from` (or "anonymous") and ring at `user`, without one at everybody of the line whose phone is open and
 * free; outbound calls name `user` and `to`. Without `outcome` nothing is played: people act.
 *
 * @throws RequestError for what does not fit
 */
export function parseCallPlan(exchange: Exchange, body: unknown): CallPlan {
  const { company } = exchange;
  const fields = new RequestFields(body, FIELDS);
  const direction = fields.oneOf("direction", ["inbound", "outbound"]) ?? "inbound";
  const outcome = fields.oneOf("outcome", OUTCOMES) ?? null;
  const line = lineOf(company, fields.number("number", 1));
  const user = userOf(company, fields.text("user"), "user");
  const external = externalOf(fields, direction);
  const transferTo = outcome === "transferred" ? transferTarget(company, fields) : null;
  if (direction === "outbound" && user === null) throw new RequestError('"user" must name the agent who calls');
  if (direction === "outbound" && outcome === "voicemail") throw new RequestError('"voicemail" is an outcome of inbound calls only');
  const named = fields.list("alsoRings").flatMap((email) => userOf(company, String(email), "alsoRings") ?? []);
  const free = freeUsers(exchange, line);
  const isTaken = outcome === "answered" || outcome === "transferred";
  const taker = user ?? (direction === "inbound" && isTaken ? (free[0] ?? company.usersOf(line)[0] ?? null) : null);
  return {
    direction,
    line,
    external,
    user: taker,
    alsoRings: user === null && direction === "inbound" ? [...named, ...free] : named,
    outcome,
    ring: fields.number("ring") ?? 2,
    talk: fields.number("talk") ?? (outcome === "voicemail" ? 3 : 5),
    transferTo,
    tags: fields.list("tags").map((name) => tagOf(company, name)),
    comments: fields.list("comment").map(String),
    missedReason: fields.oneOf("missedReason", MISSED_REASONS) ?? null,
    isMediaLate: fields.flag("lateMedia") ?? false,
    insights: fields.flag("insights") === true ? exampleInsights(company, taker, external) : null,
  };
}

/** People of the line whose phone is open, who are available and have no call. */
export function freeUsers(exchange: Exchange, line: Line): User[] {
  return exchange.company
    .usersOf(line)
    .filter(
      (user) =>
        user.isConnected && user.availabilityStatus !== "unavailable" && user.wrapUpUntil === null && exchange.callOf(user) === null,
    );
}

function externalOf(fields: RequestFields, direction: "inbound" | "outbound"): string | null {
  const key = direction === "inbound" ? "from" : "to";
  if (direction === "inbound" && fields.text("from") === "anonymous") return null;
  const external = fields.phone(key);
  if (external === undefined) throw new RequestError(`"${key}" must be an international number such as +447700900456`);
  return external;
}

/** A line by id; without one the company's first. */
export function lineOf(company: Company, id: number | undefined): Line {
  const line = id === undefined ? [...company.lines.values()][0] : company.lines.get(id);
  if (line === undefined) throw new RequestError(`"number" must be the id of a line: ${[...company.lines.keys()].join(", ")}`);
  return line;
}

/** A user by e-mail; null when none is named. */
export function userOf(company: Company, email: string | undefined, key: string): User | null {
  if (email === undefined) return null;
  const user = company.userByEmail(email);
  if (user === undefined) {
    const known = [...company.users.values()].map((other) => other.email).join(", ");
    throw new RequestError(`"${key}": no user has the e-mail ${email}; there are ${known}`);
  }
  return user;
}

/** A tag by id or name. */
export function tagOf(company: Company, name: string | number): Tag {
  const tag = [...company.tags.values()].find((other) => other.id === name || other.name.toLowerCase() === String(name).toLowerCase());
  if (tag === undefined) {
    throw new RequestError(`no tag is called ${name}; there are ${[...company.tags.values()].map((other) => other.name).join(", ")}`);
  }
  return tag;
}

function transferTarget(company: Company, fields: RequestFields): User | string {
  const text = fields.text("transferTo");
  if (text === undefined) throw new RequestError('"transferTo" must be the e-mail of a user or an international number');
  if (text.includes("@")) {
    const user = userOf(company, text, "transferTo");
    if (user !== null) return user;
  }
  return fields.phone("transferTo") ?? "";
}

function exampleInsights(company: Company, user: User | null, external: string | null): Insights {
  const contact = company.contactByNumber(external);
  const caller = contact?.firstName ?? "The caller";
  const agent = user === null ? "support" : fullName(user);
  return {
    summary: `${caller} asked for a copy of the last invoice; ${agent} promised to send it by Friday.`,
    topics: ["invoice", "billing address"],
    sentiment: "POSITIVE",
    actionItems: ["Send the last invoice to the customer"],
    utterances: [
      { from: "internal", text: `${company.name}, ${agent} speaking.` },
      { from: "external", text: "Hi, I need a copy of my invoice." },
      { from: "internal", text: "Of course, I will send it by Friday." },
    ],
  };
}
