/** Ping, company, lines, teams and tags. */
import type { Tag, Team } from "../company/company.ts";
import { lineJson } from "../wire/line-json.ts";
import { publishLineEvent } from "../wire/line-events.ts";
import { restUserJson, teamUserJson } from "../wire/rest-user-json.ts";
import { pageOf } from "./paging.ts";
import { badRequest } from "./rest-error.ts";
import { created, fieldsOf, find, neededText, NOTHING, ok, type RestRequest, type RestRoute, route, textField } from "./rest-route.ts";

export const companyRoutes: readonly RestRoute[] = [
  route("GET", "/v1/ping", () => ok({ ping: "pong" })),
  route("GET", "/v1/company", ({ standIn: { company } }) =>
    ok({ company: { name: company.name, users_count: company.users.size, numbers_count: company.lines.size } }),
  ),

  route("GET", "/v1/numbers", (request) =>
    pageOf(request, {
      items: [...request.standIn.company.lines.values()],
      key: "numbers",
      json: (line) => lineJson(request.standIn.company, line),
      createdAt: (line) => line.createdAt / 1000,
    }),
  ),
  route("GET", "/v1/numbers/:id", ({ standIn: { company }, params: [id] }) => ok({ number: singleLine(company, id) })),
  route("PUT", "/v1/numbers/:id", ({ standIn: { company }, params: [id], body }) => {
    const line = find(company.lines, id);
    const fields = fieldsOf(body);
    line.name = textField(fields, "name") ?? line.name;
    const priority = fields.get("priority");
    if (priority === null || priority === 0 || priority === 1) line.priority = priority;
    else if (priority !== undefined) throw badRequest("priority must be null, 0 or 1");
    const availability = fields.get("availability_status");
    if (availability === "open" || availability === "custom" || availability === "closed") {
      const isChanged = availability !== line.availability;
      line.availability = availability;
      if (isChanged) publishLineEvent(company, line, availability === "closed" ? "number.closed" : "number.opened");
    }
    company.outputs.changed();
    return ok({ number: singleLine(company, id) });
  }),

  route("GET", "/v1/teams", (request) =>
    pageOf(request, {
      items: [...request.standIn.company.teams.values()],
      key: "teams",
      json: (team) => teamJson(request, team),
      createdAt: (team) => team.createdAt / 1000,
    }),
  ),
  route("POST", "/v1/teams", (request) => {
    const { company } = request.standIn;
    const name = neededText(fieldsOf(request.body), "name");
    if (name.length > 64 || [...company.teams.values()].some((team) => team.name === name)) {
      throw badRequest("name must be unique and have at most 64 characters");
    }
    const team: Team = { id: company.nextId(), name, users: [], createdAt: company.now() };
    company.teams.set(team.id, team);
    return created({ team: teamJson(request, team) });
  }),
  route("GET", "/v1/teams/:id", (request) => ok({ team: teamJson(request, find(request.standIn.company.teams, request.params[0])) })),
  route("DELETE", "/v1/teams/:id", ({ standIn: { company }, params: [id] }) => {
    company.teams.delete(find(company.teams, id).id);
    return NOTHING;
  }),
  route("POST", "/v1/teams/:id/users/:user_id", (request) => {
    const { company } = request.standIn;
    const team = find(company.teams, request.params[0]);
    const user = find(company.users, request.params[1]);
    if (!team.users.includes(user)) team.users.push(user);
    return created({ team: teamJson(request, team) });
  }),
  route("DELETE", "/v1/teams/:id/users/:user_id", (request) => {
    const { company } = request.standIn;
    const team = find(company.teams, request.params[0]);
    const user = find(company.users, request.params[1]);
    team.users.splice(0, team.users.length, ...team.users.filter((other) => other !== user));
    return ok({ team: teamJson(request, team) });
  }),

  route("GET", "/v1/tags", (request) => pageOf(request, { items: [...request.standIn.company.tags.values()], key: "tags", json: tagJson })),
  // The live service answers 200 and drops the description.
  route("POST", "/v1/tags", ({ standIn: { company }, body }) => {
    const fields = fieldsOf(body);
    const tag: Tag = { id: company.nextId(), name: neededText(fields, "name"), color: colorOf(fields.get("color")), description: null };
    if ([...company.tags.values()].some(({ name }) => name === tag.name)) throw badRequest("name must be unique");
    company.tags.set(tag.id, tag);
    company.outputs.changed();
    return ok({ tag: tagJson(tag) });
  }),
  route("GET", "/v1/tags/:id", ({ standIn: { company }, params: [id] }) => ok({ tag: tagJson(find(company.tags, id)) })),
  route("PUT", "/v1/tags/:id", ({ standIn: { company }, params: [id], body }) => {
    const tag = find(company.tags, id);
    const fields = fieldsOf(body);
    tag.name = textField(fields, "name") ?? tag.name;
    if (fields.get("color") !== undefined) tag.color = colorOf(fields.get("color"));
    company.outputs.changed();
    return ok({ tag: tagJson(tag) });
  }),
  route("DELETE", "/v1/tags/:id", ({ standIn: { company, exchange }, params: [id] }) => {
    const tag = find(company.tags, id);
    company.tags.delete(tag.id);
    for (const call of exchange.calls.values()) call.tags = call.tags.filter((entry) => entry.tag !== tag);
    company.outputs.changed();
    return NOTHING;
  }),
];

function singleLine(company: RestRequest["standIn"]["company"], id: string | undefined): object {
  const line = find(company.lines, id);
  return { ...lineJson(company, line), users: company.usersOf(line).map((user) => restUserJson(company, user)) };
}

function teamJson({ standIn: { company } }: RestRequest, team: Team): object {
  return {
    id: team.id,
    name: team.name,
    direct_link: `${company.apiAddress}/v1/teams/${team.id}`,
    created_at: new Date(team.createdAt).toISOString(),
    users: team.users.map((user) => teamUserJson(company, user)),
  };
}

function tagJson({ id, name, color, description }: Tag): object {
  return { id, name, color, description };
}

function colorOf(value: unknown): string {
  if (typeof value !== "string" || !/^#[0-9a-f]{6}$/i.test(value)) throw badRequest("color must have the form #RRGGBB");
  return value;
}
