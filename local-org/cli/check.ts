/** `local-org check <folder>`. */
import { isRunnable } from "../apex/runtime/member-lookup.ts";
import "../apex/library/index.ts";
import { checkFolder } from "../project/compile-project.ts";
import type { Arguments } from "./arguments.ts";
import { printDiagnostics, writeJson } from "./output.ts";

/** Prints findings as `file:line:column: message`. */
export function check(args: Arguments): number {
  const namespace = args.text("namespace");
  const { unreadable, diagnostics } = checkFolder(args.folder, {
    isImplemented: isRunnable,
    ...(namespace === null ? {} : { namespace }),
  });
  const json = args.text("json");
  if (json !== null) writeJson(json, [...unreadable, ...diagnostics]);
  printDiagnostics([...unreadable, ...diagnostics]);
  return unreadable.length > 0 ? 2 : diagnostics.length > 0 ? 1 : 0;
}
