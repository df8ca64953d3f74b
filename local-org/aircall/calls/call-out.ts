import type { Call } from "./call.ts";
import type { Exchange, OutboundCall } from "./exchange.ts";

/** An agent calls from the phone: rings until the other party answers by itself (the pace's time), the console answers, or the limit. */
export function callOutFromPhone(exchange: Exchange, outbound: OutboundCall): Call {
  const call = exchange.startOutbound(outbound);
  const { calleeAnswersAfter, ringLimit } = exchange.pace;
  const isOpen = (): boolean => call.endedAt === null && call.answeredAt === null;
  if (calleeAnswersAfter > 0) {
    call.cancels.push(
      exchange.timers.after(calleeAnswersAfter * 1000, () => {
        if (isOpen()) exchange.answer(call, outbound.user);
      }),
    );
  }
  call.cancels.push(
    exchange.timers.after(ringLimit * 1000, () => {
      if (isOpen()) exchange.hangUp(call);
    }),
  );
  return call;
}
