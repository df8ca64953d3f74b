import assert from "node:assert/strict";
import { test } from "node:test";
import { isLocalName, localLookup } from "./local-lookup.ts";

test("localhost and every name under it is local, others are not", () => {
  for (const name of ["localhost", "lightning.org.localhost", "API.TEST.LOCALHOST"]) assert.equal(isLocalName(name), true, name);
  for (const name of ["localhost.example.com", "notlocalhost", "example.com"]) assert.equal(isLocalName(name), false, name);
});

test("a local name is 127.0.0.1", async () => {
  const address = await new Promise((resolve, reject) => {
    localLookup("api.test.localhost", {}, (error, found) => (error === null ? resolve(found) : reject(error)));
  });
  assert.equal(address, "127.0.0.1");
});
