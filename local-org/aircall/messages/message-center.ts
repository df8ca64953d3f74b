/** Receives and sends messages, and tells the outside of it. */
import type { Company, Line } from "../company/company.ts";
import type { Timers } from "../company/timers.ts";
import type { User } from "../company/user.ts";
import type { Pace } from "../calls/pace.ts";
import { messageEventJson } from "../wire/message-json.ts";
import type { EventName } from "../world/event-names.ts";
import type { Message, MessageMedia } from "./message.ts";

export interface NewMessage {
  readonly line: Line;
  /** E.164. */
  readonly external: string;
  readonly body: string;
  readonly channel?: "whatsapp" | null;
  readonly media?: readonly MessageMedia[];
  readonly user?: User | null;
}

export class MessageCenter {
  /** Oldest first. */
  readonly messages: Message[] = [];
  readonly #company: Company;
  readonly #timers: Timers;
  readonly #pace: Pace;

  constructor(company: Company, timers: Timers, pace: Pace) {
    this.#company = company;
    this.#timers = timers;
    this.#pace = pace;
  }

  /** Somebody writes to a line. */
  receive(received: NewMessage): Message {
    const message = this.#keep(received, "inbound", "received");
    this.#publish(message, "message.received");
    return message;
  }

  /** A line writes to somebody; the delivery is reported after the pace's time. */
  send(sent: NewMessage): Message {
    const message = this.#keep(sent, "outbound", "pending");
    this.#publish(message, "message.sent");
    this.#timers.after(this.#pace.deliveredAfter * 1000, () => {
      message.status = "delivered";
      message.updatedAt = this.#company.now();
      this.#publish(message, "message.status_updated");
    });
    return message;
  }

  #keep(fresh: NewMessage, direction: Message["direction"], status: Message["status"]): Message {
    const at = this.#company.now();
    const message: Message = {
      id: `${String(at).padStart(13, "0")}local${String(this.messages.length + 1).padStart(11, "0")}`,
      direction,
      status,
      body: fresh.body,
      channel: fresh.channel ?? null,
      line: fresh.line,
      external: fresh.external,
      contact: this.#company.contactByNumber(fresh.external),
      user: fresh.user ?? null,
      media: fresh.media ?? [],
      createdAt: at,
      updatedAt: at,
    };
    this.messages.push(message);
    return message;
  }

  #publish(message: Message, event: EventName): void {
    this.#company.outputs.publish(event, messageEventJson(this.#company, message));
    this.#company.outputs.changed();
  }
}
