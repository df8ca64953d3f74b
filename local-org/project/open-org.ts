/** An org that has a project deployed and no data of its own yet. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Store } from "../data/store/store.ts";
import { Org, type OrgSettings } from "../transaction/org.ts";
import { seedOrg } from "../transaction/seed-org.ts";
import type { CheckedProject } from "./compile-project.ts";
import { deployMetadata } from "./deploy-metadata.ts";

/** Makes the org: its users, labels, static resources, and the records that a deploy makes. The program is linked by who runs it. */
export function openOrg(checked: CheckedProject, settings: Partial<OrgSettings> = {}): Org {
  const { project, schema, labels, metadata, sources } = checked;
  const personAccounts = schema.object("Account")?.fields.has("ispersonaccount") === true;
  const org = new Org(schema, new Store(schema), { namespace: project.namespace, personAccounts, ...settings });
  for (const [name, text] of labels) org.labels.set(name.toLowerCase(), text);
  for (const [name, file] of staticResources(project.files)) org.resources.set(name, readFileSync(join(project.folder, file)));
  seedOrg(org);
  deployMetadata(org, metadata, (file) => sources.texts.get(file) ?? null);
  return org;
}

/** Single-file static resources, by lower-case name: `x.resource` or `x.json` beside `x.resource-meta.xml`. */
function staticResources(files: readonly string[]): Map<string, string> {
  const described = new Map<string, string>();
  for (const file of files) {
    if (file.endsWith(".resource-meta.xml")) described.set(file.slice(0, -".resource-meta.xml".length).toLowerCase(), file);
  }
  const resources = new Map<string, string>();
  for (const file of files) {
    const stem = file.replace(/\.[^./]*$/, "").toLowerCase();
    if (described.has(stem) && !file.endsWith("-meta.xml")) resources.set(stem.slice(stem.lastIndexOf("/") + 1), file);
  }
  return resources;
}
