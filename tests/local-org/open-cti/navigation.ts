import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { adapterOf, call, listen, type OpenCtiDesk } from "../../support/open-cti.ts";

const HOME = "/lightning/page/home";
const LIST = "/lightning/o/Account/list";

export function navigation(desk: OpenCtiDesk): void {
  /** Shows a page that is no record, and waits until the listener has heard of it. */
  const goTo = async (path: string): Promise<void> => {
    const heard = await listen(desk.adapter, "onNavigationChange");
    if (desk.page.url() === desk.org.at("lightning.org", path)) return;
    await call(desk.adapter, "screenPop", { type: "url", params: { url: path } });
    await heard.take(1);
  };
  const people = async () => ({
    wile: await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'"),
    acme: await desk.id("SELECT Id FROM Account WHERE Name = 'Acme Rockets'"),
  });
  const view = (path: string, more: Readonly<Record<string, unknown>> = {}) => ({ url: desk.org.at("lightning.org", path), ...more });
  const wileView = (id: string) =>
    view(`/lightning/r/Contact/${id}/view`, { recordId: id, recordName: "Wile Coyote", objectType: "Contact" });

  test("a record is told with its name and object, by listener and on demand", async () => {
    const { wile } = await people();
    await goTo(HOME);
    const heard = await listen(desk.adapter, "onNavigationChange");
    await call(desk.adapter, "screenPop", { type: "url", params: { url: `/lightning/r/Contact/${wile}/view` } });
    assert.deepEqual(await heard.take(1), [wileView(wile)]);
    assert.deepEqual(await call(desk.adapter, "getAppViewInfo"), { success: true, returnValue: wileView(wile), errors: null });
  });

  test("a list is told by its address alone", async () => {
    await goTo(HOME);
    const heard = await listen(desk.adapter, "onNavigationChange");
    await call(desk.adapter, "screenPop", { type: "objecthome", params: { scope: "Account" } });
    const list = view(LIST);
    assert.deepEqual(await heard.take(1), [list]);
    assert.deepEqual((await call(desk.adapter, "getAppViewInfo")).returnValue, list);
  });

  test("the dialog for a new record is told when a screen pop opens it", async () => {
    await goTo(LIST);
    const heard = await listen(desk.adapter, "onNavigationChange");
    await call(desk.adapter, "screenPop", { type: "newRecord", params: { entityName: "Lead" } });
    assert.deepEqual(await heard.take(1), [view("/lightning/o/Lead/new")]);
    await desk.page
      .getByRole("dialog", { name: /New Lead/ })
      .getByRole("button", { name: "Cancel" })
      .first()
      .click();
    assert.deepEqual(await heard.take(1), [view(LIST)]);
  });

  test("coming back to the browser's tab is told; the same page again", async () => {
    await goTo(LIST);
    const heard = await listen(desk.adapter, "onNavigationChange");
    const list = view(LIST);
    await leaveAndReturn(desk.page);
    assert.deepEqual(await heard.take(1), [list]);
    await changeFocus(desk.page, "blur", false);
    await changeFocus(desk.page, "focus", true);
    assert.deepEqual(await heard.take(1), [list]);
  });

  test("focus that only goes into a frame of the page, such as the softphone's, is not told", async () => {
    await goTo(LIST);
    const heard = await listen(desk.adapter, "onNavigationChange");
    await changeFocus(desk.page, "blur", true);
    await changeFocus(desk.page, "focus", true);
    await call(desk.adapter, "screenPop", { type: "url", params: { url: HOME } });
    assert.deepEqual(await heard.take(1), [view(HOME)]);
  });

  test("in a console lists are silent, switching and refreshing tabs is not", async () => {
    const { wile, acme } = await people();
    const page = await desk.newPage();
    await page.goto(desk.org.at("lightning.org", `/lightning/app/Desk_Console/r/Account/${acme}/view`));
    await page.getByRole("heading", { name: "Acme Rockets" }).waitFor();
    const adapter = await adapterOf(page, "Adapter");
    const heard = await listen(adapter, "onNavigationChange");
    const go = (type: string, params: Readonly<Record<string, unknown>>) => call(adapter, "screenPop", { type, params });
    await go("url", { url: `/lightning/r/Contact/${wile}/view` });
    assert.deepEqual(await heard.take(1), [wileView(wile)]);
    // What the list would have told comes before the record's.
    await go("objecthome", { scope: "Account" });
    assert.deepEqual((await call(adapter, "getAppViewInfo")).returnValue, view(LIST));
    const acmeView = view(`/lightning/r/Account/${acme}/view`, { recordId: acme, recordName: "Acme Rockets", objectType: "Account" });
    await page.getByRole("link", { name: "Acme Rockets" }).first().click();
    assert.deepEqual(await heard.take(1), [acmeView], "the tab in front");
    await call(adapter, "refreshView");
    assert.deepEqual(await heard.take(1), [acmeView], "the tab is read again");
    await leaveAndReturn(page);
    assert.deepEqual(await heard.take(1), [acmeView], "the focus is back");
  });
}

/** What the window is told when it loses or gets the focus; afterwards the document has it or not. Waits for what follows. */
async function changeFocus(page: Page, event: "blur" | "focus", hasFocus: boolean): Promise<void> {
  await page.evaluate(
    `document.hasFocus = () => ${hasFocus}; dispatchEvent(new Event("${event}")); new Promise((done) => setTimeout(done))`,
  );
}

/** What a browser does when the person goes to another of its tabs and comes back; a headless one keeps all its tabs in front. */
async function leaveAndReturn(page: Page): Promise<void> {
  for (const state of ["hidden", "visible"])
    await page.evaluate(`Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"))`);
}
