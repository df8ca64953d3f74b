import assert from "node:assert/strict";
import { test } from "node:test";
import { localRequest } from "../../../local-org/http/local-request.ts";
import { adapterOf, call, callCode, type OpenCtiDesk } from "../../support/open-cti.ts";

const METHODS = [
  "disableClickToDial",
  "enableClickToDial",
  "getAppViewInfo",
  "getCallCenterSettings",
  "getSoftphoneLayout",
  "hvs",
  "isSoftphonePanelVisible",
  "notifyInitializationComplete",
  "onClickToDial",
  "onNavigationChange",
  "publish",
  "refreshView",
  "runApex",
  "saveLog",
  "screenPop",
  "searchAndScreenPop",
  "setSoftphoneItemIcon",
  "setSoftphoneItemLabel",
  "setSoftphonePanelHeight",
  "setSoftphonePanelIcon",
  "setSoftphonePanelLabel",
  "setSoftphonePanelVisibility",
  "setSoftphonePanelWidth",
  "subscribe",
  "unsubscribe",
];
const CONSTANTS = ["CALL_TYPE", "SCREENPOP_TYPE"];

/** Arguments that are wrong, and the parameter that the answer names. */
const WRONG: readonly (readonly [method: string, argument: string, parameter: string])[] = [
  ["setSoftphonePanelHeight", "{ heightPX: 239 }", "heightPX"],
  ["setSoftphonePanelHeight", "{ heightPX: 2561 }", "heightPX"],
  ["setSoftphonePanelHeight", "{}", "heightPX"],
  ["setSoftphonePanelWidth", "{ widthPX: 199 }", "widthPX"],
  ["setSoftphonePanelWidth", "{ widthPX: 1921 }", "widthPX"],
  ["setSoftphonePanelWidth", "{ widthPX: '300' }", "widthPX"],
  ["setSoftphonePanelVisibility", "{ visible: 'yes' }", "visible"],
  ["setSoftphonePanelLabel", "{ label: 1 }", "label"],
  ["setSoftphoneItemLabel", "{}", "label"],
  ["setSoftphoneItemIcon", "{ key: '' }", "key"],
  ["setSoftphonePanelIcon", "{}", "key"],
  ["runApex", "{ methodName: 'greet' }", "apexClass"],
  ["runApex", "{ apexClass: 'Directory' }", "methodName"],
  ["runApex", "{ apexClass: 'Directory', methodName: 'greet', methodParams: {} }", "methodParams"],
  ["saveLog", "{}", "value"],
  ["saveLog", "{ value: { Subject: 'Call' } }", "value"],
  ["screenPop", "{ params: {} }", "type"],
  ["screenPop", "{ type: 'sobject' }", "params"],
  ["screenPop", "{ type: 'sobject', params: {} }", "params"],
  ["searchAndScreenPop", "{ searchParams: 1 }", "searchParams"],
  ["searchAndScreenPop", "{ searchParams: 'a', deferred: 1 }", "deferred"],
  ["publish", "{ channelName: 'Ring__c', message: { now() {} } }", "message"],
  ["publish", "{ message: {} }", "channelName"],
  ["subscribe", "{ channelName: 'Ring__c' }", "listener"],
  ["unsubscribe", "{}", "subscription"],
  ["unsubscribe", "{ subscription: { id: 999 } }", "subscription"],
];

