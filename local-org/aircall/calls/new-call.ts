import { createHash } from "node:crypto";
import type { Company } from "../company/company.ts";
import type { Call } from "./call.ts";

/** A call that starts now; nobody's phone rings yet. */
export function newCall(company: Company, start: Pick<Call, "id" | "direction" | "line" | "external" | "isPlanned">): Call {
  return {
    ...start,
    uuid: `CA${createHash("md5").update(`call ${start.id}`).digest("hex")}`,
    contact: company.contactByNumber(start.external),
    startedAt: company.now(),
    answeredAt: null,
    endedAt: null,
    missedReason: null,
    user: null,
    holder: null,
    ringing: [],
    isOnHold: false,
    isRecordingPaused: false,
    transferredBy: null,
    transferredTo: null,
    isTransferPending: false,
    externalTransferredTo: null,
    assignedTo: null,
    isArchived: false,
    comments: [],
    tags: [],
    recording: null,
    voicemail: null,
    isMediaReady: false,
    isFinished: false,
    insights: null,
    cards: [],
    cancels: [],
  };
}
