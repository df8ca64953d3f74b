import assert from "node:assert/strict";
import { test } from "node:test";
import { deployScratch, softphoneUrl } from "./deploy-scratch.ts";
import { resultOf } from "./salesforce-cli.ts";

const OPTIONS = { alias: "aircall", definition: "config/project-scratch-def.json", days: 7, packages: ["force-app/main"] };

interface FakeCli {
  readonly ran: string[];
  readonly environments: Record<string, string>[];
  readonly sf: (args: readonly string[], env?: Record<string, string>) => Promise<unknown>;
}

/** A CLI that knows a Dev Hub and answers as the real one does; `answers` replaces some by the first words of the command. */
function fakeCli(answers: Readonly<Record<string, unknown>> = {}): FakeCli {
  const known: Readonly<Record<string, unknown>> = {
    "org list": { devHubs: [{ username: "hub@example.com" }] },
    "org display user": { id: "005000000000001AAA", instanceUrl: "https://nice-otter-1234.scratch.my.salesforce.com" },
    "data query": { records: [{ Id: "04v000000000001AAA" }] },
    ...answers,
  };
  const ran: string[] = [];
  const environments: Record<string, string>[] = [];
  const sf: FakeCli["sf"] = (args, env) => {
    const line = args.join(" ");
    ran.push(line);
    if (env !== undefined) environments.push(env);
    return Promise.resolve(Object.entries(known).find(([start]) => line.startsWith(start))?.[1]);
  };
  return { ran, environments, sf };
}

test("packages go first, then what they cannot hold, then the rights and the call center of the user", async () => {
  const { ran, environments, sf } = fakeCli();
  const open = await deployScratch(sf, OPTIONS, () => undefined);
  assert.deepEqual(
    ran.map((line) => line.split(" --")[0]),
    [
      "org list",
      "org create scratch",
      "project deploy start",
      "org display user",
      "project deploy start",
      "org assign permset",
      "data query",
      "data update record",
    ],
  );
  assert.match(ran[2] ?? "", /--source-dir force-app\/main /);
  assert.match(ran[4] ?? "", /--source-dir force-app\/unpackaged /);
  assert.match(ran[7] ?? "", /--record-id 005000000000001AAA --values CallCenterId=04v000000000001AAA --target-org aircall$/);
  const page = "https://nice-otter-1234--c.scratch.vf.force.com/apex/AircallSoftphone";
  assert.deepEqual(environments, [{ AIRCALL_SOFTPHONE: "absolute", AIRCALL_SOFTPHONE_URL: page }]);
  assert.equal(open, "npx sf org open --target-org aircall --path lightning/app/c__Aircall");
});

test("without a Dev Hub nothing is made and the reader learns how to log in", async () => {
  const { ran, sf } = fakeCli({ "org list": { devHubs: [] } });
  await assert.rejects(
    deployScratch(sf, OPTIONS, () => undefined),
    /npx sf org login web --set-default-dev-hub/,
  );
  assert.deepEqual(ran, ["org list"]);
});

test("an org without call centers is named as such", async () => {
  const { sf } = fakeCli({ "data query": { records: [] } });
  await assert.rejects(
    deployScratch(sf, OPTIONS, () => undefined),
    /no call center AircallCTI/,
  );
});

test("the page's address follows the org's domain", () => {
  assert.equal(softphoneUrl("https://acme.my.salesforce.com"), "https://acme--c.vf.force.com/apex/AircallSoftphone");
  assert.equal(
    softphoneUrl("https://acme--dev.sandbox.my.salesforce.com/"),
    "https://acme--dev--c.sandbox.vf.force.com/apex/AircallSoftphone",
  );
  assert.throws(() => softphoneUrl("https://na1.salesforce.com"), /no My Domain/);
});

test("what the CLI says is its result or its message", () => {
  assert.deepEqual(resultOf(["org", "list"], '{"status":0,"result":{"a":1}}', ""), { a: 1 });
  assert.throws(
    () => resultOf(["org", "list"], '{"status":1,"message":"No authorization."}', ""),
    /^Error: sf org list: No authorization\.$/,
  );
  assert.throws(() => resultOf(["org", "list"], "", "not found"), /sf org list: not found/);
});
