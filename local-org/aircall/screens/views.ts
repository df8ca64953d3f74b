/** What the stand-in's two pages are shown. Plain data: goes over the wire as JSON and is read in the browser. Times are UNIX milliseconds. */

export interface LineView {
  readonly id: number;
  readonly name: string;
  readonly number: string;
}

export interface TagView {
  readonly id: number;
  readonly name: string;
  readonly color: string;
}

export interface CallView {
  readonly id: number;
  readonly direction: "inbound" | "outbound";
  readonly status: "initial" | "answered" | "done";
  /** E.164; null = anonymous. */
  readonly external: string | null;
  readonly externalDisplay: string;
  readonly contactName: string | null;
  readonly companyName: string | null;
  readonly line: LineView;
  /** E-mail. */
  readonly user: string | null;
  readonly userName: string | null;
  readonly holder: string | null;
  readonly ringing: readonly string[];
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly duration: number;
  readonly missedReason: string | null;
  readonly hasVoicemail: boolean;
  readonly hasRecording: boolean;
  readonly isOnHold: boolean;
  readonly isTransferPending: boolean;
  readonly transferredTo: string | null;
  readonly isFinished: boolean;
  readonly tags: readonly TagView[];
  readonly comments: readonly { readonly content: string; readonly author: string | null; readonly postedAt: number }[];
  /** Lines that an integration shows about the caller. */
  readonly cards: readonly { readonly label: string | null; readonly text: string; readonly link: string | null }[];
}

export interface AgentView {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly connected: boolean;
  readonly availability: "available" | "offline" | "do_not_disturb" | "in_call" | "after_call_work";
  readonly availabilityStatus: "available" | "custom" | "unavailable";
  readonly substatus: string;
  readonly callId: number | null;
}

export interface DeliveryView {
  readonly id: number;
  readonly event: string;
  readonly webhook: string;
  readonly url: string;
  readonly attempt: number;
  /** ISO 8601. */
  readonly at: string;
  readonly state: "sending" | "delivered" | "failed" | "lost";
  readonly status: number | null;
  readonly ms: number | null;
  readonly answer: string;
  /** Id of the call, message, user ... that the event is about. */
  readonly subject: number | string | null;
  readonly body?: object;
}

export interface MessageView {
  readonly id: string;
  readonly direction: "inbound" | "outbound";
  readonly status: string;
  readonly body: string;
  readonly channel: "whatsapp" | null;
  readonly line: LineView;
  readonly external: string;
  readonly externalDisplay: string;
  readonly contactName: string | null;
  readonly userName: string | null;
  readonly mediaCount: number;
  readonly createdAt: number;
}

export interface ContactView {
  readonly id: number;
  readonly name: string;
  readonly company: string | null;
  readonly numbers: readonly { readonly label: string; readonly value: string; readonly display: string }[];
}

/** What the phone page shows. */
export interface PhoneState {
  readonly companyName: string;
  /** null: nobody is logged in to the phone. */
  readonly me: (AgentView & { readonly firstName: string; readonly lastName: string; readonly wrapUpUntil: number | null }) | null;
  /** Whom one can log in as. */
  readonly people: readonly { readonly email: string; readonly name: string }[];
  readonly colleagues: readonly AgentView[];
  readonly lines: readonly LineView[];
  readonly defaultLine: number | null;
  readonly tags: readonly TagView[];
  /** The call that this agent has or that rings. */
  readonly call: CallView | null;
  /** This agent's past calls and missed calls of the agent's lines, newest first. */
  readonly history: readonly CallView[];
  /** The call for which the phone asks for notes, or null. */
  readonly afterCall: number | null;
  /** Messages of the agent's lines, oldest first. */
  readonly messages: readonly MessageView[];
  readonly contacts: readonly ContactView[];
  readonly dialAtOnce: boolean;
  readonly answers: "normal" | "none" | "late" | "invalid" | "no_code";
  /** The server's clock. */
  readonly now: number;
}

export interface WebhookView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly isActive: boolean;
  readonly failures: number;
  readonly eventCount: number;
}

/** What the console shows. */
export interface ConsoleState {
  readonly companyName: string;
  readonly agents: readonly AgentView[];
  readonly lines: readonly (LineView & { readonly availability: string })[];
  readonly contacts: readonly ContactView[];
  readonly tags: readonly TagView[];
  /** Newest first. */
  readonly calls: readonly CallView[];
  /** Newest first. */
  readonly messages: readonly MessageView[];
  /** Newest first. */
  readonly deliveries: readonly DeliveryView[];
  readonly pendingDeliveries: number;
  readonly webhooks: readonly WebhookView[];
  readonly settings: {
    readonly repeat: number;
    readonly drop: number;
    readonly delay: readonly [number, number];
    readonly shuffle: boolean;
    readonly seed: number;
    readonly enabled: boolean;
  };
  readonly faults: {
    readonly rest: { readonly status: number; readonly count: number; readonly retryAfter: number | null } | null;
    readonly latencyMs: number;
    readonly refuseAvailability: boolean;
  };
  readonly phone: { readonly dialAtOnce: boolean; readonly answers: "normal" | "none" | "late" | "invalid" | "no_code" };
  readonly pace: Readonly<Record<string, number>>;
  readonly now: number;
}
