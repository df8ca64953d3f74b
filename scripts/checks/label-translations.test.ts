import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { projectFiles } from "./project-files.ts";

const root = resolve(import.meta.dirname, "../..");
const labels = texts(
  projectFiles(root, "force-app/main", (path) => path.endsWith(".labels-meta.xml")),
  "labels",
  "fullName",
  "value",
);

/** Texts by name in the elements `item` of some files. */
function texts(files: readonly string[], item: string, name: string, text: string): Map<string, string> {
  const items = files.flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), "utf8").matchAll(new RegExp(`<${item}>([\\s\\S]*?)</${item}>`, "g")),
      (match) => match[1] ?? "",
    ),
  );
  const part = (xml: string, element: string): string => new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(xml)?.[1]?.trim() ?? "";
  return new Map(items.map((xml) => [part(xml, name), part(xml, text)]));
}

/** What a text leaves open, such as `{0}`. */
function places(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{\d\}/g), ([place]) => place).sort();
}

for (const language of ["fr", "de", "es"]) {
  test(`every label has its words in ${language}, with the same places to fill in`, () => {
    const translated = texts([`force-app/main/app/translations/${language}.translation-meta.xml`], "customLabels", "name", "label");
    assert.deepEqual([...translated.keys()].sort(), [...labels.keys()].sort());
    for (const [name, text] of translated) {
      assert.notEqual(text, "", name);
      assert.deepEqual(places(text), places(labels.get(name) ?? ""), name);
    }
  });
}
