import assert from "node:assert/strict";
import { test } from "node:test";
import { textParts, webHref } from "./textLinks.ts";

const linksOf = (text: string) =>
  textParts(text)
    .filter((part) => part.href !== null)
    .map((part) => [part.text, part.href]);

test("Web and e-mail addresses become links, what ends the sentence does not", () => {
  assert.deepEqual(linksOf("Listen: https://assets.example.com/a?b=1, or ask avery@example.com."), [
    ["https://assets.example.com/a?b=1", "https://assets.example.com/a?b=1"],
    ["avery@example.com", "mailto:avery@example.com"],
  ]);
  assert.deepEqual(linksOf("(see www.example.com)"), [["www.example.com", "http://www.example.com"]]);
  assert.deepEqual(linksOf("https://example.com/a_(b)."), [["https://example.com/a_(b)", "https://example.com/a_(b)"]]);
});

test("The parts together are the text again", () => {
  for (const text of ["", "plain", "a https://x.example\nb", "https://x.example"])
    assert.equal(
      textParts(text)
        .map((part) => part.text)
        .join(""),
      text,
    );
});

test("A URL field opens web addresses only", () => {
  assert.equal(webHref("https://example.com"), "https://example.com");
  assert.equal(webHref("example.com/a"), "http://example.com/a");
  assert.equal(webHref("javascript:alert(1)"), null);
  assert.equal(webHref("no address"), null);
});
