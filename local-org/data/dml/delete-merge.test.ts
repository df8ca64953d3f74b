import { test } from "node:test";
import { compileApex } from "../../apex/emit/apex-fixture.ts";

/** Runs the body of a static method; assertions are Apex's own. */
function run(body: string, units: Readonly<Record<string, string>> = {}): void {
  compileApex({
    ...units,
    "Main.cls": `public class Main { public static Integer count = 0; public static void run() {\n${body}\n} }`,
  }).call("Main", "run");
}

const ACCOUNT = "Account a = new Account(Name = 'Acme'); insert a; Contact c = new Contact(LastName = 'x', AccountId = a.Id); insert c;";

test("a deleted account takes its contacts along and empties other lookups; undelete brings all back", () => {
  run(`${ACCOUNT}
    Log__c log = new Log__c(Account__c = a.Id); insert log;
    delete a;
    System.assertEquals(0, [SELECT COUNT() FROM Contact]);
    System.assertEquals(null, [SELECT Account__c FROM Log__c].Account__c);
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE IsDeleted = true ALL ROWS]);
    undelete a;
    System.assertEquals(a.Id, [SELECT AccountId FROM Contact].AccountId);
    System.assertEquals(a.Id, [SELECT Account__c FROM Log__c].Account__c);`);
});

test("deleting twice says that the entity is deleted", () => {
  run(`${ACCOUNT}
    delete a;
    try {
      delete a;
      System.assert(false);
    } catch (DmlException e) {
      System.assertEquals('Delete failed. First exception on row 0 with id ' + a.Id + '; first error: ENTITY_IS_DELETED, entity is deleted: []', e.getMessage());
      System.assertEquals(StatusCode.ENTITY_IS_DELETED, e.getDmlType(0));
      System.assertEquals(a.Id, e.getDmlId(0));
    }`);
});

test("a record that is not in the recycle bin cannot be undeleted", () => {
  run(`${ACCOUNT}
    Database.UndeleteResult result = Database.undelete(a, false);
    System.assert(!result.isSuccess());
    System.assertEquals(StatusCode.UNDELETE_FAILED, result.getErrors()[0].getStatusCode());`);
});

test("what is emptied from the recycle bin does not come back", () => {
  run(`${ACCOUNT}
    delete a;
    System.assert(Database.emptyRecycleBin(a).isSuccess());
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE IsDeleted = true ALL ROWS]);
    System.assert(!Database.undelete(a, false).isSuccess());`);
});

test("delete takes ids, and triggers see the old records", () => {
  const trigger = `trigger Gone on Account (before delete, after delete, after undelete) {
    if (Trigger.isBefore) { Account old = Trigger.old[0]; if (old.Name == 'keep') old.addError('kept'); }
    if (Trigger.isAfter && Trigger.isDelete) Main.count += Trigger.oldMap.size();
    if (Trigger.isUndelete) Main.count += 10 * Trigger.new.size();
  }`;
  run(
    `List<Account> all = new List<Account>{new Account(Name = 'keep'), new Account(Name = 'go')};
    insert all;
    List<Database.DeleteResult> results = Database.delete(new List<Id>{all[0].Id, all[1].Id}, false);
    System.assertEquals('kept', results[0].getErrors()[0].getMessage());
    System.assert(results[1].isSuccess());
    System.assertEquals(1, count);
    undelete all[1];
    System.assertEquals(11, count);`,
    { "Gone.trigger": trigger },
  );
});

