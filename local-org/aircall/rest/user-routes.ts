/** Users, their availability, and dialling for them. */
import { callOutFromPhone } from "../calls/call-out.ts";
import { type Company, type Line } from "../company/company.ts";
import { toE164 } from "../company/phone-number.ts";
import { SUBSTATUSES, type User, userOf } from "../company/user.ts";
import { lineJson } from "../wire/line-json.ts";
import { userV1Json, userV2Json } from "../wire/rest-user-json.ts";
import { publishUserEvent } from "../wire/user-json.ts";
import { pageOf } from "./paging.ts";
import { badRequest, unknownId, wrongState } from "./rest-error.ts";
import { created, fieldsOf, find, neededText, NOTHING, ok, type RestRequest, type RestRoute, route, textField } from "./rest-route.ts";

type UserJson = (company: Company, user: User) => object;

const availabilityRoutes: readonly RestRoute[] = [
  route("GET", "/v1/users/availabilities", (request) =>
    pageOf(request, {
      items: byId(request),
      key: "users",
      json: (user) => ({ availability: request.standIn.agents.live(user), id: user.id }),
    }),
  ),
  route("GET", "/v1/users/:id/availability", (request) => ok({ availability: request.standIn.agents.live(userIn(request)) })),
];

export const userRoutes: readonly RestRoute[] = [
  ...availabilityRoutes,
  ...crudRoutes("v1", userV1Json),
  ...crudRoutes("v2", userV2Json),
  route("DELETE", "/v1/users/:id", (request) => {
    const user = userIn(request);
    const { company } = request.standIn;
    company.users.delete(user.id);
    for (const team of company.teams.values()) team.users.splice(0, team.users.length, ...team.users.filter((other) => other !== user));
    publishUserEvent(company, user, "user.deleted");
    company.outputs.changed();
    return NOTHING;
  }),
  route("POST", "/v1/users/:id/dial", (request) => {
    const user = freeUser(request);
    const to = numberIn(fieldsOf(request.body));
    request.standIn.company.outputs.phone(user.id, "external_dial", { phone_number: to });
    return NOTHING;
  }),
  route("POST", "/v1/users/:id/calls", (request) => {
    const user = freeUser(request);
    const fields = fieldsOf(request.body);
    const to = numberIn(fields);
    callOutFromPhone(request.standIn.exchange, { line: lineFor(request, user, fields), user, to });
    return NOTHING;
  }),
];

function crudRoutes(version: "v1" | "v2", json: UserJson): RestRoute[] {
  const single = ({ standIn: { company } }: RestRequest, user: User): object => ({ user: json(company, user) });
  const withLines = (request: RestRequest, user: User): object => ({
    user: {
      ...json(request.standIn.company, user),
      ...(version === "v1" ? { numbers: linesOf(request, user).map((line) => lineJson(request.standIn.company, line)) } : {}),
    },
  });
  return [
    route("GET", `/${version}/users`, (request) =>
      pageOf(request, {
        items: byId(request),
        key: "users",
        json: (user) => json(request.standIn.company, user),
        createdAt: (user) => user.createdAt / 1000,
      }),
    ),
    route("POST", `/${version}/users`, (request) => created(single(request, newUser(request)))),
    route("GET", `/${version}/users/:id`, (request) => ok(withLines(request, userIn(request)))),
    route("PUT", `/${version}/users/:id`, (request) => ok(single(request, changeUser(request, userIn(request))))),
    route("GET", `/${version}/users/:id/numbers`, (request) =>
      pageOf(request, {
        items: linesOf(request, userIn(request)),
        key: "numbers",
        json: (line) => lineJson(request.standIn.company, line),
      }),
    ),
  ];
}

function byId({ standIn: { company } }: RestRequest): User[] {
  return [...company.users.values()].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
}

/** By id or e-mail. */
function userIn({ standIn: { company }, params: [id = ""] }: RestRequest): User {
  const user = id.includes("@") ? company.userByEmail(id) : company.users.get(Number(id));
  if (user === undefined) throw unknownId();
  return user;
}

function linesOf({ standIn: { company } }: RestRequest, user: User): Line[] {
  return user.numbers.flatMap((id) => company.lines.get(id) ?? []);
}

function newUser({ standIn: { company }, body }: RestRequest): User {
  const fields = fieldsOf(body);
  const email = neededText(fields, "email");
  if (company.userByEmail(email) !== undefined) throw badRequest("email is taken");
  const id = Math.max(...company.users.keys()) + 1;
  const person = { firstName: neededText(fields, "first_name"), lastName: neededText(fields, "last_name"), email };
  const rest = { language: "en-US", timeZone: "Etc/UTC", wrapUpTime: 0, extension: String(id % 1000), numbers: [], defaultNumber: null };
  const user = userOf({ id, ...person, ...rest }, company.now());
  company.users.set(id, user);
  publishUserEvent(company, user, "user.created");
  company.outputs.changed();
  return user;
}

/** Fields as listed by Aircall, and the availability, of which the public documentation does not say whether it may be set here. */
function changeUser({ standIn, body }: RestRequest, user: User): User {
  const fields = fieldsOf(body);
  const { company, agents, faults } = standIn;
  const availability = fields.get("availability_status");
  const substatus = fields.get("substatus");
  if (availability !== undefined || substatus !== undefined) {
    if (faults.refuseAvailability) throw badRequest("availability_status can not be changed");
    const reason = SUBSTATUSES.find((known) => known === substatus);
    if (substatus !== undefined && reason === undefined) throw badRequest(`substatus must be one of ${SUBSTATUSES.join(", ")}`);
    const status = availability ?? (reason === "always_opened" ? "available" : "unavailable");
    if (status !== "available" && status !== "custom" && status !== "unavailable") {
      throw badRequest("availability_status must be available, custom or unavailable");
    }
    agents.setAvailability(user, status, reason);
  }
  user.firstName = textField(fields, "first_name") ?? user.firstName;
  user.lastName = textField(fields, "last_name") ?? user.lastName;
  user.email = textField(fields, "email") ?? user.email;
  user.language = textField(fields, "language") ?? user.language;
  user.timeZone = textField(fields, "time_zone") ?? user.timeZone;
  user.extension = textField(fields, "extension") ?? user.extension;
  const wrapUp = fields.get("wrap_up_time");
  if (wrapUp !== undefined) {
    if (typeof wrapUp !== "number" || wrapUp < 0) throw badRequest("wrap_up_time must be a number of seconds");
    user.wrapUpTime = wrapUp;
  }
  const line = fields.get("default_number_id");
  if (line === null) user.defaultNumber = null;
  else if (line !== undefined) user.defaultNumber = find(company.lines, typeof line === "number" ? String(line) : undefined).id;
  company.outputs.changed();
  return user;
}

/** The user must be there, available and in no call. */
function freeUser(request: RestRequest): User {
  const user = userIn(request);
  if (request.standIn.agents.live(user) !== "available" || request.standIn.exchange.callOf(user) !== null) {
    throw wrongState("The user is currently unavailable");
  }
  return user;
}

function numberIn(fields: ReadonlyMap<string, unknown>): string {
  const to = toE164(neededText(fields, "to"));
  if (to === null) throw badRequest("to must be in E.164 format");
  return to;
}

function lineFor({ standIn: { company } }: RestRequest, user: User, fields: ReadonlyMap<string, unknown>): Line {
  const id = fields.get("number_id");
  const line = typeof id === "number" ? company.lines.get(id) : undefined;
  if (line === undefined || !user.numbers.includes(line.id)) throw badRequest("number_id must be an active number of the user");
  return line;
}
