/** The phone page and the console on `phone.test.localhost`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { CallError } from "../calls/call-error.ts";
import type { User } from "../company/user.ts";
import { BodyError, readJson, sendJson, sendText } from "../http/json-http.ts";
import { RequestError, RequestFields } from "../local/request-fields.ts";
import type { StandIn } from "../stand-in.ts";
import { pageFiles } from "./pages.ts";
import { actOnPhone } from "./phone-actions.ts";
import type { PhoneHub } from "./phone-hub.ts";
import { consoleState, phoneState } from "./screen-states.ts";
import { Sessions } from "./session.ts";

export interface ScreensOptions {
  /** E-mail of the phone's user before anybody logged in. */
  readonly defaultUser: string;
  readonly log: (line: string) => void;
}

type ScreenHandler = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => Promise<true>;

/** Answers every request to the phone's host. */
export function createScreens(standIn: StandIn, hub: PhoneHub, { defaultUser, log }: ScreensOptions): ScreenHandler {
  const sessions = new Sessions(defaultUser);
  const fileOf = pageFiles();
  const userOf = (incoming: IncomingMessage): User | null => {
    const email = sessions.emailOf(incoming);
    return email === null ? null : (standIn.company.userByEmail(email) ?? null);
  };
  return async (incoming, outgoing, url) => {
    const request = `${incoming.method ?? "GET"} ${url.pathname}`;
    try {
      if (request === "GET /session") sessions.answerLogin(incoming, outgoing, url);
      else if (request === "GET /session/join") sessions.join(incoming, outgoing, url);
      else if (request === "GET /phone/events") openPhone(standIn, hub, outgoing, userOf(incoming));
      else if (request === "GET /console/events")
        hub.listen(
          outgoing,
          null,
          () => consoleState(standIn),
          () => undefined,
        );
      else if (request === "POST /phone/session") {
        const fields = new RequestFields(await readJson(incoming), ["user"]);
        sessions.set(incoming, outgoing, fields.text("user") ?? null);
        sendJson(outgoing, 200, {});
      } else if (request === "POST /phone/actions") {
        const user = userOf(incoming);
        if (user === null) throw new RequestError("Nobody is logged in to the phone");
        sendJson(outgoing, 200, actOnPhone(standIn, user, await readJson(incoming)));
      } else {
        if (request === "GET /") sessions.opened(incoming, outgoing);
        const file = incoming.method === "GET" ? await fileOf(url.pathname) : null;
        if (file === null) sendText(outgoing, 404, "text/plain", "Not found\n");
        else sendText(outgoing, 200, file.type, file.text);
      }
    } catch (error) {
      if (error instanceof RequestError || error instanceof BodyError) sendJson(outgoing, 400, { error: error.message });
      else if (error instanceof CallError) sendJson(outgoing, 409, { error: error.message });
      else {
        log(`${request}: ${error instanceof Error ? error.message : String(error)}`);
        throw error;
      }
    }
    return true;
  };
}

function openPhone(standIn: StandIn, hub: PhoneHub, outgoing: ServerResponse, user: User | null): void {
  if (user !== null) standIn.agents.connect(user);
  hub.listen(
    outgoing,
    user?.id ?? null,
    () => phoneState(standIn, user),
    () => {
      if (user !== null) standIn.agents.disconnect(user);
    },
  );
}
