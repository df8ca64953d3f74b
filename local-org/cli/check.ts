/** `local-org check <folder>`. */
import { isRunnable } from "../apex/runtime/member-lookup.ts";
import "../apex/library/index.ts";
import { compareDiagnostics } from "../apex/syntax/diagnostics.ts";
import { checkFolder } from "../project/compile-project.ts";
import { readPages } from "../salesforce/visualforce/visualforce-pages.ts";
import type { Arguments } from "./arguments.ts";
import { printDiagnostics, writeJson } from "./output.ts";

/** Prints findings as `file:line:column: message`. */
export function check(args: Arguments): number {
  const namespace = args.text("namespace");
  const checked = checkFolder(args.folder, {
    isImplemented: isRunnable,
    ...(namespace === null ? {} : { namespace }),
  });
  const findings = [...checked.unreadable, ...checked.diagnostics, ...readPages(checked).faults].sort(compareDiagnostics);
  const json = args.text("json");
  if (json !== null) writeJson(json, findings);
  printDiagnostics(findings);
  return checked.unreadable.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
}
