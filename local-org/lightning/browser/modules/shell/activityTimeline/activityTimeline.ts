import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { org } from "../org/org.ts";
import { timeline } from "../orgApi/orgApi.ts";
import { openCreate } from "../recordModal/recordModal.ts";
import { onRefresh } from "../refresh/refresh.ts";
import { groupByMonth, type MonthGroup } from "../timelineMonths/timelineMonths.ts";
import type { Timeline, TimelineItem } from "../../../../../salesforce/ui-api/wire.ts";

/** Objects that a task names by WhoId; all others by WhatId. */
const PEOPLE: ReadonlySet<string> = new Set(["Contact", "Lead"]);

/** What is to be done about a record, and what was done. */
export default class ActivityTimeline extends LightningElement {
  @api objectApiName = "";
  answer: Timeline | null = null;
  fault: Fault | null = null;
  isBusy = false;
  isExpanded = false;
  closed: readonly string[] = [];
  #id = "";
  #run = 0;
  #endRefresh: (() => void) | null = null;

  @api
  get recordId(): string {
    return this.#id;
  }
  set recordId(id: string) {
    if (id === this.#id) return;
    this.#id = id;
    this.answer = null;
    if (this.isConnected) void this.#load();
  }

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    this.isBusy = true;
    try {
      const answer = await timeline(this.#id);
      if (run !== this.#run) return;
      this.answer = answer;
      this.fault = null;
    } catch (error) {
      if (run === this.#run) this.fault = faultOf(error);
    } finally {
      if (run === this.#run) this.isBusy = false;
    }
  }

  get upcoming(): readonly TimelineItem[] {
    return this.answer?.upcoming ?? [];
  }

  get months(): readonly MonthGroup<TimelineItem>[] {
    return groupByMonth(this.answer?.past ?? [], new Date(), org().session.user.timeZone);
  }

  get hasUpcoming(): boolean {
    return this.upcoming.length > 0;
  }

  get hasPast(): boolean {
    return (this.answer?.past.length ?? 0) > 0;
  }

  get isWaiting(): boolean {
    return this.answer === null && this.fault === null;
  }

  get isUpcomingOpen(): boolean {
    return !this.closed.includes("upcoming");
  }

  get isPastOpen(): boolean {
    return !this.closed.includes("past");
  }

  get upcomingIcon(): string {
    return this.isUpcomingOpen ? "utility:chevrondown" : "utility:chevronright";
  }

  get pastIcon(): string {
    return this.isPastOpen ? "utility:chevrondown" : "utility:chevronright";
  }

  get upcomingExpanded(): string {
    return String(this.isUpcomingOpen);
  }

  get pastExpanded(): string {
    return String(this.isPastOpen);
  }

  get expandLabel(): string {
    return this.isExpanded ? "Collapse All" : "Expand All";
  }

  handleSection(event: Event): void {
    const key = event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset["key"] ?? "") : "";
    this.closed = this.closed.includes(key) ? this.closed.filter((other) => other !== key) : [...this.closed, key];
  }

  handleExpandAll(): void {
    this.isExpanded = !this.isExpanded;
  }

  handleRefresh(): void {
    void this.#load();
  }

  handleNewTask(): void {
    const related = PEOPLE.has(this.objectApiName) ? "WhoId" : "WhatId";
    openCreate("Task", { [related]: this.#id });
  }
}
