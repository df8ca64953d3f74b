import assert from "node:assert/strict";
import { test } from "node:test";
import { createMessageContext, publish, releaseMessageContext, subscribe, unsubscribe } from "./messageService.ts";

test("a message reaches every subscriber of its channel, and no other", () => {
  const context = createMessageContext();
  const heard: unknown[] = [];
  subscribe(context, { name: "Talk__c" }, (message) => heard.push(message));
  subscribe(createMessageContext(), { name: "Talk__c" }, (message) => heard.push(message));
  subscribe(context, { name: "Other__c" }, () => heard.push("other"));
  publish(context, { name: "Talk__c" }, { text: "hello" });
  assert.deepEqual(heard, [{ text: "hello" }, { text: "hello" }]);
});

test("what a subscriber gets is a copy", () => {
  const context = createMessageContext();
  const message = { text: "before" };
  let heard: unknown;
  subscribe(context, { name: "Copy__c" }, (copy) => (heard = copy));
  publish(context, { name: "Copy__c" }, message);
  message.text = "after";
  assert.deepEqual(heard, { text: "before" });
});

test("ended subscriptions and released contexts hear nothing", () => {
  const [one, two] = [createMessageContext(), createMessageContext()];
  const heard: string[] = [];
  const subscription = subscribe(one, { name: "End__c" }, () => heard.push("one"));
  subscribe(two, { name: "End__c" }, () => heard.push("two"));
  unsubscribe(subscription);
  releaseMessageContext(two);
  unsubscribe(null);
  publish(one, { name: "End__c" }, {});
  assert.deepEqual(heard, []);
});

test("what cannot be copied, and contexts and channels that are none, are refused", () => {
  const context = createMessageContext();
  assert.throws(() => publish(context, { name: "X__c" }, { call: () => 1 }), { name: "DataCloneError" });
  assert.throws(() => publish(Object.create(null) as typeof context, { name: "X__c" }), /message context/);
  assert.throws(() => subscribe(context, {} as { name: string }, () => undefined), /message channel/);
});
