import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFault, faultOfError, faultPage } from "./build-fault.ts";
import { transformComponentSource } from "./lwc-transform.ts";

test("a template's fault has its line", async () => {
  const file = "/p/x.html";
  await assert.rejects(transformComponentSource({ file, text: "<template>\n<div></template>", namespace: "c", name: "x" }), (error) => {
    const fault = faultOfError(error, file);
    return fault.line === 2 && /^\/p\/x\.html:2: LWC\d+/.test(describeFault(fault));
  });
});

test("TypeScript that cannot be parsed is a fault of its file", async () => {
  await assert.rejects(transformComponentSource({ file: "/p/x.ts", text: "class {", namespace: "c", name: "x" }), (error) =>
    describeFault(faultOfError(error, "/p/x.ts")).startsWith("/p/x.ts:"),
  );
});

test("faults are shown as text, never as markup", () => {
  assert.match(faultPage([{ text: "<script>", file: null, line: null }]), /&lt;script&gt;/);
});
