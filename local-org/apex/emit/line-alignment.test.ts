import assert from "node:assert/strict";
import { test } from "node:test";
import { alignLines, atLine, statementAt } from "./line-alignment.ts";

test("a mark moves what follows down to its line", () => {
  assert.equal(alignLines(`a${atLine(3)}b${atLine(2)}c`).text, "a\n\nbc");
});

test("statements are found at their offset in the final text", () => {
  const { text, statements } = alignLines(`head${statementAt(2)}one;${statementAt(2)}two;${statementAt(4)}three;`);
  assert.equal(text, "head\none;two;\n\nthree;");
  assert.deepEqual(
    statements.map(({ line, offset }) => [line, text.slice(offset, offset + 3)]),
    [
      [2, "one"],
      [2, "two"],
      [4, "thr"],
    ],
  );
});
