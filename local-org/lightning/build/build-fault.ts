/** Faults of browser code, from esbuild and from the LWC compiler, in one readable form. */
import type { Message } from "esbuild";

export interface BuildFault {
  readonly text: string;
  /** Relative to the folder that the build ran in, or absolute; null when no file is to blame. */
  readonly file: string | null;
  /** From 1; null when unknown. */
  readonly line: number | null;
}

/** What esbuild says about one fault. */
export function faultOf({ text, location }: Message): BuildFault {
  return { text, file: location?.file ?? null, line: location?.line ?? null };
}

/** What a compiler threw for `file`: LWC's errors carry a place, others only a message. */
export function faultOfError(error: unknown, file: string): BuildFault {
  const message = error instanceof Error ? error.message : String(error);
  const location: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "location") : undefined;
  const line: unknown = typeof location === "object" && location !== null ? Reflect.get(location, "line") : undefined;
  return { text: message.replace(`${file}: `, ""), file, line: typeof line === "number" ? line : null };
}

/** `path/panel.html:12: LWC1083: ...` */
export function describeFault({ text, file, line }: BuildFault): string {
  const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
  return place + text;
}

/** A page that shows faults instead of what could not be built. */
export function faultPage(faults: readonly BuildFault[]): string {
  const items = faults.map((fault) => `<li><pre>${escapeHtml(describeFault(fault))}</pre></li>`).join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem}pre{white-space:pre-wrap;background:#f3f3f3;padding:1rem;border-left:4px solid #ba0517}</style></head>
<body><h1>The page could not be built</h1><p>Correct the source and load this page again.</p><ol role="alert">${items}</ol></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
