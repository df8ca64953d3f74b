import assert from "node:assert/strict";
import { test } from "node:test";
import { call, listen, NOTHING, type OpenCtiDesk } from "../../support/open-cti.ts";

export function clicks(desk: OpenCtiDesk): void {
  const showWile = async (): Promise<string> => {
    const recordId = await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'");
    await call(desk.adapter, "setSoftphonePanelVisibility", { visible: false });
    await call(desk.adapter, "screenPop", { type: "sobject", params: { recordId } });
    await desk.page.getByRole("heading", { name: "Wile Coyote" }).waitFor();
    return recordId;
  };
  const number = () => desk.page.getByRole("button", { name: "+14155550101" }).first();

  test("phone fields dial once the adapter has enabled it: number, record, name and object", async () => {
    const recordId = await showWile();
    const heard = await listen(desk.adapter, "onClickToDial");
    assert.deepEqual(await call(desk.adapter, "enableClickToDial"), NOTHING);
    await number().click();
    assert.deepEqual(await heard.take(1), [{ number: "+14155550101", recordId, recordName: "Wile Coyote", objectType: "Contact" }]);
  });

  test("a list dials the number of its row", async () => {
    const recordId = await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'");
    const heard = await listen(desk.adapter, "onClickToDial");
    await call(desk.adapter, "enableClickToDial");
    await call(desk.adapter, "screenPop", { type: "list", params: { listViewId: "AllContacts", scope: "Contact" } });
    await desk.page
      .getByRole("row", { name: /Coyote/ })
      .getByRole("button", { name: "+14155550101" })
      .click();
    assert.deepEqual(await heard.take(1), [{ number: "+14155550101", recordId, recordName: "Wile Coyote", objectType: "Contact" }]);
  });

  test("disabled, they are links to the computer's own phone", async () => {
    await showWile();
    await call(desk.adapter, "enableClickToDial");
    await number().waitFor();
    assert.deepEqual(await call(desk.adapter, "disableClickToDial"), NOTHING);
    await desk.page.locator("a[href='tel:+14155550101']").first().waitFor();
    assert.equal(await number().count(), 0);
  });

  test("lightning-click-to-dial dials with what the org knows of its record, and its own params", async () => {
    const recordId = await showWile();
    const heard = await listen(desk.adapter, "onClickToDial");
    const component = desk.page.locator("c-desk");
    await component.evaluate((element, id) => Reflect.set(element, "recordId", id), recordId);
    await desk.page.getByRole("button", { name: "Desk", exact: true }).click();
    assert.equal(await component.locator("lightning-click-to-dial button").count(), 0, "text while click-to-dial is off");
    await call(desk.adapter, "enableClickToDial");
    await component.locator("lightning-click-to-dial button").click();
    assert.deepEqual(await heard.take(1), [
      { number: "+1 415 555 0100", recordId, recordName: "Wile Coyote", objectType: "Contact", params: "queue=desk,line=2" },
    ]);
  });

  test("in a frame, as by Lightning Out, lightning-click-to-dial is only text", async () => {
    await call(desk.adapter, "enableClickToDial");
    const status = await desk.adapter.evaluate(`new Promise((done) => $Lightning.use("c:deskOut", () =>
      $Lightning.createComponent("c:desk", {}, "place", (made, status) => done(status))))`);
    assert.equal(status, "SUCCESS");
    await desk.adapter.locator("lightning-click-to-dial", { hasText: "+1 415 555 0100" }).waitFor({ state: "attached" });
    assert.equal(await desk.adapter.locator("lightning-click-to-dial button").count(), 0);
  });

  test("messages of a channel come from components and go to them, until the subscription ends", async () => {
    const { adapter, page } = desk;
    const subscribed = await adapter.evaluate(`new Promise((callback) => {
      window.ringing = [];
      sforce.opencti.subscribe({ channelName: "Ring__c", listener: (message) => ringing.push(message), callback: (result) => {
        window.subscription = result.returnValue;
        callback(result.success && typeof result.returnValue === "object");
      } });
    })`);
    assert.equal(subscribed, true);
    await page.locator("c-desk").getByText("Publish").dispatchEvent("click");
    await adapter.waitForFunction("ringing.length === 1");
    assert.deepEqual(await adapter.evaluate("ringing"), [{ said: "by the desk" }]);
    assert.deepEqual(await call(adapter, "publish", { channelName: "Ring__c", message: { said: "by the adapter" } }), NOTHING);
    await page.locator("c-desk output", { hasText: "by the adapter" }).waitFor({ state: "attached" });
    await adapter.waitForFunction("ringing.length === 2");
    assert.deepEqual(await adapter.evaluate("new Promise((callback) => sforce.opencti.unsubscribe({ subscription, callback }))"), NOTHING);
    await call(adapter, "publish", { channelName: "Ring__c", message: { said: "again" } });
    await page.locator("c-desk output", { hasText: "again" }).waitFor({ state: "attached" });
    assert.equal(await adapter.evaluate("ringing.length"), 2);
  });
}
