import assert from "node:assert/strict";
import { test } from "node:test";
import { methodsOfVersion, versionOf } from "./versions.ts";

const METHODS = { screenPop: 1, hvs: 2, publish: 3, subscribe: 4, unsubscribe: 5 };

test("the version stands in the script's address", () => {
  assert.equal(versionOf("http://vf.org.localhost:8100/support/api/67.0/lightning/opencti_min.js"), 67);
  assert.equal(versionOf("http://vf.org.localhost:8100/support/api/38.0/lightning/opencti.js?x=1"), 38);
});

test("a version has the methods that it came with", () => {
  assert.deepEqual(Object.keys(methodsOfVersion(METHODS, 45)), ["screenPop"]);
  assert.deepEqual(Object.keys(methodsOfVersion(METHODS, 46)), ["screenPop", "hvs"]);
  assert.deepEqual(methodsOfVersion(METHODS, 47), METHODS);
});

test("a script from elsewhere has all methods", () => {
  assert.deepEqual(methodsOfVersion(METHODS, versionOf(null)), METHODS);
  assert.deepEqual(methodsOfVersion(METHODS, versionOf("https://example.com/opencti.js")), METHODS);
});
