import assert from "node:assert/strict";
import { test } from "node:test";
import { childOf, isTrue, parseXml, textOf, XmlError } from "./xml.ts";

test("elements carry their text and their line", () => {
  const root = parseXml(
    '<?xml version="1.0"?>\n<!-- a <b> -->\n<CustomField xmlns="x">\n  <label>A &amp; B &#233;</label>\n  <empty/>\n  <required>true</required>\n</CustomField>\n',
  );
  assert.equal(root.name, "CustomField");
  assert.equal(root.line, 3);
  assert.equal(textOf(root, "label"), "A & B é");
  assert.equal(childOf(root, "label")?.line, 4);
  assert.equal(textOf(root, "empty"), "");
  assert.equal(textOf(root, "missing"), null);
  assert.equal(isTrue(root, "required"), true);
});

test("CDATA is taken as it stands", () => {
  assert.equal(parseXml("<a><![CDATA[x < y && z]]></a>").text, "x < y && z");
});

for (const [broken, line] of [
  ["<a>\n<b>\n</a>", 3],
  ["<a>\n<b>", 2],
  ["just text", 1],
  ["<a></a><b></b>", 1],
  ["<a", 1],
] as const) {
  test(`${JSON.stringify(broken)} is refused with its line`, () => {
    assert.throws(
      () => parseXml(broken),
      (error: unknown) => error instanceof XmlError && error.line === line,
    );
  });
}
