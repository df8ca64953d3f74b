import getLog from "@salesforce/apex/LogController.getLog";

/** A record that a log is linked to. */
export interface LogLink {
  readonly recordId: string;
  /** Empty when the user may not read the record. */
  readonly name: string;
  readonly objectApiName: string;
}

/** An Aircall Log as the user may see it. */
export interface LogView {
  /** Texts by the API name of their field; a time in ISO 8601. What is empty or out of sight is absent. */
  readonly fields: ReadonlyMap<string, string>;
  readonly links: readonly LogLink[];
  readonly ownerName: string;
}

/** What the server answered as a log; null when there is none or the answer is none. */
export function parseLogView(answer: unknown): LogView | null {
  if (!isRecord(answer) || !isRecord(answer.fields)) return null;
  const fields = Object.entries(answer.fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const links = Array.isArray(answer.links) ? answer.links.flatMap(toLink) : [];
  return { fields: new Map(fields), links, ownerName: toText(answer.ownerName) };
}

function toLink(link: unknown): LogLink[] {
  if (!isRecord(link) || typeof link.recordId !== "string") return [];
  return [{ recordId: link.recordId, name: toText(link.name), objectApiName: toText(link.objectApiName) }];
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Reads logs for a component: of several readings only the newest is shown. */
export class LogReader {
  #run = 0;

  /** Asks the server; `show` gets the log, or null when it cannot be read. */
  read(recordId: string, show: (log: LogView | null) => void): void {
    const run = (this.#run += 1);
    const showNewest = (log: LogView | null): void => {
      if (run === this.#run) show(log);
    };
    getLog({ recordId }).then(
      (answer) => {
        showNewest(parseLogView(answer));
      },
      () => {
        showNewest(null);
      },
    );
  }

  /** What is still being read is shown no more. */
  stop(): void {
    this.#run += 1;
  }
}
