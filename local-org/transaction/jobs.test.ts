import assert from "node:assert/strict";
import { test } from "node:test";
import { compileApex, type ApexFixture } from "../apex/emit/apex-fixture.ts";
import { drain, nextWorkAt, pendingWork } from "./drain.ts";

function names(fixture: ApexFixture, object = "Account", field = "Name"): unknown[] {
  return [...fixture.org.store.table(object).rows()].map((row) => row.get(field));
}

const QUEUEABLE = `public class Job implements Queueable, Finalizer {
  String name;
  Integer left;
  transient String gone = 'gone';
  public Job(String name, Integer left) { this.name = name; this.left = left; }
  public void execute(QueueableContext context) {
    System.attachFinalizer(this);
    insert new Account(Name = name + left + gone + System.isQueueable() + Limits.getLimitQueries());
    if (left > 0) System.enqueueJob(new Job(name, left - 1));
    if (left < 0) throw new IllegalArgumentException('no');
  }
  public void execute(FinalizerContext context) {
    String message = context.getException() == null ? '' : context.getException().getMessage();
    insert new Account(Name = 'finalizer ' + context.getResult() + message);
  }
  public static void start(String name, Integer left) {
    Job job = new Job(name, left);
    System.enqueueJob(job);
    job.name = 'changed later';
  }
  public static void startLater() { System.enqueueJob(new Job('later', 0), 5); }
  public static void startTwice() {
    AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('one').build();
    System.enqueueJob(new Job('a', 0), options);
    try {
      System.enqueueJob(new Job('b', 0), options);
    } catch (DuplicateMessageException e) {
      insert new Account(Name = 'duplicate');
    }
  }
  public static void startAndFail() {
    System.enqueueJob(new Job('never', 0));
    throw new IllegalArgumentException('rolled back');
  }
  public static void startMany(Integer count) {
    for (Integer i = 0; i < count; i++) System.enqueueJob(new Job('many', 0));
  }
}`;

test("a queueable runs after the commit, on its state when it was enqueued, with asynchronous limits", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  fixture.call("Job", "start", "x", 0);
  assert.deepEqual(names(fixture), []);
  assert.equal(pendingWork(fixture.org), 1);
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["x0nulltrue200", "finalizer SUCCESS"]);
  assert.deepEqual(names(fixture, "AsyncApexJob", "Status"), ["Completed"]);
});

test("jobs chain, one after the other, five deep in Developer Edition", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  fixture.call("Job", "start", "x", 9);
  drain(fixture.org);
  const runs = names(fixture).filter((name) => String(name).startsWith("x"));
  assert.equal(runs.length, 4);
  assert.deepEqual(names(fixture).at(-1), "finalizer UNHANDLED_EXCEPTIONMaximum stack depth has been reached.");
});

test("a failed job leaves nothing but its finalizer's work and its status", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  fixture.call("Job", "start", "x", -1);
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["finalizer UNHANDLED_EXCEPTIONno"]);
  assert.deepEqual(names(fixture, "AsyncApexJob", "Status"), ["Failed"]);
  assert.deepEqual(names(fixture, "AsyncApexJob", "ExtendedStatus"), ["System.IllegalArgumentException: no"]);
  assert.equal(fixture.org.failures()[0]?.message, "System.IllegalArgumentException: no");
});

test("a delayed job waits for the clock", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  fixture.org.clock.fix(0);
  fixture.call("Job", "startLater");
  assert.equal(drain(fixture.org), 0);
  assert.equal(nextWorkAt(fixture.org), 300_000);
  fixture.org.clock.advance(300_000);
  assert.equal(drain(fixture.org), 1);
});

test("a duplicate signature is refused while the first job waits", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  fixture.call("Job", "startTwice");
  assert.deepEqual(names(fixture), ["duplicate"]);
});

test("a transaction that rolls back enqueues nothing", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  assert.throws(() => fixture.call("Job", "startAndFail"), /rolled back/);
  assert.equal(pendingWork(fixture.org), 0);
});

