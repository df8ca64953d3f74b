/** Sending messages in the agents' conversations. Message history cannot be read over REST. */
import { toE164 } from "../company/phone-number.ts";
import { sentMessageJson } from "../wire/message-json.ts";
import { appError, badRequest } from "./rest-error.ts";
import { fieldsOf, find, neededText, ok, type RestRoute, route } from "./rest-route.ts";

const MAXIMUM_BODY = 1600;

export const messageRoutes: readonly RestRoute[] = [
  route("POST", "/v1/numbers/:id/messages/native/send", ({ standIn: { company, messages }, params: [id], body }) => {
    const line = find(company.lines, id);
    const fields = fieldsOf(body);
    const to = toE164(neededText(fields, "to"));
    if (to === null) throw appError(400, "InvalidPayload", "to must be in E.164 format");
    if (to === line.number) throw appError(400, "SameDestinationAsSender", "to is the number itself");
    const text = neededText(fields, "body");
    if (text.length > MAXIMUM_BODY) throw appError(400, "InvalidPayload", `body has more than ${MAXIMUM_BODY} characters`);
    const userId = fields.get("user_id") ?? null;
    const user = userId === null ? null : find(company.users, typeof userId === "number" ? String(userId) : undefined);
    return ok(sentMessageJson(company, messages.send({ line, external: to, body: text, user, media: mediaIn(fields.get("mediaUrl")) })));
  }),
];

function mediaIn(value: unknown): { readonly name: string; readonly type: string; readonly url: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest("mediaUrl must be a list of addresses");
  return value.map((url: unknown) => {
    if (typeof url !== "string" || !URL.canParse(url)) throw badRequest("mediaUrl must be a list of addresses");
    return { name: new URL(url).pathname.split("/").at(-1) ?? "media", type: "application/octet-stream", url };
  });
}
