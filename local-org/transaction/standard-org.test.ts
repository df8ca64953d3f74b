/** Standard objects and the library against a whole org, in Apex: every method of the class is one test. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import "../apex/library/index.ts";
import { compileUnits } from "../apex/runtime/compile-units.ts";
import { checkFolder } from "../project/compile-project.ts";
import { openOrg } from "../project/open-org.ts";
import { runTests } from "../testing/run-tests.ts";

const CASES: Readonly<Record<string, string>> = {
  "profiles have an author and an active license": `
    Profile p = [SELECT CreatedById, UserLicense.Status FROM Profile WHERE Name = 'System Administrator'];
    Assert.areEqual(UserInfo.getUserId(), p.CreatedById);
    Assert.areEqual('Active', p.UserLicense.Status);`,
  "a task follows its contact and keeps its subtype": `
    Account a = new Account(Name = 'A'); insert a;
    Contact c = new Contact(LastName = 'C', FirstName = 'B', AccountId = a.Id); insert c;
    insert new Task(Subject = 'Call', WhoId = c.Id, Status = 'Completed', TaskSubtype = 'Call', CallType = 'Inbound');
    Task t = [SELECT AccountId, IsClosed, CompletedDateTime, Who.Name, Who.Type, Priority, TaskSubtype, Subject FROM Task];
    Assert.areEqual(a.Id, t.AccountId);
    Assert.isTrue(t.IsClosed && t.CompletedDateTime != null);
    Assert.areEqual('Normal', t.Priority);
    Assert.areEqual('B C', t.Who.Name);
    t.Subject = 'x'; update t;
    try { t.TaskSubtype = 'Email'; update t; Assert.fail('updated'); }
    catch (DmlException e) { Assert.areEqual(StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, e.getDmlType(0)); }`,
  "stages and statuses decide about closed and won": `
    insert new Opportunity(Name = 'O', StageName = 'Closed Won', CloseDate = Date.today(), Amount = 100);
    Opportunity o = [SELECT IsClosed, IsWon, Probability, ExpectedRevenue FROM Opportunity];
    Assert.isTrue(o.IsClosed && o.IsWon);
    Assert.areEqual(100, o.Probability);
    Assert.areEqual(100, o.ExpectedRevenue);
    insert new Case(Subject = 's', Status = 'Closed', Origin = 'Phone');
    Case k = [SELECT CaseNumber, IsClosed, ClosedDate, Priority FROM Case];
    Assert.isTrue(k.IsClosed && k.ClosedDate != null && k.CaseNumber != null);
    Assert.areEqual('Medium', k.Priority);`,
  "an event has its end from its duration": `
    insert new Event(Subject = 'm', StartDateTime = Datetime.now(), DurationInMinutes = 30);
    Event e = [SELECT EndDateTime, StartDateTime FROM Event];
    Assert.areEqual(e.StartDateTime.addMinutes(30), e.EndDateTime);`,
  "an account with cases cannot be deleted": `
    Account a = new Account(Name = 'A'); insert a;
    insert new Case(AccountId = a.Id, Subject = 'x');
    try { delete a; Assert.fail('deleted'); }
    catch (DmlException e) { Assert.areEqual(StatusCode.DELETE_FAILED, e.getDmlType(0)); }`,
  "runAs runs as the user, inserted or not": `
    Id profile = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id;
    User x = new User(Username = 'x@example.com', LastName = 'X', Email = 'x@example.com', Alias = 'x', TimeZoneSidKey = 'Europe/Paris',
      LocaleSidKey = 'fr_FR', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'fr', ProfileId = profile);
    System.runAs(x) {
      Assert.areEqual('x@example.com', UserInfo.getUserEmail());
      insert new Account(Name = 'by x');
    }
    Assert.areNotEqual(x.Id, UserInfo.getUserId());
    Assert.areEqual(x.Id, [SELECT OwnerId FROM Account].OwnerId);`,
  "a file makes its document and its links": `
    Account a = new Account(Name = 'x'); insert a;
    insert new ContentVersion(VersionData = Blob.valueOf('hi'), PathOnClient = 'a.docx', Title = 't', FirstPublishLocationId = a.Id);
    ContentVersion v = [SELECT ContentDocumentId, FileType, FileExtension, ContentSize, VersionNumber, IsLatest FROM ContentVersion];
    Assert.areEqual('WORD_X', v.FileType);
    Assert.areEqual(2, v.ContentSize);
    Assert.isTrue(v.IsLatest);
    Assert.areEqual(v.ContentDocumentId, [SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = :a.Id].ContentDocumentId);
    insert new ContentVersion(VersionData = Blob.valueOf('hello'), PathOnClient = 'a.docx', ContentDocumentId = v.ContentDocumentId);
    Assert.areEqual(1, [SELECT COUNT() FROM ContentDocument]);
    Assert.areEqual('2', [SELECT VersionNumber FROM ContentVersion WHERE IsLatest = true].VersionNumber);`,
  "a converted lead becomes account, contact and opportunity": `
    Lead l = new Lead(FirstName = 'F', LastName = 'L', Company = 'Co', Email = 'e@example.com'); insert l;
    insert new Task(WhoId = l.Id, Subject = 's');
    Database.LeadConvert convert = new Database.LeadConvert();
    convert.setLeadId(l.Id);
    convert.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = true LIMIT 1].ApiName);
    Database.LeadConvertResult result = Database.convertLead(convert);
    Assert.isTrue(result.isSuccess());
    l = [SELECT IsConverted, ConvertedContactId FROM Lead];
    Assert.isTrue(l.IsConverted);
    Assert.areEqual(result.getContactId(), l.ConvertedContactId);
    Assert.areEqual('F L', [SELECT Name FROM Contact].Name);
    Assert.areEqual('Co', [SELECT Account.Name FROM Opportunity].Account.Name);
    Assert.areEqual(result.getContactId(), [SELECT WhoId FROM Task].WhoId);`,
  "permission sets do not mix with accounts": `
    PermissionSet p = new PermissionSet(Name = 'P', Label = 'P'); insert p;
    insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = p.Id);
    try { insert new Account(Name = 'x'); Assert.fail('mixed'); }
    catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }`,
  "e-mails and notifications are kept": `
    Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setToAddresses(new List<String>{'a@example.com'});
    mail.setSubject('s');
    mail.setPlainTextBody('b');
    Assert.isTrue(Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{mail})[0].isSuccess());
    Assert.areEqual(1, Limits.getEmailInvocations());
    Messaging.CustomNotification note = new Messaging.CustomNotification();
    note.setTitle('t');
    note.setBody('b');
    note.setNotificationTypeId('0ML000000000001AAA');
    note.setTargetId(UserInfo.getUserId());
    note.send(new Set<String>{UserInfo.getUserId()});`,
  "pages, cache and business hours": `
    PageReference page = new PageReference('/apex/x?a=1');
    page.getParameters().put('b', '2');
    Assert.areEqual('/apex/x?a=1&b=2', page.getUrl());
    Cache.Org.put('k', 'v');
    Assert.areEqual('v', (String) Cache.Org.get('k'));
    Assert.isNull(Cache.Org.getPartition('local.p').get('none'));
    BusinessHours hours = [SELECT Id FROM BusinessHours WHERE IsDefault = true];
    Assert.isTrue(BusinessHours.isWithin(hours.Id, Datetime.now()));
    Assert.isNotNull(Test.getStandardPricebookId());`,
  "a job may be queueable, schedulable and batchable at once": `
    Job job = new Job();
    Queueable q = job; q.execute(null); Assert.areEqual(1, job.n);
    Schedulable s = job; s.execute(null); Assert.areEqual(2, job.n);
    Database.Batchable<SObject> b = job; b.execute(null, null); Assert.areEqual(3, job.n);`,
};

const JOB = `
  public class Job implements Queueable, Schedulable, Database.Batchable<SObject> {
    public Integer n = 0;
    public void execute(QueueableContext context) { n = 1; }
    public void execute(SchedulableContext context) { n = 2; }
    public Iterable<SObject> start(Database.BatchableContext context) { return new List<Account>(); }
    public void execute(Database.BatchableContext context, List<SObject> scope) { n = 3; }
    public void finish(Database.BatchableContext context) { n = 4; }
  }`;

function outcomes(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "standard-org-"));
  try {
    const names = Object.keys(CASES);
    const methods = Object.values(CASES).map((body, at) => `@IsTest static void case${at}() {${body}\n}`);
    mkdirSync(join(folder, "main"));
    writeFileSync(join(folder, "sfdx-project.json"), JSON.stringify({ packageDirectories: [{ path: "main" }], sourceApiVersion: "67.0" }));
    writeFileSync(join(folder, "main", "Cases.cls"), `@IsTest private class Cases {${JOB}\n${methods.join("\n")}\n}`);
    writeFileSync(
      join(folder, "main", "Cases.cls-meta.xml"),
      "<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>",
    );
    const checked = checkFolder(folder);
    assert.deepEqual(checked.diagnostics, []);
    const results = runTests(compileUnits(checked.bound), openOrg(checked));
    return new Map(
      results.map(({ method, outcome, message }) => [names[Number(method.slice("case".length))] ?? "", `${outcome} ${message ?? ""}`]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = outcomes();
for (const name of Object.keys(CASES)) {
  test(name, () => {
    assert.match(found.get(name) ?? "was not run", /^passed/);
  });
}
