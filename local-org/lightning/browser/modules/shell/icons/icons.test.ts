import assert from "node:assert/strict";
import { test } from "node:test";
import { iconNameOf } from "./icons.ts";

test("The icon's name is read from its address", () => {
  assert.equal(iconNameOf("https://x/img/icon/t4v35/standard/account_120.png"), "standard:account");
  assert.equal(iconNameOf("/img/icon/t4v35/custom/custom9_120.png"), "custom:custom9");
  assert.equal(iconNameOf("/img/icon/t4v35/standard/work_order_item_120.png"), "standard:work_order_item");
});

test("Without a readable address the icon is the one of any record", () => {
  assert.equal(iconNameOf(null), "standard:record");
  assert.equal(iconNameOf("/img/other.png"), "standard:record");
});
