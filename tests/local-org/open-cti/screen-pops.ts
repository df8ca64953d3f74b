import assert from "node:assert/strict";
import { test } from "node:test";
import { call, callCode, NOTHING, type OpenCtiDesk } from "../../support/open-cti.ts";

export function screenPops(desk: OpenCtiDesk): void {
  const pop = (type: string, params: Readonly<Record<string, unknown>>) =>
    callCode(desk.adapter, "screenPop", `{ type: sforce.opencti.SCREENPOP_TYPE.${type}, params: ${JSON.stringify(params)} }`);

  test("SOBJECT shows a record", async () => {
    const recordId = await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'");
    assert.deepEqual(await pop("SOBJECT", { recordId }), NOTHING);
    await desk.page.waitForURL((url) => url.pathname === `/lightning/r/Contact/${recordId}/view`);
    await desk.page.getByRole("heading", { name: "Wile Coyote" }).waitFor();
  });

  test("URL shows a relative address in the same window", async () => {
    assert.deepEqual(await pop("URL", { url: "/lightning/o/Account/list" }), NOTHING);
    await desk.page.waitForURL((url) => url.pathname === "/lightning/o/Account/list");
    const recordId = await desk.id("SELECT Id FROM Lead");
    assert.deepEqual(await pop("URL", { url: `/${recordId}` }), NOTHING);
    await desk.page.getByRole("heading", { name: "Runner" }).first().waitFor();
  });

  test("URL shows a Visualforce page with its parameters", async () => {
    assert.deepEqual(await pop("URL", { url: "/apex/Caller?number=%2B1415" }), NOTHING);
    await desk.page.frameLocator("iframe[title='Caller']").getByRole("heading", { name: "Caller +1415" }).waitFor();
    assert.equal(new URL(desk.page.url()).pathname, "/apex/Caller");
    assert.equal(desk.page.context().pages().length, 1);
  });

  test("URL refuses what leads out of the org", async () => {
    for (const url of ["https://example.com/", "//example.com/", "javascript:alert(1)"]) {
      const { errors } = await pop("URL", { url });
      assert.equal(errors?.[0]?.code, "INVALID_PARAM", url);
    }
  });

  test("OBJECTHOME shows an object's home", async () => {
    assert.deepEqual(await pop("OBJECTHOME", { scope: "Lead" }), NOTHING);
    await desk.page.waitForURL((url) => url.pathname === "/lightning/o/Lead/list");
  });

  test("LIST shows a list view", async () => {
    assert.deepEqual(await pop("LIST", { listViewId: "AllContacts", scope: "Contact" }), NOTHING);
    await desk.page.waitForURL(
      (url) => url.pathname === "/lightning/o/Contact/list" && url.searchParams.get("filterName") === "AllContacts",
    );
    for (const params of [{ scope: "Contact" }, { listViewId: "AllContacts" }])
      assert.equal((await pop("LIST", params)).errors?.[0]?.code, "INVALID_PARAM");
  });

  test("SEARCH shows the search page, for three characters or more", async () => {
    assert.deepEqual(await pop("SEARCH", { searchString: "Coyote" }), NOTHING);
    await desk.page.waitForURL((url) => url.pathname === "/lightning/search" && url.searchParams.get("term") === "Coyote");
    await desk.page.getByRole("link", { name: "Wile Coyote" }).waitFor();
    assert.equal((await pop("SEARCH", { searchString: "Co" })).errors?.[0]?.code, "INVALID_PARAM");
  });

  test("NEW_RECORD_MODAL opens the dialog with its values, from either place", async () => {
    const { page, adapter } = desk;
    assert.deepEqual(await pop("NEW_RECORD_MODAL", { entityName: "Contact", defaultFieldValues: { LastName: "Fudd" } }), NOTHING);
    const dialog = page.getByRole("dialog", { name: /New Contact/ });
    assert.equal(await dialog.getByLabel("Last Name").inputValue(), "Fudd");
    await dialog.getByRole("button", { name: "Cancel" }).first().click();
    await dialog.waitFor({ state: "hidden" });
    await callCode(
      adapter,
      "screenPop",
      `{ type: sforce.opencti.SCREENPOP_TYPE.NEW_RECORD_MODAL, params: { entityName: "Lead" }, defaultFieldValues: { Company: "Acme" } }`,
    );
    const lead = page.getByRole("dialog", { name: /New Lead/ });
    assert.equal(await lead.getByLabel("Company").inputValue(), "Acme");
    await lead.getByRole("button", { name: "Cancel" }).first().click();
    await lead.waitFor({ state: "hidden" });
  });

  test("FLOW is refused: there are no flows", async () => {
    assert.deepEqual((await pop("FLOW", { flowDevName: "Greet", flowArgs: [] })).errors, [
      { code: "SERVER_ERROR", description: "The local org runs no flows: a screen pop of type FLOW is not supported." },
    ]);
  });

  test("a type that does not exist is refused", async () => {
    const { errors } = await call(desk.adapter, "screenPop", { type: "teleport", params: {} });
    assert.equal(errors?.[0]?.code, "INVALID_PARAM");
  });
}
