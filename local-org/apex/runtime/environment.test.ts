import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryOrg, transact } from "../../transaction/memory-org.ts";
import { userLocale } from "./environment.ts";

test("locale keys are read as language, script and country", () => {
  const org = memoryOrg();
  const tag = (key: string): string => {
    const { id } = org.users.administrator;
    org.store.update("User", new Map([...(org.store.get(id) ?? []), ["LocaleSidKey", key]]));
    return transact(org, userLocale);
  };
  assert.deepEqual(["en_US", "en_IE_EURO", "de", "sr_Latn_RS", "zz_top"].map(tag), ["en-US", "en-IE", "de", "sr-Latn-RS", "en-US"]);
});