test("the 51st job of a transaction passes the limit", () => {
  const fixture = compileApex({ "Job.cls": QUEUEABLE });
  assert.throws(() => fixture.call("Job", "startMany", 51), /Too many queueable jobs added to the queue: 51/);
});

const FUTURE = `public class Later {
  static Integer calls = 0;
  @future public static void save(List<String> names) {
    for (String name : names) insert new Account(Name = name + System.isFuture());
    calls++;
  }
  @future public static void nested() { save(new List<String>{'x'}); }
  public static void run() {
    List<String> names = new List<String>{'a'};
    save(names);
    names.add('b');
  }
  public static void runNested() { nested(); }
}`;

test("a future method runs later with its arguments as they were", () => {
  const fixture = compileApex({ "Later.cls": FUTURE });
  fixture.call("Later", "run");
  assert.deepEqual(names(fixture), []);
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["atrue"]);
});

test("a future method cannot call another", () => {
  const fixture = compileApex({ "Later.cls": FUTURE });
  fixture.call("Later", "runNested");
  drain(fixture.org);
  assert.match(
    fixture.org.failures()[0]?.message ?? "",
    /^System\.AsyncException: Future method cannot be called from a future or batch method/,
  );
});

const batch = (extra: string): string => `public class Fill implements Database.Batchable<Object>${extra} {
  public Integer seen = 0;
  public Iterable<Object> start(Database.BatchableContext context) {
    return new List<Object>{1, 2, 3, 4, 5};
  }
  public void execute(Database.BatchableContext context, List<Object> scope) {
    seen += scope.size();
    if (scope.contains(3)) throw new IllegalArgumentException('three');
    insert new Account(Name = scope.size() + ' of ' + seen);
  }
  public void finish(Database.BatchableContext context) { insert new Account(Name = 'finish ' + seen); }
  public static void run() { Database.executeBatch(new Fill(), 2); }
}`;

test("a batch runs scope by scope; a failed scope does not stop the others, and state is lost between them", () => {
  const fixture = compileApex({ "Fill.cls": batch("") });
  fixture.call("Fill", "run");
  drain(fixture.org);
  assert.deepEqual(names(fixture), ["2 of 2", "1 of 1", "finish 0"]);
  const [job] = fixture.org.store.table("AsyncApexJob").rows();
  assert.deepEqual(
    ["Status", "TotalJobItems", "JobItemsProcessed", "NumberOfErrors"].map((field) => job?.get(field)),
    ["Completed", 3, 3, 1],
  );
});

test("a stateful batch keeps its state", () => {
  const fixture = compileApex({ "Fill.cls": batch(", Database.Stateful") });
  fixture.call("Fill", "run");
  drain(fixture.org);
  assert.equal(names(fixture).at(-1), "finish 5");
});

const SCHEDULABLE = `public class Nightly implements Schedulable {
  public void execute(SchedulableContext context) { insert new Account(Name = 'run ' + System.isScheduled()); }
  public static void start() { System.schedule('nightly', '0 0 2 * * ?', new Nightly()); }
  public static void stop() {
    for (CronTrigger one : [SELECT Id FROM CronTrigger]) System.abortJob(one.Id);
  }
}`;

test("a scheduled job fires at its times until it is aborted", () => {
  const fixture = compileApex({ "Nightly.cls": SCHEDULABLE });
  const { org } = fixture;
  org.clock.fix(Date.parse("2026-03-01T00:00:00Z"));
  fixture.call("Nightly", "start");
  assert.throws(() => fixture.call("Nightly", "start"), /The Apex job named "nightly" is already scheduled for execution/);
  org.clock.advance(3 * 3_600_000);
  drain(org);
  org.clock.advance(24 * 3_600_000);
  drain(org);
  assert.deepEqual(names(fixture), ["run true", "run true"]);
  assert.deepEqual(names(fixture, "CronTrigger", "TimesTriggered"), [2]);
  fixture.call("Nightly", "stop");
  org.clock.advance(24 * 3_600_000);
  drain(org);
  assert.equal(names(fixture).length, 2);
});
