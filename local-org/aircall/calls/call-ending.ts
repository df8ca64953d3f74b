/** What Aircall sends after a call is over. */
import { insightEvents } from "../wire/insights-json.ts";
import type { Call } from "./call.ts";
import type { Exchange } from "./exchange.ts";

/** Plans `call.ended` and, where they belong, `call.voicemail_left`, `call.comm_assets_generated` and the intelligence events. */
export function endedLater(exchange: Exchange, call: Call, isMediaLate: boolean): void {
  const { pace, timers } = exchange;
  timers.after(pace.endedAfter * 1000, () => {
    call.isFinished = true;
    call.isMediaReady = !isMediaLate;
    exchange.publish(call, "call.ended");
    if (isMediaLate) timers.after(pace.assetsAfter * 1000, () => assetsArrive(exchange, call));
    else if (call.voicemail !== null) timers.after(pace.voicemailAfter * 1000, () => exchange.publish(call, "call.voicemail_left"));
    if (call.insights !== null) timers.after(pace.insightsAfter * 1000, () => publishInsights(exchange, call));
  });
}

function assetsArrive(exchange: Exchange, call: Call): void {
  call.isMediaReady = true;
  exchange.publish(call, "call.comm_assets_generated");
  if (call.voicemail !== null) exchange.publish(call, "call.voicemail_left");
}

function publishInsights(exchange: Exchange, call: Call): void {
  for (const { event, data } of insightEvents(call)) exchange.company.outputs.publish(event, data);
}
