import { objectOf } from "./salesforce-cli.ts";
import type { SalesforceCli } from "./salesforce-cli.ts";

export interface ScratchOptions {
  readonly alias: string;
  /** Path of a scratch-org definition. */
  readonly definition: string;
  readonly days: number;
  /** Package directories with metadata in them, in the order of their dependencies. */
  readonly packages: readonly string[];
}

/** What every user of the new org who tries it out needs. */
const PERMISSION_SETS = ["Aircall_Administrator", "Aircall_Agent"];
const UNPACKAGED = "force-app/unpackaged";

/**
 * Makes a scratch org and puts the project into it: packages, then what packages cannot hold, then permission sets and the call
 * center for the org's user. Gives the command that opens the app.
 *
 * @param say told what is being done
 * @throws Error with one line that says what to do, when no Dev Hub is known or a step fails
 */
export async function deployScratch(sf: SalesforceCli, options: ScratchOptions, say: (line: string) => void): Promise<string> {
  const org = ["--target-org", options.alias];
  await requireDevHub(sf);
  say(`Creating the scratch org ${options.alias} (some minutes)`);
  const days = ["--duration-days", String(options.days), "--wait", "20"];
  await sf(["org", "create", "scratch", "--definition-file", options.definition, "--alias", options.alias, ...days]);
  for (const folder of options.packages) {
    say(`Deploying ${folder}`);
    await sf(["project", "deploy", "start", "--source-dir", folder, "--ignore-conflicts", "--wait", "30", ...org]);
  }
  const user = objectOf(await sf(["org", "display", "user", ...org]));
  const page = softphoneUrl(textOf(user, "instanceUrl"));
  say(`Deploying ${UNPACKAGED} with the softphone at ${page}`);
  // sfdx-project.json puts the address into the call center while it is sent.
  const replacement = { AIRCALL_SOFTPHONE: "absolute", AIRCALL_SOFTPHONE_URL: page };
  await sf(["project", "deploy", "start", "--source-dir", UNPACKAGED, "--ignore-conflicts", "--wait", "30", ...org], replacement);
  say("Assigning permission sets and the call center");
  await sf(["org", "assign", "permset", ...PERMISSION_SETS.flatMap((name) => ["--name", name]), ...org]);
  const values = ["--values", `CallCenterId=${await callCenterId(sf, org)}`];
  await sf(["data", "update", "record", "--sobject", "User", "--record-id", textOf(user, "id"), ...values, ...org]);
  return `npx sf org open --target-org ${options.alias} --path lightning/app/c__Aircall`;
}

/**
 * The absolute address of the softphone's page: Lightning refuses to frame a relative one.
 *
 * @param instanceUrl `https://<my domain>.scratch.my.salesforce.com`
 */
export function softphoneUrl(instanceUrl: string): string {
  const [, domain, kind] = /^https:\/\/([^.]+)((?:\.[^.]+)?)\.my\.salesforce\.com\/?$/.exec(instanceUrl) ?? [];
  if (domain === undefined) throw new Error(`The org's address ${instanceUrl} has no My Domain; turn on enhanced domains in Setup.`);
  return `https://${domain}--c${kind ?? ""}.vf.force.com/apex/AircallSoftphone`;
}

async function requireDevHub(sf: SalesforceCli): Promise<void> {
  const devHubs = objectOf(await sf(["org", "list"]))?.["devHubs"];
  if (Array.isArray(devHubs) && devHubs.length > 0) return;
  throw new Error("The Salesforce CLI is logged in to no Dev Hub. Log in first: npx sf org login web --set-default-dev-hub");
}

async function callCenterId(sf: SalesforceCli, org: readonly string[]): Promise<string> {
  const soql = "SELECT Id FROM CallCenter WHERE InternalName = 'AircallCTI'";
  const records = objectOf(await sf(["data", "query", "--query", soql, ...org]))?.["records"];
  const first: unknown = Array.isArray(records) ? records[0] : undefined;
  if (first === undefined)
    throw new Error("The org has no call center AircallCTI: new Agentforce Service orgs do not offer Open CTI any more.");
  return textOf(objectOf(first), "Id");
}

function textOf(value: Readonly<Record<string, unknown>> | null, name: string): string {
  const text = value?.[name];
  if (typeof text !== "string" || text === "") throw new Error(`The Salesforce CLI gave no ${name}.`);
  return text;
}
