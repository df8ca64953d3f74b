import assert from "node:assert/strict";
import { test } from "node:test";
import { compileApex } from "../apex/emit/apex-fixture.ts";
import { transact } from "./memory-org.ts";
import { TestContext } from "./test-context.ts";
import { finishTest } from "./test-run.ts";

/** Runs a body as a test method; gives the org afterwards. */
function runTest(body: string, members = "", units: Readonly<Record<string, string>> = {}): void {
  const { org, program } = compileApex({ ...units, "Main.cls": `public class Main { ${members} public static void run() {\n${body}\n} }` });
  transact(
    org,
    (transaction) => {
      program.callStatic("Main", "run", []);
      finishTest(transaction);
    },
    { test: new TestContext("Main", "run"), kind: "RUNTEST_SYNC" },
  );
  assert.equal(org.store.table("Account").size, 0);
}

const JOBS = `
  static Boolean done = false;
  static String mode = '';
  @future static void later() { done = true; insert new Account(Name = 'future'); }
  public class Job implements Queueable {
    public void execute(QueueableContext context) {
      insert new Account(Name = 'queueable');
      if (mode == 'chain') System.enqueueJob(new Job());
      if (mode == 'fail') throw new IllegalArgumentException('job failed');
    }
  }
  public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { insert new Account(Name = 'scheduled'); }
  }
  public class Fill implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<SObject> scope) { insert new Contact(LastName = String.valueOf(scope.size())); }
    public void finish(Database.BatchableContext context) { }
  }`;

test("stopTest runs what was enqueued, and static state is shared with the test", () => {
  runTest(
    `Test.startTest();
    later();
    System.enqueueJob(new Job());
    Id scheduled = System.schedule('n', '0 0 0 1 1 ? 2099', new Nightly());
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    Test.stopTest();
    System.assert(done);
    System.assertEquals(3, [SELECT COUNT() FROM Account]);
    CronTrigger trigger_x = [SELECT TimesTriggered, CronExpression FROM CronTrigger WHERE Id = :scheduled];
    System.assertEquals(0, trigger_x.TimesTriggered);
    System.assertEquals(2, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Completed']);`,
    JOBS,
  );
});

test("a batch in a test runs one scope", () => {
  runTest(
    `insert new List<Account>{new Account(Name = 'a'), new Account(Name = 'b')};
    Test.startTest();
    Database.executeBatch(new Fill());
    Test.stopTest();
    System.assertEquals('2', [SELECT LastName FROM Contact].LastName);`,
    JOBS,
  );
  assert.throws(
    () =>
      runTest(
        `insert new List<Account>{new Account(Name = 'a'), new Account(Name = 'b')};
        Test.startTest();
        Database.executeBatch(new Fill(), 1);
        Test.stopTest();`,
        JOBS,
      ),
    /No more than one executeBatch can be called from within a test method/,
  );
});

test("queueables cannot chain in a test", () => {
  assert.throws(
    () => runTest("mode = 'chain'; Test.startTest(); System.enqueueJob(new Job()); Test.stopTest();", JOBS),
    /Maximum stack depth has been reached/,
  );
});

test("the exception of a job comes out of stopTest", () => {
  runTest(
    `mode = 'fail';
    Test.startTest();
    System.enqueueJob(new Job());
    try {
      Test.stopTest();
      System.assert(false);
    } catch (IllegalArgumentException e) {
      System.assertEquals('job failed', e.getMessage());
    }
    System.assertEquals(0, [SELECT COUNT() FROM Account]);`,
    JOBS,
  );
});

