import assert from "node:assert/strict";
import { test } from "node:test";
import { compileApex, type ApexFixture } from "../apex/emit/apex-fixture.ts";
import { drain, nextWorkAt, pendingWork } from "./drain.ts";
import { transact } from "./memory-org.ts";
import { TestContext } from "./test-context.ts";

function names(fixture: ApexFixture): unknown[] {
  return [...fixture.org.store.table("Account").rows()].map((row) => row.get("Name"));
}

const PUBLISHER = `public class Publisher {
  public static void publish(Integer count) {
    List<Ping__e> events = new List<Ping__e>();
    for (Integer i = 0; i < count; i++) events.add(new Ping__e(Text__c = String.valueOf(i)));
    List<Database.SaveResult> results = EventBus.publish(events);
    System.assert(results[0].isSuccess());
    System.assertEquals(StatusCode.OPERATION_ENQUEUED, results[0].getErrors()[0].getStatusCode());
    System.assertEquals(results[0].getErrors()[0].getMessage(), EventBus.getOperationId(results[0]));
  }
  public static void publishAndFail() {
    EventBus.publish(new Ping__e(Text__c = 'lost'));
    EventBus.publish(new Now__e(Text__c = 'kept'));
    throw new IllegalArgumentException('no');
  }
  public static void publishNothing() {
    Database.SaveResult result = EventBus.publish(new Ping__e());
    System.assert(!result.isSuccess());
    System.assertEquals(StatusCode.REQUIRED_FIELD_MISSING, result.getErrors()[0].getStatusCode());
  }
  public static void rollBack() {
    Savepoint before = Database.setSavepoint();
    EventBus.publish(new Ping__e(Text__c = 'lost'));
    Database.rollback(before);
  }
}`;

const onPing = (body: string): string => `trigger OnPing on Ping__e (after insert) { ${body} }`;
const COUNT = "insert new Account(Name = Trigger.new.size() + ' by ' + UserInfo.getName());";

test("events are delivered after the commit, up to 2,000 at once, as Automated Process", () => {
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(COUNT) });
  fixture.call("Publisher", "publish", 2100);
  assert.equal(pendingWork(fixture.org), 1);
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["2000 by auto", "100 by auto"]);
});

test("events of a failed transaction are lost, unless they are published immediately", () => {
  const now = "trigger OnNow on Now__e (after insert) { insert new Account(Name = Trigger.new[0].Text__c); }";
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(COUNT), "OnNow.trigger": now });
  assert.throws(() => fixture.call("Publisher", "publishAndFail"));
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["kept"]);
});

test("an event without its required field is refused, and a rollback takes events back", () => {
  const fixture = compileApex({ "Publisher.cls": PUBLISHER });
  fixture.call("Publisher", "publishNothing");
  fixture.call("Publisher", "rollBack");
  assert.equal(pendingWork(fixture.org), 0);
});

test("a batch that dies goes on after its checkpoint with the work done until then", () => {
  const body = `
    Integer done = 0;
    for (Ping__e ping : Trigger.new) {
      if (ping.Text__c == '3' && done > 0) throw new IllegalArgumentException('three');
      insert new Account(Name = ping.Text__c);
      done++;
      if (done <= 2) EventBus.TriggerContext.currentContext().setResumeCheckpoint(ping.ReplayId);
    }`;
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(body) });
  fixture.call("Publisher", "publish", 5);
  drain(fixture.org);
  assert.deepEqual(
    names(fixture),
    ["0", "1", "2", "3", "4"].filter((name) => names(fixture).includes(name)),
  );
  assert.deepEqual(names(fixture), ["0", "1", "2", "3", "4"]);
});

test("a batch that dies without a checkpoint is lost", () => {
  const body = "insert new Account(Name = 'gone'); throw new IllegalArgumentException('x');";
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(body) });
  fixture.call("Publisher", "publish", 2);
  drain(fixture.org);
  assert.deepEqual(names(fixture), []);
  assert.equal(pendingWork(fixture.org), 0);
  assert.match(fixture.org.failures()[0]?.message ?? "", /IllegalArgumentException: x/);
});

test("a checkpoint ends a run early: the rest is delivered again", () => {
  const body = `
    insert new Account(Name = Trigger.new.size() + ' from ' + Trigger.new[0].Text__c);
    EventBus.TriggerContext.currentContext().setResumeCheckpoint(Trigger.new[Math.min(2, Trigger.new.size()) - 1].ReplayId);`;
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(body) });
  fixture.call("Publisher", "publish", 5);
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["5 from 0", "3 from 2", "1 from 4"]);
});

test("RetryableException delivers the batch again, nine times; then the trigger is stopped", () => {
  const body = `
    EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
    if (context.retries == 9) System.assertEquals('again', context.lastError);
    throw new EventBus.RetryableException('again');`;
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(body) });
  const { org } = fixture;
  org.clock.fix(0);
  fixture.call("Publisher", "publish", 1);
  let runs = 0;
  for (;;) {
    runs += drain(org);
    const next = nextWorkAt(org);
    if (next === null) break;
    org.clock.advance(next - org.clock.now());
  }
  assert.equal(runs, 10);
  assert.deepEqual(org.events.stopped(), ["OnPing"]);
});

test("a retry that succeeds clears the count", () => {
  const body = `
    if (EventBus.TriggerContext.currentContext().retries < 2) throw new EventBus.RetryableException('wait');
    insert new Account(Name = 'after ' + EventBus.TriggerContext.currentContext().retries);`;
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(body) });
  fixture.org.clock.fix(0);
  fixture.call("Publisher", "publish", 1);
  for (let count = 0; count < 3; count++) {
    drain(fixture.org);
    fixture.org.clock.advance(10_000);
  }
  assert.deepEqual(names(fixture), ["after 2"]);
});

test("a subscriber's settings give its user and batch size, and held events wait", () => {
  const fixture = compileApex({ "Publisher.cls": PUBLISHER, "OnPing.trigger": onPing(COUNT) });
  const { org } = fixture;
  org.events.configs.set("onping", { user: org.users.administrator, batchSize: 2 });
  org.events.isHeld = true;
  fixture.call("Publisher", "publish", 3);
  assert.equal(drain(org), 0);
  org.events.isHeld = false;
  drain(org);
  assert.deepEqual(names(fixture), ["2 by admin", "1 by admin"]);
});

const CALLBACK = `public class Watcher implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
  public void onSuccess(EventBus.SuccessResult result) { insert new Account(Name = 'success ' + result.getEventUuids().size()); }
  public void onFailure(EventBus.FailureResult result) { insert new Account(Name = 'failure ' + result.getEventUuids().size()); }
  public static void publish() { EventBus.publish(new List<Ping__e>{new Ping__e(Text__c = 'a'), new Ping__e(Text__c = 'b')}, new Watcher()); }
  public static void inTest() {
    publish();
    Test.getEventBus().fail();
    System.assertEquals('failure 2', [SELECT Name FROM Account].Name);
    publish();
    Test.getEventBus().deliver();
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Name = 'success 2']);
  }
}`;

test("publish callbacks hear of success outside of tests, and of what the test decides inside", () => {
  const fixture = compileApex({ "Watcher.cls": CALLBACK });
  fixture.call("Watcher", "publish");
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["success 2"]);
  fixture.org.store.purge("Account", String([...fixture.org.store.table("Account").rows()][0]?.get("Id")));
  transact(fixture.org, () => fixture.program.callStatic("Watcher", "inTest", []), { test: new TestContext("Watcher", "inTest") });
});
