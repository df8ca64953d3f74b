import assert from "node:assert/strict";
import { test } from "node:test";
import { IFRAME_SANDBOX, secured } from "./lightning-web-security.ts";
import { transformComponentSource } from "./lwc-transform.ts";

function script(text: string): Promise<string> {
  return secured({ file: "x.js", text, namespace: "c", name: "x" }, ({ text: source }) => Promise.resolve(source));
}

function template(text: string): Promise<string> {
  return secured({ file: "x.html", text, namespace: "c", name: "x" }, ({ text: source }) => Promise.resolve(source));
}

test("a source that names none of the hidden globals stays as it is", async () => {
  const source = "const answer = 42;\nexport default answer;";
  assert.equal(await script(source), source);
});

test("hidden globals are imports that shadow them, on the first line", async () => {
  assert.equal(
    await script("sforce.opencti.x();\nAura.y();"),
    'import { hidden as sforce, hidden as Aura } from "local/security";sforce.opencti.x();\nAura.y();',
  );
});

test("the window is the one without hidden globals, under each of its names", async () => {
  assert.match(
    await script("window.a; self.b; globalThis.c;"),
    /^import \{ sandboxWindow as window, sandboxWindow as self, sandboxWindow as globalThis \}/,
  );
});

test("properties and a source's own names are not globals", async () => {
  for (const source of ["call.sforce = 1;", "const self = 1;\nself;", "import { x } from './y';\nx.Aura();"])
    assert.equal(await script(source), source);
});

test("iframes of templates are sandboxed, their own sandbox never shares the origin", async () => {
  assert.equal(await template('<iframe src="/x"></iframe>'), `<iframe sandbox="${IFRAME_SANDBOX}" src="/x"></iframe>`);
  assert.equal(
    await template('<iframe sandbox="allow-scripts allow-same-origin" src={url}></iframe>'),
    '<iframe sandbox="allow-scripts" src={url}></iframe>',
  );
});

test("iframes that scripts create go through the sandbox", async () => {
  const code = await script('const frame = document.createElement("iframe");');
  assert.match(code, /createElement as __createElement/);
  assert.match(code, /__createElement\(null, "iframe"\)/);
});

test("the LWC compiler takes what comes out", async () => {
  const source = {
    file: "x.ts",
    text: "import { LightningElement } from 'lwc'; export default class X extends LightningElement { a = typeof window }",
    namespace: "c",
    name: "x",
  };
  assert.match(await secured(source, transformComponentSource), /sandboxWindow as window[\s\S]*registerComponent/);
});
