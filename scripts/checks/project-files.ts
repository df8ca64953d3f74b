import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = new Set(["node_modules", ".git", ".cache", ".sf", ".sfdx", "build", "coverage"]);

/**
 * The files under `folder` of a project, sorted, relative to the project and with `/`; empty when the folder does not exist.
 *
 * @param keep decides on the relative path
 */
export function projectFiles(root: string, folder: string, keep: (path: string) => boolean): string[] {
  const found: string[] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(root, relative), { withFileTypes: true })) {
      const path = relative === "." ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) visit(path);
      } else if (entry.isFile() && keep(path)) {
        found.push(path);
      }
    }
  };
  if (existsSync(join(root, folder))) visit(folder);
  return found.sort();
}
