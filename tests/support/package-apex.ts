/** The package's Apex, compiled once and called from a test campaign as code in an org would call it. */
import { join } from "node:path";
import "../../local-org/apex/library/index.ts";
import { compileUnits } from "../../local-org/apex/runtime/compile-units.ts";
import type { ApexValue } from "../../local-org/apex/runtime/values.ts";
import { checkFolder } from "../../local-org/project/compile-project.ts";
import { openOrg } from "../../local-org/project/open-org.ts";
import { runTransaction } from "../../local-org/transaction/run-transaction.ts";

export interface ApexCall {
  readonly className: string;
  readonly method: string;
}

/** Runs a static method once for each list of arguments, all in one transaction; gives its results in that order. */
export type RunApex = (call: ApexCall, argumentLists: readonly (readonly ApexValue[])[]) => ApexValue[];

/** Compiles the package. Throws when it does not compile. */
export function packageApex(): RunApex {
  const checked = checkFolder(join(import.meta.dirname, "../.."));
  const [fault] = checked.diagnostics;
  if (fault !== undefined) throw new Error(`the package does not compile: ${fault.file}:${fault.line}: ${fault.message}`);
  const program = compileUnits(checked.bound);
  const org = openOrg(checked);
  program.activate();
  org.program = program;
  return ({ className, method }, argumentLists) =>
    runTransaction(org, { user: org.users.administrator, kind: "SYNCHRONOUS", label: `${className}.${method}` }, () =>
      argumentLists.map((list) => program.callStatic(className, method, list)),
    );
}
