import assert from "node:assert/strict";
import { test } from "node:test";
import { adapterOf, call, NOTHING, type OpenCtiDesk } from "../../support/open-cti.ts";

export function panel(desk: OpenCtiDesk): void {
  test("the settings are flat, by section and item", async () => {
    const { success, returnValue, errors } = await call(desk.adapter, "getCallCenterSettings");
    assert.deepEqual([success, errors], [true, null]);
    assert.deepEqual(returnValue, {
      "/reqGeneralInfo/reqInternalName": "Desk",
      "/reqGeneralInfo/reqDisplayName": "Desk phone",
      "/reqGeneralInfo/reqAdapterUrl": "/apex/Adapter",
      "/reqGeneralInfo/reqUseApi": "true",
      "/reqGeneralInfo/reqSoftphoneHeight": "500",
      "/reqGeneralInfo/reqSoftphoneWidth": "380",
      "/reqGeneralInfo/reqSalesforceCompatibilityMode": "Lightning",
      "/reqGeneralInfo/reqStandbyUrl": "/apex/Standby",
      "/reqGeneralInfo/reqTimeout": "20000",
      "/dialling/prefix": "0",
    });
  });

  test("the panel opens, tells that it is visible, and is minimised", async () => {
    const { adapter, page } = desk;
    assert.deepEqual(await call(adapter, "setSoftphonePanelVisibility", { visible: false }), NOTHING);
    assert.deepEqual((await call(adapter, "isSoftphonePanelVisible")).returnValue, { visible: false });
    assert.deepEqual(await call(adapter, "setSoftphonePanelVisibility", { visible: true }), NOTHING);
    assert.deepEqual((await call(adapter, "isSoftphonePanelVisible")).returnValue, { visible: true });
    await page.locator("iframe[title='Softphone']").waitFor({ state: "visible" });
  });

  test("label and icon of item and panel change apart", async () => {
    const { adapter, page } = desk;
    const changes = [
      ["setSoftphoneItemLabel", { label: "Busy" }],
      ["setSoftphonePanelLabel", { label: "On a call" }],
      ["setSoftphoneItemIcon", { key: "end_call" }],
      ["setSoftphonePanelIcon", { key: "dial_in" }],
    ] as const;
    for (const [method, argument] of changes) assert.deepEqual(await call(adapter, method, argument), NOTHING);
    const item = page.getByRole("button", { name: "Busy" });
    await item.locator("[icon-name='utility:end_call'], .slds-icon-utility-end-call").first().waitFor();
    const dialog = page.getByRole("dialog", { name: "On a call" });
    await dialog.locator(".slds-icon-utility-dial-in").first().waitFor();
    await call(adapter, "setSoftphoneItemLabel", { label: "Phone" });
  });

  test("the panel has the size that is asked for, from the least to the most", async () => {
    const { adapter, page } = desk;
    const frame = page.locator("iframe[title='Softphone']");
    for (const [widthPX, heightPX] of [
      [200, 240],
      [640, 480],
    ]) {
      assert.deepEqual(await call(adapter, "setSoftphonePanelWidth", { widthPX }), NOTHING);
      assert.deepEqual(await call(adapter, "setSoftphonePanelHeight", { heightPX }), NOTHING);
      const box = await frame.boundingBox();
      assert.ok(Math.abs((box?.width ?? 0) - (widthPX ?? 0)) <= 2, `width ${box?.width} for ${widthPX}`);
      assert.ok(Math.abs((box?.height ?? 0) - (heightPX ?? 0)) <= 4, `height ${box?.height} for ${heightPX}`);
    }
    for (const [method, argument] of [
      ["setSoftphonePanelWidth", { widthPX: 1920 }],
      ["setSoftphonePanelHeight", { heightPX: 2560 }],
      ["setSoftphonePanelWidth", { widthPX: 380 }],
      ["setSoftphonePanelHeight", { heightPX: 400 }],
    ] as const)
      assert.equal((await call(adapter, method, argument)).success, true);
  });

  test("an adapter that does not say that it is ready gives way to the standby page, until the browser is closed", async () => {
    const page = await desk.newPage("quinn@example.com");
    await page.clock.install();
    await page.goto(desk.org.at("lightning.org", "/lightning/app/Desk"));
    const quiet = await adapterOf(page, "Quiet");
    assert.deepEqual(
      await quiet.evaluate("['publish', 'subscribe', 'unsubscribe', 'hvs'].filter((name) => name in sforce.opencti)"),
      ["hvs"],
      "version 46 has no message channels",
    );
    await page.clock.fastForward(20_500);
    const standby = await adapterOf(page, "Standby");
    assert.equal((await call(standby, "getCallCenterSettings")).success, true);
    await page.reload();
    await adapterOf(page, "Standby");
  });

  test("an adapter that is ready in time stays", async () => {
    const page = await desk.newPage("quinn@example.com");
    await page.clock.install();
    await page.goto(desk.org.at("lightning.org", "/lightning/app/Desk"));
    const quiet = await adapterOf(page, "Quiet");
    assert.deepEqual(await call(quiet, "notifyInitializationComplete"), NOTHING);
    await page.clock.fastForward(60_000);
    assert.equal((await call(quiet, "getAppViewInfo")).success, true);
    assert.match(quiet.url(), /\/apex\/Quiet/);
  });
}
