import { LightningElement, api } from "lwc";
import blocked from "@salesforce/label/c.Recording_Blocked";
import notAllowed from "@salesforce/label/c.Recording_Error_Permission";
import unavailable from "@salesforce/label/c.Recording_Error_Unavailable";
import loading from "@salesforce/label/c.Recording_Loading";
import none from "@salesforce/label/c.Recording_None";
import openAircall from "@salesforce/label/c.Recording_Open_Aircall";
import openTab from "@salesforce/label/c.Recording_Open_Tab";
import playRecording from "@salesforce/label/c.Recording_Play";
import retry from "@salesforce/label/c.Recording_Retry";
import recordingTitle from "@salesforce/label/c.Recording_Title";
import unreadable from "@salesforce/label/c.Recording_Unreadable";
import playVoicemail from "@salesforce/label/c.Voicemail_Play";
import voicemailTitle from "@salesforce/label/c.Voicemail_Title";
import findRecording from "@salesforce/apex/RecordingController.find";
import signRecording from "@salesforce/apex/RecordingController.sign";
import { fillIn, wordError } from "c/callWords";
import { originOf, parseMediaLink, parseRecordingInfo } from "./recordingInfo";
import type { RecordingInfo } from "./recordingInfo";

/**
 * Plays the recording or voicemail of the call that a Task or Aircall Log is about; shows nothing on other records. The link
 * that plays lives for an hour: it is asked for when somebody presses play, and again when it has died meanwhile.
 */
export default class RecordingPlayer extends LightningElement {
  @api
  get recordId(): string {
    return this.#recordId;
  }
  set recordId(recordId: string) {
    if (recordId === this.#recordId) return;
    this.#recordId = recordId;
    this.start();
  }

  readonly labels = { loading, none, openAircall, openTab, retry };
  info: RecordingInfo | null = null;
  isUnreadable = false;
  isFetching = false;
  problem = "";
  /** Signed link; null until somebody pressed play. */
  link: string | null = null;
  isBlocked = false;

  #recordId = "";
  #run = 0;
  /** Whether the link has played: then an error means that it died. */
  #hasPlayed = false;
  #resumeAt = 0;
  #wantsFocus = false;

  override connectedCallback(): void {
    this.start();
  }

  override disconnectedCallback(): void {
    this.#run += 1;
  }

  override renderedCallback(): void {
    const audio = this.template?.querySelector("audio");
    if (!this.#wantsFocus || !audio) return;
    this.#wantsFocus = false;
    audio.focus();
  }

  get isShown(): boolean {
    return this.info !== null || this.isUnreadable;
  }

  get heading(): string {
    return this.info?.kind === "Voicemail" ? voicemailTitle : recordingTitle;
  }

  get playLabel(): string {
    return this.info?.kind === "Voicemail" ? playVoicemail : playRecording;
  }

  /** What stands in the player's place; empty when it can be used. */
  get message(): string {
    if (this.isUnreadable) return unreadable;
    if (this.info?.kind == null) return none;
    return this.info.isAllowed ? "" : notAllowed;
  }

  /** A person can look again whether there is a recording by now; a missing right stays missing. */
  get canLookAgain(): boolean {
    return this.isUnreadable || this.info?.kind == null;
  }

  get isPlaying(): boolean {
    return this.link !== null && !this.isBlocked;
  }

  get canPlay(): boolean {
    return !this.isFetching && !this.isPlaying && !this.isBlocked && this.problem === "";
  }

  get blockedText(): string {
    return this.link === null ? "" : fillIn(blocked, originOf(this.link));
  }

  get pageLink(): string | null {
    return this.info?.pageLink ?? null;
  }

  handleLookAgain(): void {
    this.start();
  }

  handlePlay(): void {
    this.#wantsFocus = true;
    this.fetch();
  }

  handleLoaded(event: Event): void {
    this.#hasPlayed = true;
    const audio = event.currentTarget;
    if (this.#resumeAt > 0 && audio instanceof HTMLMediaElement) audio.currentTime = this.#resumeAt;
    this.#resumeAt = 0;
  }

  handleFailed(event: Event): void {
    if (this.link === null) return;
    const audio = event.currentTarget;
    if (this.#hasPlayed) {
      this.#resumeAt = audio instanceof HTMLMediaElement ? audio.currentTime : 0;
      this.fetch();
      return;
    }
    this.isBlocked = true;
    window.open(this.link, "_blank", "noopener");
  }

  private start(): void {
    const run = ++this.#run;
    this.info = null;
    this.isUnreadable = false;
    this.stop();
    if (!this.isConnected || this.#recordId === "") return;
    findRecording({ recordId: this.#recordId }).then(
      (answer) => {
        if (run === this.#run) this.info = parseRecordingInfo(answer);
      },
      () => {
        if (run === this.#run) this.isUnreadable = true;
      },
    );
  }

  private stop(): void {
    this.link = null;
    this.isBlocked = false;
    this.isFetching = false;
    this.problem = "";
    this.#hasPlayed = false;
  }

  private fetch(): void {
    const run = this.#run;
    this.stop();
    this.isFetching = true;
    signRecording({ recordId: this.#recordId }).then(
      (answer) => {
        if (run === this.#run) this.play(parseMediaLink(answer));
      },
      (error: unknown) => {
        if (run !== this.#run) return;
        this.isFetching = false;
        this.problem = wordError(error) ?? unavailable;
      },
    );
  }

  private play(link: string | null): void {
    this.isFetching = false;
    this.link = link;
    this.problem = link === null ? unavailable : "";
  }
}
