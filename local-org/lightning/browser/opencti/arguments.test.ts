import assert from "node:assert/strict";
import { test } from "node:test";
import { ARGUMENTS, refusalOf } from "./arguments.ts";

const callback = (): void => undefined;

/** One right argument for each method, with all that it may hold. */
const RIGHT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  enableClickToDial: { callback },
  disableClickToDial: { callback },
  onClickToDial: { listener: callback },
  onNavigationChange: { listener: callback },
  getAppViewInfo: { callback },
  getCallCenterSettings: { callback },
  getSoftphoneLayout: { callback },
  isSoftphonePanelVisible: { callback },
  notifyInitializationComplete: { callback },
  refreshView: { callback },
  runApex: { apexClass: "Directory", methodName: "greet", methodParams: "a=1&b=2", callback },
  saveLog: { value: { entityApiName: "Task", Subject: "Call", WhoId: null }, callback },
  screenPop: { type: "sobject", params: { recordId: "003" }, defaultFieldValues: {}, callback },
  searchAndScreenPop: {
    searchParams: "Acme",
    queryParams: "a=1",
    params: { flowArgs: [] },
    defaultFieldValues: { LastName: "Marsh" },
    callType: "inbound",
    deferred: true,
    callback,
  },
  setSoftphoneItemIcon: { key: "call", callback },
  setSoftphoneItemLabel: { label: "Phone", callback },
  setSoftphonePanelIcon: { key: "call", callback },
  setSoftphonePanelLabel: { label: "Phone", callback },
  setSoftphonePanelHeight: { heightPX: 240, callback },
  setSoftphonePanelWidth: { widthPX: 1920, callback },
  setSoftphonePanelVisibility: { visible: false, callback },
  subscribe: { channelName: "Ring__c", listener: callback, callback },
  publish: { channelName: "Ring__c", message: { list: [1, "two", null, { three: true }] }, callback },
  unsubscribe: { subscription: { id: 1 }, callback },
};

test("every method has an argument that it takes", () => {
  assert.deepEqual(Object.keys(RIGHT).toSorted(), Object.keys(ARGUMENTS).toSorted());
  for (const [method, argument] of Object.entries(RIGHT)) assert.equal(refusalOf(method, argument), null, method);
});

test("a callback that is no function is refused everywhere", () => {
  for (const [method, argument] of Object.entries(RIGHT)) {
    if (!("callback" in argument)) continue;
    assert.match(refusalOf(method, { ...argument, callback: "later" }) ?? "", /parameter callback\. A function was expected, but "later"/);
  }
});

test("methods that only ask need their callback; the others may do without", () => {
  const needing = Object.keys(RIGHT).filter((method) => refusalOf(method, { ...RIGHT[method], callback: undefined }) !== null);
  assert.deepEqual(needing, ["getAppViewInfo", "getCallCenterSettings", "getSoftphoneLayout", "isSoftphonePanelVisible"]);
});

test("arguments come as one object", () => {
  for (const argument of [undefined, null, "sobject", 1, []]) assert.match(refusalOf("screenPop", argument) ?? "", /takes one object/);
});

test("a message holds what JSON holds, at any depth", () => {
  const refused = (message: unknown) => refusalOf("publish", { channelName: "Ring__c", message });
  assert.match(refused({ deep: [{ now: callback }] }) ?? "", /parameter message.*a function or a symbol/);
  assert.match(refused({ mark: Symbol("mark") }) ?? "", /a function or a symbol/);
});

test("an optional argument may be null, a required one not", () => {
  assert.equal(refusalOf("searchAndScreenPop", { searchParams: null, callType: null }), null);
  assert.match(refusalOf("setSoftphonePanelWidth", { widthPX: null }) ?? "", /A number from 200 to 1920 was expected, but NULL was found/);
});
