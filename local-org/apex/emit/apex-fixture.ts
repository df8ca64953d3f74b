/** Compiles Apex texts and runs them, for tests. */
import { compileUnits } from "../runtime/compile-units.ts";
import type { Program } from "../runtime/program.ts";
import type { ApexValue } from "../runtime/values.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import "../library/index.ts";
import { parseUnit } from "../syntax/parse.ts";
import { checkProject } from "../types/check-project.ts";
import { memoryOrg, transact } from "../../transaction/memory-org.ts";
import type { Org } from "../../transaction/org.ts";

export interface ApexFixture {
  readonly program: Program;
  readonly org: Org;
  /** Calls a static method in a transaction of its own. */
  readonly call: (className: string, method: string, ...args: readonly ApexValue[]) => ApexValue;
}

/** Units by file name. Throws with the findings when there are any. */
export function compileApex(files: Readonly<Record<string, string>>, apiVersion = 67): ApexFixture {
  const units = Object.entries(files).map(([file, text]) => {
    const result = parseUnit(file, text);
    if (!result.ok) throw new Error(result.diagnostics.map(({ line, message }) => `${file}:${line}: ${message}`).join("\n"));
    return result.unit;
  });
  const org = memoryOrg();
  const apiVersions = new Map(Object.keys(files).map((file) => [file, apiVersion]));
  const { bound, diagnostics } = checkProject({ units, schema: org.schema, catalog: loadCatalog(), options: { apiVersions } });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
  const program = compileUnits(bound);
  program.activate();
  org.program = program;
  return { program, org, call: (className, method, ...args) => transact(org, () => program.callStatic(className, method, args)) };
}

/** Runs the body of a static method `Object run()` of a class `Main`; `members` are further members of the class. */
export function runBody(body: string, members = ""): ApexValue {
  return compileApex({ "Main.cls": `public class Main { ${members}\n public static Object run() {\n${body}\n} }` }).call("Main", "run");
}