test("merge moves children to the master, deletes the rest and updates the master", () => {
  const trigger = `trigger Merged on Account (before update, after delete) {
    if (Trigger.isUpdate) Main.count += 1;
    else if (Trigger.old[0].MasterRecordId != null) Main.count += 10;
  }`;
  run(
    `Account master = new Account(Name = 'master'); Account twin = new Account(Name = 'twin');
    insert new List<Account>{master, twin};
    Contact c = new Contact(LastName = 'x', AccountId = twin.Id); insert c;
    master.Phone = '1';
    merge master twin;
    System.assertEquals(master.Id, [SELECT AccountId FROM Contact].AccountId);
    System.assertEquals('1', [SELECT Phone FROM Account].Phone);
    System.assertEquals(master.Id, [SELECT MasterRecordId FROM Account WHERE IsDeleted = true ALL ROWS].MasterRecordId);
    System.assertEquals(11, count);
    Account third = new Account(Name = 'third'); insert third;
    Database.MergeResult result = Database.merge(master, third.Id);
    System.assert(result.isSuccess());
    System.assertEquals(new List<String>{third.Id}, result.getMergedRecordIds());`,
    { "Merged.trigger": trigger },
  );
});

test("savepoints nest, and rolling back ends the later ones", () => {
  run(`Savepoint first = Database.setSavepoint();
    insert new Account(Name = 'a');
    Savepoint second = Database.setSavepoint();
    insert new Account(Name = 'b');
    Database.rollback(second);
    System.assertEquals(1, [SELECT COUNT() FROM Account]);
    Database.rollback(first);
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    try {
      Database.rollback(second);
      System.assert(false);
    } catch (TypeException e) {
      System.assert(e.getMessage().contains('Savepoint'));
    }
    System.assertEquals(6, Limits.getDmlStatements());`);
});

test("a failed statement leaves nothing, and the exception names its rows", () => {
  run(`List<Account> all = new List<Account>{new Account(Name = 'a', Key__c = '1'), new Account(), new Account(Name = 'b', Key__c = '1')};
    try {
      insert all;
      System.assert(false);
    } catch (DmlException e) {
      System.assertEquals(2, e.getNumDml());
      System.assertEquals(1, e.getDmlIndex(0));
      System.assertEquals(new List<String>{'Name'}, e.getDmlFieldNames(0));
      System.assertEquals('Required fields are missing: [Name]', e.getDmlMessage(0));
      System.assertEquals('DUPLICATE_VALUE', e.getDmlStatusCode(1));
    }
    System.assertEquals(null, all[0].Id);
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    List<Database.SaveResult> results = Database.insert(all, false);
    System.assert(results[0].isSuccess());
    System.assertEquals(all[0].Id, results[0].getId());
    System.assertEquals(StatusCode.REQUIRED_FIELD_MISSING, results[1].getErrors()[0].getStatusCode());
    System.assertEquals(StatusCode.DUPLICATE_VALUE, results[2].getErrors()[0].getStatusCode());`);
});

test("upsert by a field token says what it created", () => {
  run(`insert new Account(Name = 'a', Key__c = '1');
    List<Account> all = new List<Account>{new Account(Name = 'b', Key__c = '1'), new Account(Name = 'c', Key__c = '2')};
    List<Database.UpsertResult> results = Database.upsert(all, Account.Key__c, true);
    System.assert(!results[0].isCreated());
    System.assert(results[1].isCreated());
    System.assertEquals(2, [SELECT COUNT() FROM Account]);
    upsert new Account(Name = 'd', Key__c = '2') Key__c;
    System.assertEquals('d', [SELECT Name FROM Account WHERE Key__c = '2'].Name);`);
});

test("an exception that a trigger lets through fails the statement with its text and place", () => {
  run(
    `try {
      insert new Account(Name = 'a');
      System.assert(false);
    } catch (DmlException e) {
      System.assert(e.getMessage().startsWith('Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Bad: execution of BeforeInsert'), e.getMessage());
      System.assert(e.getMessage().contains('caused by: System.MathException: Divide by 0'), e.getMessage());
      System.assert(e.getMessage().contains('Trigger.Bad: line 1, column 1'), e.getMessage());
    }`,
    { "Bad.trigger": "trigger Bad on Account (before insert) { Integer zero = 0; Integer x = 1 / zero; }" },
  );
});
