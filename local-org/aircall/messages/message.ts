/** Text messages of the company's lines. */
import type { Contact, Line } from "../company/company.ts";
import type { User } from "../company/user.ts";

export interface MessageMedia {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly url: string;
}

export interface Message {
  /** 13 digits of milliseconds, then letters and digits. */
  readonly id: string;
  readonly direction: "inbound" | "outbound";
  status: "received" | "pending" | "sent" | "delivered" | "failed";
  readonly body: string;
  /** null = SMS or MMS. */
  readonly channel: "whatsapp" | null;
  readonly line: Line;
  /** E.164. */
  readonly external: string;
  readonly contact: Contact | null;
  /** Who sent it; null for received ones and those sent over the API without a user. */
  readonly user: User | null;
  readonly media: readonly MessageMedia[];
  /** UNIX milliseconds. */
  readonly createdAt: number;
  updatedAt: number;
}