export function boundaries(desk: OpenCtiDesk): void {
  test("sforce.opencti has the methods and constants of the guide, and no others", async () => {
    const names = await desk.adapter.evaluate<string[]>("Object.keys(sforce.opencti)");
    assert.deepEqual(names.toSorted(), [...CONSTANTS, ...METHODS].toSorted());
    const types = await desk.adapter.evaluate<string[]>("Object.keys(sforce.opencti.SCREENPOP_TYPE)");
    assert.deepEqual(types, ["SOBJECT", "URL", "OBJECTHOME", "LIST", "SEARCH", "NEW_RECORD_MODAL", "FLOW"]);
    const kinds = await desk.adapter.evaluate<string[]>("Object.keys(sforce.opencti.CALL_TYPE)");
    assert.deepEqual(kinds, ["INBOUND", "OUTBOUND", "INTERNAL"]);
  });

  test("a wrong argument is INVALID_PARAM and names the parameter", async () => {
    for (const [method, argument, parameter] of WRONG) {
      const { success, returnValue, errors } = await callCode(desk.adapter, method, argument);
      assert.deepEqual([success, returnValue, errors?.length], [false, null, 1], `${method} ${argument}`);
      assert.equal(errors?.[0]?.code, "INVALID_PARAM", `${method} ${argument}`);
      assert.match(errors[0].description, new RegExp(`\\b${parameter}\\b`), `${method} ${argument}`);
      assert.equal("details" in errors[0], false, `${method} ${argument}`);
    }
  });

  test("the words of a refusal are the guide's", async () => {
    const { errors } = await call(desk.adapter, "setSoftphonePanelHeight");
    assert.deepEqual(errors, [
      {
        code: "INVALID_PARAM",
        description:
          "An invalid value was passed to the parameter heightPX. A number from 240 to 2560 was expected, but UNDEFINED was found instead.",
      },
    ]);
  });

  test("Sales Engagement is refused by name", async () => {
    for (const name of ["onWorkStart", "completeWork"]) {
      const message = await desk.adapter.evaluate<string>(
        `(() => { try { sforce.opencti.hvs.${name}({}); } catch (error) { return error.message; } })()`,
      );
      assert.equal(message, `sforce.opencti.hvs.${name} is not supported by the local org: it has no Sales Engagement.`);
    }
  });

  test("outside of the softphone's frame the script does not start", async () => {
    const page = await desk.newPage();
    const fault = page.waitForEvent("pageerror");
    await page.goto(desk.org.at("vf.org", "/apex/Adapter"));
    assert.equal(
      (await fault).message,
      "Failed to initialize Open CTI. Ensure that it is loaded from the right frame with correct URL parameters.",
    );
    assert.equal(await page.evaluate("typeof sforce"), "undefined");
  });

  test("the script has the versions of the API for Lightning, each with its methods, on both hosts", async () => {
    const status = async (host: "lightning.org" | "vf.org", path: string): Promise<number> =>
      (await localRequest(desk.org.at(host, `/support/api/${path}`), { method: "GET" })).status;
    for (const version of ["38.0", "52.0", "67.0"])
      for (const host of ["lightning.org", "vf.org"] as const)
        for (const file of ["opencti.js", "opencti_min.js"]) assert.equal(await status(host, `${version}/lightning/${file}`), 200);
    for (const version of ["37.0", "68.0", "67.1"]) assert.equal(await status("vf.org", `${version}/lightning/opencti_min.js`), 404);
  });

  test("only the adapter's own frame and origin are answered", async () => {
    const { page, adapter } = desk;
    // The same origin, but another frame.
    const stranger = desk.org.at("vf.org", "/apex/Caller");
    const heard = await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.src = ${JSON.stringify(stranger)};
      frame.id = "stranger";
      frame.onload = () => resolve(true);
      document.body.append(frame);
    })`);
    assert.equal(heard, true);
    const strange = await (await page.$("#stranger"))?.contentFrame();
    await strange?.evaluate(TAKE_OVER);
    // The window itself.
    await page.evaluate(TAKE_OVER.replace("parent.postMessage", "window.postMessage"));
    // A frame inside the adapter's.
    await adapter.evaluate(`new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<script>" + ${JSON.stringify(TAKE_OVER.replace("parent.", "top."))} + "<" + "/script>";
      frame.onload = resolve;
      document.body.append(frame);
    })`);
    // Posted messages keep their order: what the adapter says now is heard after them.
    assert.equal((await call(adapter, "setSoftphoneItemLabel", { label: "Line" })).success, true);
    await page.getByRole("button", { name: "Line" }).waitFor();
    assert.equal(await page.getByText("Taken over").count(), 0);
    await page.evaluate("document.getElementById('stranger').remove()");
  });

  test("an adapter that has gone to a foreign page is no longer heard", async () => {
    const page = await desk.newPage();
    await page.goto(desk.org.at("lightning.org", "/lightning/app/Desk"));
    const element = await page.waitForSelector("iframe[title='Softphone']", { state: "attached" });
    const frame = await element.contentFrame();
    await frame?.waitForURL(/\/apex\/Adapter/);
    await frame?.goto(desk.org.at("site.org", "/elsewhere"));
    // Messages to one window keep their order: when the last is heard, the stranger's was.
    const last = page.evaluate("new Promise((resolve) => addEventListener('message', ({ data }) => data === 'last' && resolve(data)))");
    await frame?.evaluate(TAKE_OVER);
    await frame?.evaluate(`setInterval(() => parent.postMessage("last", "*"), 20)`);
    assert.equal(await last, "last");
    await page.getByRole("button", { name: "Phone" }).waitFor();
    assert.equal(await page.getByText("Taken over").count(), 0);
  });

  test("in a frame without a container around it, calls are SOFTPHONE_CONTAINER_ERROR", async () => {
    const page = await desk.newPage();
    await page.clock.install();
    await page.goto(desk.org.at("lightning.org", "/lightning/context.js"));
    const adapter = desk.org.at("vf.org", `/apex/Adapter?mode=Lightning&sfdcIframeOrigin=${desk.org.at("lightning.org", "")}`);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { title: "Softphone", src: ${JSON.stringify(adapter)} }))`,
    );
    const answered = call(await adapterOf(page, "Adapter"), "getAppViewInfo");
    await page.clock.fastForward(31_000);
    assert.deepEqual(
      (await answered).errors?.map(({ code }) => code),
      ["SOFTPHONE_CONTAINER_ERROR"],
    );
  });

  test("answers that do not come from the container are ignored by the script", async () => {
    const got = await desk.adapter.evaluate(`new Promise((resolve) => {
      const forged = { localOrgOpenCti: 1, kind: "result", result: { success: true, returnValue: "forged", errors: null } };
      sforce.opencti.getAppViewInfo({ callback: ({ returnValue }) => resolve(returnValue) });
      for (let id = 1; id < 500; id++) window.postMessage({ ...forged, id }, "*");
    })`);
    assert.notEqual(got, "forged");
  });
}

const TAKE_OVER = `parent.postMessage({ localOrgOpenCti: 1, kind: "call", id: 1, method: "setSoftphonePanelLabel", argument: { label: "Taken over" } }, "*")`;
