import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFault, faultOfError, faultPage } from "./build-fault.ts";
import { transformComponentSource } from "./lwc-transform.ts";

test("a template's fault has its line", () => {
  let fault = null;
  try {
    transformComponentSource({ file: "/p/x.html", text: "<template>\n<div></template>", namespace: "c", name: "x" });
  } catch (error) {
    fault = faultOfError(error, "/p/x.html");
  }
  assert.equal(fault?.line, 2);
  assert.match(describeFault(fault), /^\/p\/x\.html:2: LWC\d+/);
});

test("TypeScript that cannot be parsed is a fault of its file", () => {
  assert.throws(
    () => transformComponentSource({ file: "/p/x.ts", text: "class {", namespace: "c", name: "x" }),
    (error) => describeFault(faultOfError(error, "/p/x.ts")).startsWith("/p/x.ts:"),
  );
});

test("faults are shown as text, never as markup", () => {
  assert.match(faultPage([{ text: "<script>", file: null, line: null }]), /&lt;script&gt;/);
});
