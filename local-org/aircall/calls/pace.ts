/** How long Aircall takes for things; seconds. The defaults are far below the real ones, so that nobody waits for a demo. */
export interface Pace {
  /** A phone rings so long when nobody acts. */
  ringLimit: number;
  /** Somebody called from a phone page or over REST answers after this time; 0 = only the console answers. */
  calleeAnswersAfter: number;
  /** From hang-up to `call.ended`; about 30 in reality. */
  endedAfter: number;
  /** From `call.ended` to `call.voicemail_left`; about 3 in reality. */
  voicemailAfter: number;
  /** From `call.ended` to `call.comm_assets_generated` when media are late; up to 24 hours in reality. */
  assetsAfter: number;
  /** From sending a message to its delivery. */
  deliveredAfter: number;
  /** From `call.ended` to the results of conversation intelligence. */
  insightsAfter: number;
}

export const DEFAULT_PACE: Readonly<Pace> = {
  ringLimit: 30,
  calleeAnswersAfter: 3,
  endedAfter: 1,
  voicemailAfter: 0.3,
  assetsAfter: 2,
  deliveredAfter: 0.5,
  insightsAfter: 1,
};
