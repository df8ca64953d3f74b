/** Features of the org that a project is meant for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "./input-error.ts";

const DEFINITION = "config/project-scratch-def.json";

/** The `features` of the project's scratch org definition (`PersonAccounts`, `MultiCurrency`); none when there is no such file. */
export function readOrgFeatures(folder: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(join(folder, DEFINITION), "utf8");
  } catch {
    return [];
  }
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch (error) {
    throw new InputError(DEFINITION, error instanceof Error ? error.message : String(error));
  }
  const features: unknown = typeof definition === "object" && definition !== null ? Reflect.get(definition, "features") : undefined;
  return Array.isArray(features) ? features.filter((feature) => typeof feature === "string") : [];
}
