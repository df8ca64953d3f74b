import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import type { CheckResult } from "../checks/finding.ts";
import { dataModel } from "./data-model.ts";

/** Where the page lies in the project. */
export const DATA_MODEL_FILE = "docs/data-model.md";

/** The page as it is to be committed, formatted by the rules of the project at `root`. */
export async function dataModelFile(root: string): Promise<string> {
  const path = join(root, DATA_MODEL_FILE);
  return format(dataModel(root).markdown, { ...(await resolveConfig(path)), filepath: path });
}

/** Every object and field is described, and the committed page is what the metadata say now. */
export async function checkDataModel(root: string): Promise<CheckResult> {
  const path = join(root, DATA_MODEL_FILE);
  const committed = existsSync(path) ? readFileSync(path, "utf8") : null;
  const isCurrent = committed === (await dataModelFile(root));
  const stale = { file: DATA_MODEL_FILE, message: "does not say what the metadata say: run npm run docs:build" };
  return { subjects: 1, findings: [...dataModel(root).findings, ...(isCurrent ? [] : [stale])] };
}
