import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles } from "../checks/project-files.ts";
import { outputOf, runNode } from "./run-command.ts";
import type { Step } from "./step.ts";

const GENERATED = "local-org/apex/catalog/generated";

/** The committed catalogue is what its script makes of the installed stubs. */
export const catalogStep: Step = {
  name: "catalogue is current",
  run: async ({ root }) => {
    const before = snapshot(root);
    if (before.size === 0) return { outcome: "failed", summary: `${GENERATED} is empty` };
    const result = await runNode(root, ["local-org/apex/catalog/build-catalog.ts"]);
    if (result.code !== 0) return { outcome: "failed", summary: "the catalogue cannot be built", details: outputOf(result) };
    const after = snapshot(root);
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
    return changed.length === 0
      ? { outcome: "passed", summary: `${after.size} files` }
      : { outcome: "failed", summary: "commit what npm run catalog:build wrote", details: changed.join("\n") };
  },
};

function snapshot(root: string): Map<string, string> {
  return new Map(projectFiles(root, GENERATED, () => true).map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
