import assert from "node:assert/strict";
import { test } from "node:test";
import { salesforceModule } from "./salesforce-modules.ts";

function sourceOf(id: string): string {
  const module = salesforceModule(id);
  assert.ok(module !== null && "source" in module, `${id} has no source`);
  return module.source;
}

test("an Apex method is asked for by class and method, without the namespace", () => {
  assert.match(sourceOf("@salesforce/apex/CallController.getCall"), /apexMethod\("CallController", "getCall"\)/);
  assert.match(sourceOf("@salesforce/apex/ns.CallController.getCall"), /apexMethod\("CallController", "getCall"\)/);
});

test("refreshApex and getSObjectValue come from @salesforce/apex itself", () => {
  assert.match(sourceOf("@salesforce/apex"), /export \{ getSObjectValue, refreshApex \}/);
});

test("a field of the schema knows its object, over relationships too", () => {
  assert.match(sourceOf("@salesforce/schema/Account"), /\{"objectApiName":"Account"\}/);
  assert.match(sourceOf("@salesforce/schema/Contact.Account.Name"), /\{"fieldApiName":"Account.Name","objectApiName":"Contact"\}/);
});

test("custom labels are the org's, other labels those of the base components", () => {
  assert.match(sourceOf("@salesforce/label/c.Softphone_Title"), /label\("Softphone_Title"\)/);
  assert.equal(salesforceModule("@salesforce/label/LightningControl.clear"), null);
});

test("locale values are the user's, other i18n values those of the base components", () => {
  assert.match(sourceOf("@salesforce/i18n/locale"), /i18n\("locale"\)/);
  assert.match(sourceOf("@salesforce/i18n/dateTime.shortDateFormat"), /i18n\("dateTime.shortDateFormat"\)/);
  assert.equal(salesforceModule("@salesforce/i18n/defaultCalendar"), null);
});

test("a message channel is its name", () => {
  assert.match(sourceOf("@salesforce/messageChannel/Call__c"), /\{ name: "Call__c" \}/);
});

test("what is not supported is refused by its name", () => {
  for (const id of [
    "@salesforce/apexContinuation/A.b",
    "@salesforce/contentAssetUrl/x",
    "@salesforce/community/Id",
    "@salesforce/site/Id",
  ]) {
    const module = salesforceModule(id);
    assert.ok(module !== null && "refusal" in module, id);
    assert.match(module.refusal, /does not support/);
  }
  const user = salesforceModule("@salesforce/user/Name");
  assert.ok(user !== null && "refusal" in user && user.refusal.includes("@salesforce/user/Name"));
});

test("an Apex import without a method is refused", () => {
  const module = salesforceModule("@salesforce/apex/CallController");
  assert.ok(module !== null && "refusal" in module && module.refusal.includes("CallController"));
});
