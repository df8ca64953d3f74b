import assert from "node:assert/strict";
import { test } from "node:test";
import { pick, startStandIn } from "../stand-in-fixture.ts";

test("records beyond the 10,000th cannot be reached, though they count", async () => {
  const phoneNumbers = [{ id: 1, label: "Work", value: "+447700900000" }];
  const contacts = Array.from({ length: 10_010 }, (_, index) => ({
    ...{ firstName: "No", lastName: String(index), companyName: null, information: null, emails: [], phoneNumbers },
    id: 480_000_000 + index,
  }));
  const standIn = await startStandIn((world) => ({ ...world, contacts }));
  try {
    const last = await standIn.api("GET", "/v1/contacts?page=200&per_page=50");
    assert.deepEqual(
      ["count", "total", "next_page_link"].map((key) => pick(last.body, "meta", key)),
      [50, 10_010, null],
    );
    assert.match(String(pick(last.body, "meta", "previous_page_link")), /page=199/);
    assert.equal(pick((await standIn.api("GET", "/v1/contacts?page=201&per_page=50")).body, "meta", "count"), 0);
  } finally {
    await standIn.close();
  }
});
