import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, deployed } from "../engine-fixture.ts";

const application = (body: string, attributes = 'extends="ltng:outApp"'): string =>
  `<aura:application access="GLOBAL" ${attributes}>${body}</aura:application>`;

const engine = deployed({
  "aura/phoneOut/phoneOut.app": application(
    '\n  <!-- panel -->\n  <aura:dependency resource="c:panel"/><aura:dependency resource="markup://c:other"/>\n',
  ),
  "aura/phoneOut/phoneOut.app-meta.xml": "<AuraDefinitionBundle/>",
  "aura/own/own.app": application("<div/>"),
  "aura/plain/plain.app": application("", 'extends="force:slds"'),
  "aura/wide/wide.app": application('<aura:dependency resource="c:*"/>'),
  "aura/coded/coded.app": application(""),
  "aura/coded/codedController.js": "({})",
  "aura/part/part.cmp": "<aura:component/>",
});
const refusal = (name: string): string => {
  const { status, text } = ask(engine, `/lightning/api/out-app/${name}`, { host: "visualforce" });
  assert.equal(status, 404);
  return (JSON.parse(text) as { message: string }[])[0]?.message ?? "";
};

test("an application tells the components that it depends on", () => {
  for (const name of ["phoneOut", "c:phoneOut"]) {
    const { status, text } = ask(engine, `/lightning/api/out-app/${name}`, { host: "visualforce" });
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), { dependencies: ["c:panel", "c:other"] });
  }
});

test("other content of Aura is refused by name when it is used", () => {
  assert.equal(refusal("nope"), "There is no Aura application nope in this project.");
  assert.equal(refusal("part"), "part is an Aura component: the local org has Lightning Out applications only.");
  assert.match(refusal("own"), /own\.app:1:\d+: <div> in an Aura application is not supported/);
  assert.match(refusal("plain"), /extend ltng:outApp only/);
  assert.match(refusal("wide"), /The dependency "c:\*" is not supported/);
  assert.match(refusal("coded"), /codedController\.js: code of Aura bundles is not supported/);
});
