/** The data that an org starts with: what its data folder keeps, else demo data, else nothing. */
import type { Org } from "../transaction/org.ts";
import { DataKeeper } from "./data-folder/data-keeper.ts";
import { idsOf, restoreOrg } from "./data-folder/restore-org.ts";
import { readSavedOrg } from "./data-folder/saved-org.ts";
import type { EngineStart } from "./engine-protocol.ts";
import { loadCredentials } from "./seed/load-credentials.ts";
import { loadSeed } from "./seed/load-seed.ts";

export interface FilledOrg {
  /** Lines for people. */
  readonly notes: readonly string[];
  /** Null: the org lives in memory. */
  readonly keeper: DataKeeper | null;
}

/** Call once the project's Apex is linked: triggers fire for demo data. Throws InputError. */
export function fillOrg(org: Org, { port, seedFolder = null, dataFolder = null }: Omit<EngineStart, "folder">): FilledOrg {
  const deployed = idsOf(org);
  const saved = dataFolder === null ? null : readSavedOrg(dataFolder);
  // Secrets are never kept with the data.
  if (seedFolder !== null) loadCredentials(org, seedFolder, port);
  const notes = saved === null ? seedNotes(org, seedFolder, port) : restoreNotes(restoreOrg(org, saved), dataFolder);
  return { notes, keeper: dataFolder === null ? null : new DataKeeper(org, dataFolder, deployed) };
}

function seedNotes(org: Org, seedFolder: string | null, port: number): string[] {
  if (seedFolder === null) return [];
  const count = loadSeed(org, seedFolder, port);
  return count === 0 ? ["No demo data: the org starts empty."] : [`Demo data: ${count} records.`];
}

function restoreNotes(unknown: readonly string[], folder: string | null): string[] {
  const lost = unknown.length === 0 ? "" : ` Left out, since the project no longer has them: ${unknown.join(", ")}.`;
  return [`Data kept in ${folder ?? ""}.${lost}`];
}
