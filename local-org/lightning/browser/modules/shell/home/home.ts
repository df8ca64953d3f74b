import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { org } from "../org/org.ts";
import { recordNames, rowsOf } from "../orgApi/orgApi.ts";
import { addressOf } from "../pages/pages.ts";
import { recentRecords } from "../recents/recents.ts";
import { openCreate } from "../recordModal/recordModal.ts";
import { onRefresh } from "../refresh/refresh.ts";

interface TaskRow {
  readonly id: string;
  readonly subject: string;
  readonly href: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly about: string;
}

interface RecentRow {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: string;
}

/** The home page: a greeting, today's tasks, records opened lately. */
export default class Home extends LightningElement {
  tasks: readonly TaskRow[] | null = null;
  recents: readonly RecentRow[] | null = null;
  fault: Fault | null = null;
  #isActive = false;
  #endRefresh: (() => void) | null = null;

  /** Home reads again when it comes back to the front. */
  @api
  get isActive(): boolean {
    return this.#isActive;
  }
  set isActive(isActive: boolean) {
    const isBack = isActive && !this.#isActive;
    this.#isActive = isActive;
    if (isBack && this.isConnected) this.#load();
  }

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => this.#load());
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: "Home" } }));
    this.#load();
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
  }

  #load(): void {
    void this.#loadTasks();
    void this.#loadRecents();
  }

  async #loadTasks(): Promise<void> {
    try {
      const rows = await rowsOf(
        "SELECT Id, Subject, ActivityDate, Who.Name, What.Name FROM Task WHERE IsClosed = FALSE AND OwnerId = '" +
          `${org().session.user.id}' AND (ActivityDate = NULL OR ActivityDate <= TODAY) ORDER BY ActivityDate ASC NULLS LAST LIMIT 10`,
      );
      this.fault = null;
      this.tasks = rows.map(taskRow);
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  async #loadRecents(): Promise<void> {
    const kept = recentRecords(localStorage, org().session.user.id).slice(0, 10);
    try {
      const names = await recordNames(kept.map(({ recordId }) => recordId));
      this.recents = kept
        .filter(({ recordId }) => names.has(recordId))
        .map(({ recordId, objectApiName, label, icon }) => ({
          id: recordId,
          label: names.get(recordId) ?? label,
          href: addressOf({ kind: "record", objectApiName, recordId }),
          icon,
        }));
    } catch {
      this.recents = [];
    }
  }

  get greeting(): string {
    const { timeZone } = org().session.user;
    const hour = Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone }).format(new Date()));
    const part = hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
    return `${part}, ${org().session.user.name.split(" ")[0] ?? ""}`;
  }

  get date(): string {
    const { timeZone } = org().session.user;
    return new Date().toLocaleDateString(localeTag(), { weekday: "long", day: "numeric", month: "long", timeZone });
  }

  get hasTasks(): boolean {
    return (this.tasks?.length ?? 0) > 0;
  }

  get isTasksWaiting(): boolean {
    return this.tasks === null && this.fault === null;
  }

  get hasRecents(): boolean {
    return (this.recents?.length ?? 0) > 0;
  }

  get isRecentsWaiting(): boolean {
    return this.recents === null;
  }

  handleNewTask(): void {
    openCreate("Task");
  }

  handleRetry(): void {
    void this.#loadTasks();
  }
}

function taskRow(row: Readonly<Record<string, unknown>>): TaskRow {
  const id = textOf(row["Id"]);
  const due = textOf(row["ActivityDate"]);
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: org().session.user.timeZone });
  const about = [row["Who"], row["What"]].map(nameIn).filter((name) => name !== "");
  return {
    id,
    subject: textOf(row["Subject"]) || "(no subject)",
    href: addressOf({ kind: "record", objectApiName: "Task", recordId: id }),
    due:
      due === ""
        ? "No due date"
        : due === today
          ? "Today"
          : new Date(due).toLocaleDateString(localeTag(), { dateStyle: "medium", timeZone: "UTC" }),
    isOverdue: due !== "" && due < today,
    about: about.join(" • "),
  };
}

function localeTag(): string {
  return org().session.user.locale.replaceAll("_", "-");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function nameIn(value: unknown): string {
  return typeof value === "object" && value !== null && "Name" in value ? textOf(value.Name) : "";
}
