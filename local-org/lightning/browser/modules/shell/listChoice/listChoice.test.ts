import assert from "node:assert/strict";
import { test } from "node:test";
import { firstList } from "./listChoice.ts";

const list = (label: string, isRecentlyViewed = false) => ({ apiName: label.replaceAll(" ", "_"), label, isRecentlyViewed });
const recent = list("Recently Viewed", true);

test("The list of all records comes before others", () => {
  assert.equal(firstList([recent, list("Hot Leads"), list("All Leads")], "Leads", null), "All_Leads");
  assert.equal(firstList([recent, list("All Closed Cases"), list("All Open Cases")], "Cases", null), "All_Open_Cases");
  assert.equal(firstList([recent, list("My Logs"), list("All Interactions")], "Logs", null), "All_Interactions");
});

test("The list that was open last comes first, while it exists", () => {
  assert.equal(firstList([recent, list("All Leads")], "Leads", "Recently_Viewed"), "Recently_Viewed");
  assert.equal(firstList([recent, list("All Leads")], "Leads", "Gone"), "All_Leads");
});

test("Without such a list the first one is opened, recently viewed records last", () => {
  assert.equal(firstList([recent, list("My Accounts")], "Accounts", null), "My_Accounts");
  assert.equal(firstList([recent], "Accounts", null), "Recently_Viewed");
  assert.equal(firstList([], "Accounts", null), null);
});
