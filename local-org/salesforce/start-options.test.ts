import assert from "node:assert/strict";
import { test } from "node:test";
import { parseStartOptions } from "./start-options.ts";

test("without arguments the current folder starts on port 8100 with the demo data, in memory", () => {
  assert.deepEqual(parseStartOptions([]), { folder: ".", port: 8100, seed: "demo", dataFolder: null });
});

test("options are given as two words or with an equals sign", () => {
  const expected = { folder: "app", port: 9000, seed: "none", dataFolder: "kept" };
  assert.deepEqual(parseStartOptions(["app", "--port", "9000", "--seed", "none", "--data", "kept"]), expected);
  assert.deepEqual(parseStartOptions(["--port=9000", "--seed=none", "--data=kept", "app"]), expected);
});

test("what is not understood is refused with what may stand there", () => {
  assert.throws(() => parseStartOptions(["--port", "0"]), { reason: "a number from 1 to 65535" });
  assert.throws(() => parseStartOptions(["--port"]), { reason: /argument missing/ });
  assert.throws(() => parseStartOptions(["--seed", "big"]), { reason: "demo or none" });
  assert.throws(() => parseStartOptions(["--prot", "1"]), { reason: /Unknown option/ });
  assert.throws(() => parseStartOptions(["a", "b"]), { reason: "one folder only, and a was given already" });
});
