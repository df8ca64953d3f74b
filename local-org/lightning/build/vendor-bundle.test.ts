import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { defaultCacheFolder } from "./package-folder.ts";
import { vendorBundle, vendorFile } from "./vendor-bundle.ts";

test("the bundle holds the engine, synthetic shadow and the base components, each in a file", async () => {
  const bundle = await vendorBundle({ cacheFolder: defaultCacheFolder() });
  for (const id of ["lwc", "lwc/synthetic-shadow", "lightning/button", "lightning/modal", "lightning/datatable"]) {
    assert.ok(bundle.modules.has(id), id);
    assert.ok(existsSync(vendorFile(bundle, id)), id);
  }
});

test("a bundle that is there is not made again", async () => {
  const first = await vendorBundle({ cacheFolder: defaultCacheFolder() });
  const made = statSync(vendorFile(first, "lwc")).mtimeMs;
  const lines: string[] = [];
  const second = await vendorBundle({ cacheFolder: defaultCacheFolder(), progress: (line) => lines.push(line) });
  assert.equal(second.folder, first.folder);
  assert.equal(statSync(vendorFile(second, "lwc")).mtimeMs, made);
  assert.deepEqual(lines, []);
});

test("the folder's name stands for the versions, wherever the cache lies", async (context) => {
  const cacheFolder = mkdtempSync(join(tmpdir(), "vendor-"));
  context.after(() => rmSync(cacheFolder, { recursive: true }));
  const known = await vendorBundle({ cacheFolder: defaultCacheFolder() });
  mkdirSync(join(cacheFolder, basename(known.folder)));
  writeFileSync(join(cacheFolder, basename(known.folder), "manifest.json"), '["lwc"]');
  const found = await vendorBundle({ cacheFolder });
  assert.deepEqual([...found.modules], ["lwc"]);
});
