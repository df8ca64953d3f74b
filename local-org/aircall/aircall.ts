/** The stand-in for Aircall: its REST API, its webhooks, its phone, and a console to steer it. */
import type { HttpHandler } from "../http/http-handler.ts";
import { Agents } from "./calls/agents.ts";
import { Exchange } from "./calls/exchange.ts";
import { DEFAULT_PACE, type Pace } from "./calls/pace.ts";
import { WrapUps } from "./calls/wrap-ups.ts";
import { Company, type CompanyOutputs } from "./company/company.ts";
import { Timers } from "./company/timers.ts";
import { answerLocal } from "./local/local-routes.ts";
import { answerMedia } from "./media/media-routes.ts";
import { MessageCenter } from "./messages/message-center.ts";
import { createRestApi } from "./rest/rest-api.ts";
import { PhoneHub } from "./screens/phone-hub.ts";
import { createScreens } from "./screens/screens.ts";
import type { StandIn } from "./stand-in.ts";
import { Deliveries } from "./webhooks/deliveries.ts";
import type { Webhook } from "./webhooks/webhook.ts";
import type { World } from "./world/world.ts";

export const API_HOST = "api.test.localhost";
export const PHONE_HOST = "phone.test.localhost";

export interface AircallOptions {
  /** The port that the local org listens on: part of every address that the stand-in gives out. */
  readonly port: number;
  readonly world: World;
  /** UNIX milliseconds; the system's clock by default. Timers always run in real time. */
  readonly now?: () => number;
  /** Gets a line for what nobody is told otherwise. */
  readonly log?: (line: string) => void;
}

export interface Aircall {
  /** Answers every request to `api.test.localhost` and `phone.test.localhost`, and no other. */
  readonly handler: HttpHandler;
  /** Ends timers, deliveries and open event streams. */
  close(): void;
}

/** Sets up one stand-in; nothing listens until its handler is called. */
export function createAircall({ port, world, now = Date.now, log = () => undefined }: AircallOptions): Aircall {
  const timers = new Timers();
  const pace: Pace = { ...DEFAULT_PACE };
  const hub = new PhoneHub(timers);
  const deliveries = new Deliveries(timers, now, () => hub.changed());
  const webhooks = new Map<string, Webhook>();
  const outputs: CompanyOutputs = {
    publish: (event, data) => deliveries.publish(webhooks.values(), event, data),
    phone: (userId, name, value) => hub.send(userId, name, value),
    changed: () => hub.changed(),
  };
  const company = new Company({ world, apiAddress: `http://${API_HOST}:${port}`, now, outputs });
  world.webhooks.forEach(({ id, name, url, token, events }, index) =>
    webhooks.set(id, {
      number: 71_250_001 + index,
      id,
      name,
      url,
      token,
      events,
      isActive: true,
      createdAt: company.now(),
      failures: 0,
      isDeleted: false,
    }),
  );
  const wrapUps = new WrapUps(company, timers);
  const exchange = new Exchange(company, timers, pace, wrapUps);
  const standIn: StandIn = {
    company,
    exchange,
    wrapUps,
    agents: new Agents(company, exchange, timers),
    messages: new MessageCenter(company, timers, pace),
    deliveries,
    webhooks,
    faults: { rest: null, latencyMs: 0, refuseAvailability: false },
    phoneSettings: { dialAtOnce: false, answers: "normal" },
    pace,
  };
  const answerRest = createRestApi(standIn, timers);
  const screens = createScreens(standIn, hub, { defaultUser: world.defaultUser, log });
  const handler: HttpHandler = async (incoming, outgoing, url) => {
    if (url.hostname !== API_HOST && url.hostname !== PHONE_HOST) return false;
    if (url.pathname.startsWith("/local/") && (await answerLocal(standIn, incoming, outgoing, url))) return true;
    if (url.hostname === PHONE_HOST) return screens(incoming, outgoing, url);
    if (answerMedia(standIn, incoming, outgoing, url)) return true;
    return answerRest(incoming, outgoing, url);
  };
  return {
    handler,
    close: () => {
      timers.close();
      deliveries.close();
      hub.close();
    },
  };
}