test("jobs enqueued by finalizers and batches run within stopTest, those of scheduled jobs do not", () => {
  runTest(
    `Test.startTest();
    System.enqueueJob(new Chain(3));
    System.schedule('n', '0 0 0 1 1 ? 2099', new Starter());
    Test.stopTest();
    System.assertEquals(3, [SELECT COUNT() FROM Account]);`,
    `public class Chain implements Queueable, Finalizer {
      Integer left;
      public Chain(Integer left) { this.left = left; }
      public void execute(QueueableContext context) { System.attachFinalizer(this); insert new Account(Name = 'x'); }
      public void execute(FinalizerContext context) { if (left > 1) System.enqueueJob(new Chain(left - 1)); }
    }
    public class Starter implements Schedulable {
      public void execute(SchedulableContext context) { System.enqueueJob(new Chain(1)); }
    }`,
  );
});

test("jobs that no stopTest waited for run when the method is over", () => {
  assert.throws(() => runTest("mode = 'fail'; System.enqueueJob(new Job());", JOBS), /job failed/);
});

test("startTest gives fresh limits once, stopTest gives the old ones back", () => {
  runTest(`
    insert new Account(Name = 'a');
    System.assertEquals(1, Limits.getDmlStatements());
    Test.startTest();
    System.assertEquals(0, Limits.getDmlStatements());
    insert new Account(Name = 'b');
    Test.stopTest();
    System.assertEquals(1, Limits.getDmlStatements());
    try {
      Test.startTest();
      System.assert(false);
    } catch (FinalException e) {
      System.assertEquals('Testing already started', e.getMessage());
    }`);
});

test("a stub answers for a class of the project", () => {
  runTest(
    `Greeter stub = (Greeter) Test.createStub(Greeter.class, new Provider());
    System.assertEquals('greet Ada 2', stub.greet('Ada', 2));
    Speaker speaker = (Speaker) Test.createStub(Speaker.class, new Provider());
    System.assertEquals('speak', speaker.speak());
    try {
      Test.createStub(Nested.class, new Provider());
      System.assert(false);
    } catch (TypeException e) {
      System.assert(e.getMessage().contains('inner class'));
    }`,
    `public class Nested { }
    public class Provider implements System.StubProvider {
      public Object handleMethodCall(Object stub, String method, Type returns, List<Type> types, List<String> names, List<Object> values) {
        String text = method;
        for (Object value : values) text += ' ' + value;
        return text;
      }
    }`,
    {
      "Greeter.cls": "public virtual class Greeter { public virtual String greet(String name, Integer times) { return 'real'; } }",
      "Speaker.cls": "public interface Speaker { String speak(); }",
    },
  );
});

test("Test.isRunningTest, Request and job questions know where they are", () => {
  runTest(`
    System.assert(Test.isRunningTest());
    System.assertEquals(Quiddity.RUNTEST_SYNC, Request.getCurrent().getQuiddity());
    System.assert(Request.getCurrent().getRequestId().startsWith('TID:'));
    System.assert(!System.isQueueable() && !System.isBatch() && !System.isFuture() && !System.isScheduled());`);
});

test("time and heap are reported as 0, their limits as the platform's", () => {
  runTest(`
    System.assertEquals(0, Limits.getCpuTime() + Limits.getHeapSize());
    System.assertEquals(10000, Limits.getLimitCpuTime());
    System.assertEquals(6000000, Limits.getLimitHeapSize());`);
});

test("a guest creates records and changes none in user mode", () => {
  const { org, program } = compileApex({
    "Main.cls": `public class Main {
      public static void change() { Account a = new Account(Name = 'x'); insert as user a; a.Name = 'y'; update as user a; }
      public static void changeByMethod() { Account a = new Account(Name = 'x'); insert a; Database.delete(a, AccessLevel.USER_MODE); }
      public static void changeBySystem() { Account a = new Account(Name = 'x'); insert a; Database.update(a, AccessLevel.SYSTEM_MODE); delete as system a; }
    }`,
  });
  const asGuest = (method: string): void => {
    transact(org, () => program.callStatic("Main", method, []), { user: org.users.guest });
  };
  assert.throws(() => asGuest("change"), /Access to entity 'Account' denied/);
  assert.throws(() => asGuest("changeByMethod"), /Access to entity 'Account' denied/);
  asGuest("changeBySystem");
});
