import { type EventName, isEventName, RESOURCES } from "./event-names.ts";
import { JsonReader, WorldError } from "./json-reader.ts";
import type { LabelledValue, World, WorldContact, WorldLine, WorldTag, WorldTeam, WorldUser, WorldWebhook } from "./world.ts";

const E164 = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a world as `config/demo/aircall.json` has it.
 *
 * @param text JSON; `${port}` in it becomes `port`
 * @param port the port that the local org listens on
 * @throws WorldError naming the place: no JSON, an unknown or missing key, a value of the wrong form, an id that refers to nothing or comes twice
 */
export function parseWorld(text: string, port: number): World {
  let value: unknown;
  try {
    value = JSON.parse(text.replaceAll("${port}", String(port)));
  } catch (error) {
    throw new WorldError("", `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const reader = new JsonReader(value);
  const company = reader.object("company");
  const credential = reader.object("credential");
  const world: World = {
    company: { id: company.whole("id"), name: company.text("name") },
    credential: { id: credential.text("id"), token: credential.text("token") },
    defaultUser: reader.matching("defaultUser", EMAIL, "an e-mail address"),
    numbers: reader.list("numbers", line),
    users: reader.list("users", user),
    teams: reader.list("teams", team),
    tags: reader.list("tags", tag),
    contacts: reader.list("contacts", contact),
    webhooks: reader.list("webhooks", webhook),
  };
  for (const part of [company, credential, reader]) part.finish();
  checkIds(world);
  return world;
}

function line(reader: JsonReader): WorldLine {
  return {
    id: reader.whole("id"),
    name: reader.text("name"),
    number: reader.matching("number", E164, "E.164, such as +442079460123"),
    country: reader.matching("country", /^[A-Z]{2}$/, "a country of two letters, such as GB"),
    timeZone: reader.text("timeZone"),
    availability: reader.oneOf("availability", ["open", "custom", "closed"]),
    recording: reader.flag("recording"),
  };
}

function user(reader: JsonReader): WorldUser {
  return {
    id: reader.whole("id"),
    email: reader.matching("email", EMAIL, "an e-mail address"),
    firstName: reader.text("firstName"),
    lastName: reader.text("lastName"),
    language: reader.text("language"),
    timeZone: reader.text("timeZone"),
    wrapUpTime: reader.whole("wrapUpTime", 0),
    extension: reader.text("extension"),
    numbers: reader.wholes("numbers"),
    defaultNumber: reader.wholeOrNull("defaultNumber"),
  };
}

function team(reader: JsonReader): WorldTeam {
  return { id: reader.whole("id"), name: reader.text("name"), users: reader.wholes("users") };
}

function tag(reader: JsonReader): WorldTag {
  return {
    id: reader.whole("id"),
    name: reader.text("name"),
    color: reader.matching("color", /^#[0-9a-f]{6}$/i, "a colour such as #29C8FF"),
    description: reader.textOrNull("description"),
  };
}

function contact(reader: JsonReader): WorldContact {
  const value = (item: JsonReader): LabelledValue => ({ id: item.whole("id"), label: item.text("label"), value: item.text("value") });
  return {
    id: reader.whole("id"),
    firstName: reader.textOrNull("firstName"),
    lastName: reader.textOrNull("lastName"),
    companyName: reader.textOrNull("companyName"),
    information: reader.textOrNull("information"),
    phoneNumbers: reader.list("phoneNumbers", value),
    emails: reader.list("emails", value),
  };
}

function webhook(reader: JsonReader): WorldWebhook {
  return {
    id: reader.matching("id", UUID, "a UUID in lower case"),
    name: reader.text("name"),
    url: reader.matching("url", /^https?:\/\/\S+$/, "an http or https address"),
    token: reader.matching("token", /^[0-9a-f]{32}$/, "32 hexadecimal digits"),
    events: reader.texts("events").flatMap((name): readonly EventName[] => {
      const events = isEventName(name) ? [name] : RESOURCES.get(name);
      if (events === undefined) throw reader.error("events", `${JSON.stringify(name)} is neither an event nor a resource of Aircall`);
      return events;
    }),
  };
}

function checkIds(world: World): void {
  const lines = unique("numbers", world.numbers);
  const users = unique("users", world.users);
  for (const [key, items] of Object.entries({ teams: world.teams, tags: world.tags, contacts: world.contacts })) unique(key, items);
  if (!world.users.some(({ email }) => email === world.defaultUser))
    throw new WorldError("defaultUser", `no user has the e-mail ${world.defaultUser}`);
  world.users.forEach((entry, index) => {
    const needed = entry.defaultNumber === null ? entry.numbers : [...entry.numbers, entry.defaultNumber];
    needed.forEach((id) => refer(`users[${index}].numbers`, id, lines, "number"));
  });
  world.teams.forEach((entry, index) => entry.users.forEach((id) => refer(`teams[${index}].users`, id, users, "user")));
}

function unique(key: string, items: readonly { readonly id: number }[]): ReadonlySet<number> {
  const ids = new Set<number>();
  items.forEach(({ id }, index) => {
    if (ids.has(id)) throw new WorldError(`${key}[${index}].id`, `${id} comes twice`);
    ids.add(id);
  });
  return ids;
}

function refer(path: string, id: number, known: ReadonlySet<number>, what: string): void {
  if (!known.has(id)) throw new WorldError(path, `no ${what} has the id ${id}`);
}
