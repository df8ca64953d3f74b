import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InputError } from "../../project/input-error.ts";
import { memoryOrg } from "../../transaction/memory-org.ts";
import type { Org } from "../../transaction/org.ts";
import { loadCredentials } from "./load-credentials.ts";

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function folderWith(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "credentials-"));
  folders.push(folder);
  if (content !== undefined)
    writeFileSync(join(folder, "credentials.json"), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
}

function orgWithCredentials(): Org {
  const org = memoryOrg();
  const principals = [{ id: "1", name: "Account", type: "NamedPrincipal" as const, sequence: 1 }];
  org.credentials.addExternal({ id: "2", name: "Phone", label: "Phone", protocol: "Basic", principals, headers: [] });
  org.credentials.addNamed({
    id: "3",
    name: "Phone_API",
    label: "Phone API",
    url: "https://api.example.com",
    externalCredential: "Phone",
    generateAuthorizationHeader: true,
    headers: [],
  });
  return org;
}

test("addresses and secrets are entered as an administrator would", () => {
  const org = orgWithCredentials();
  loadCredentials(
    org,
    folderWith({
      namedCredentials: [{ name: "Phone_API", url: "http://api.test.localhost:${port}" }],
      principals: [{ externalCredential: "Phone", principal: "Account", parameters: { Username: "id", Password: "token" } }],
    }),
    8100,
  );
  assert.equal(org.credentials.named("Phone_API")?.url, "http://api.test.localhost:8100");
  assert.equal(org.credentials.named("Phone_API")?.externalCredential, "Phone");
  assert.deepEqual(
    [...(org.credentials.secrets("Phone", "Account") ?? [])],
    [
      ["Username", "id"],
      ["Password", "token"],
    ],
  );
});

test("a folder without the file leaves everything as it was deployed", () => {
  const org = orgWithCredentials();
  loadCredentials(org, folderWith(undefined), 8100);
  assert.equal(org.credentials.named("Phone_API")?.url, "https://api.example.com");
  assert.equal(org.credentials.secrets("Phone", "Account"), undefined);
});

test("what is wrong in the file is said", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    ["{", /credentials\.json/],
    [{ namedCredentials: {} }, /expected \{"namedCredentials": \[/],
    [{ namedCredentials: [{ name: "Phone_API" }] }, /expected "url"/],
    [{ namedCredentials: [{ name: "Other", url: "https://a.example.com" }] }, /there is no named credential Other/],
    [{ namedCredentials: [{ name: "Phone_API", url: "nowhere" }] }, /nowhere is no address/],
    [{ principals: [{ externalCredential: "Phone", principal: "Nobody", parameters: {} }] }, /there is no principal Nobody of Phone/],
    [{ principals: [{ externalCredential: "Phone", principal: "Account" }] }, /expected \{"parameters"/],
    [{ principals: [{ externalCredential: "Phone", principal: "Account", parameters: { Username: 1 } }] }, /expected "Username"/],
  ];
  for (const [content, reason] of cases) {
    assert.throws(
      () => loadCredentials(orgWithCredentials(), folderWith(content), 8100),
      (error) => error instanceof InputError && reason.test(error.message),
    );
  }
});
