import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, deployed, type Answer } from "../engine-fixture.ts";

const CONTROLLER = `public with sharing class Deliveries {
    public enum State { WAITING, SENT }
    public class Parcel {
        @AuraEnabled public String name { get; set; }
        @AuraEnabled public Long code { get; set; }
        @AuraEnabled public State state { get; set; }
        @AuraEnabled public String nothing { get; set; }
        @AuraEnabled public Integer twice { get { return count * 2; } }
        @AuraEnabled public Parcel nested { get; set; }
        @AuraEnabled public Integer bare;
        public Integer count = 21;
        private String secret = 'secret';
    }
    public class WeightException extends Exception {}

    @AuraEnabled
    public static Parcel echo(Parcel parcel) { return parcel; }

    @AuraEnabled
    public static Parcel getParcel() {
        Parcel made = new Parcel();
        made.name = 'box';
        made.code = 3811600102L;
        made.state = State.SENT;
        made.nested = new Parcel();
        return made;
    }

    @AuraEnabled
    public static Map<String, Object> values(String text, Id recordId, Integer whole, Long big, Decimal amount, Double ratio,
        Boolean flag, Date day, Datetime moment, List<Integer> numbers, Set<String> names, Map<String, Decimal> prices) {
        return new Map<String, Object>{ 'text' => text, 'recordId' => recordId, 'whole' => whole, 'big' => big, 'amount' => amount,
            'ratio' => ratio, 'flag' => flag, 'day' => day, 'moment' => moment, 'numbers' => numbers, 'names' => names, 'prices' => prices };
    }

    @AuraEnabled(cacheable=true)
    public static List<Contact> contacts(String name) {
        return [SELECT Id, LastName, Phone, Account.Name, (SELECT Subject FROM Tasks) FROM Contact WHERE LastName = :name WITH SYSTEM_MODE];
    }

    @AuraEnabled
    public static Id save(Contact person, SObject other) {
        insert as system other;
        person.AccountId = other.Id;
        insert as system person;
        insert as system new Task(WhoId = person.Id, Subject = 'Call');
        return person.Id;
    }

    @AuraEnabled
    public static String generic(Map<String, Object> given) { return JSON.serialize(given); }

    @AuraEnabled(cacheable=true)
    public static void writes() { insert as system new Account(Name = 'never'); }

    @AuraEnabled(cacheable=true)
    public static void enqueues() { later(); }
    @Future
    private static void later() {}

    @AuraEnabled
    public static void handled() { throw new AuraHandledException('Too heavy.'); }

    @AuraEnabled
    public static void own() { throw new WeightException('Too light.'); }

    @AuraEnabled
    public static void broken() { String text; text.toUpperCase(); }

    @AuraEnabled
    public static void dml() { insert as system new Contact(FirstName = 'no last name'); }

    @AuraEnabled
    public static Blob raw() { return Blob.valueOf('x'); }

    public static void hidden() {}
    private static void inside() {}

    @AuraEnabled
    public static String whoAmI() { return UserInfo.getUserName(); }
}`;

const GRANT = `<?xml version="1.0"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Sender</label>
<classAccesses><apexClass>Deliveries</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`;

const engine = deployed({ "Deliveries.cls": CONTROLLER, "permissionsets/Sender.permissionset-meta.xml": GRANT });
const call = (method: string, body: unknown = {}, user?: string): Answer =>
  ask(engine, `/lightning/apex/Deliveries/${method}`, { method: "POST", body, ...(user === undefined ? {} : { user }) });
const returned = (answer: Answer): unknown => {
  assert.equal(answer.status, 200, answer.text);
  return (answer.json() as { returnValue: unknown }).returnValue;
};
const failed = (answer: Answer): Record<string, unknown> => {
  const { body, ...rest } = answer.json() as { body: Record<string, unknown> };
  assert.deepEqual(rest, { status: answer.status, statusText: "Server Error", ok: false, errorType: "fetchResponse" });
  return body;
};
const insert = (object: string, body: unknown): string =>
  (ask(engine, `/services/data/v67.0/sobjects/${object}`, { body }).json() as { id: string }).id;

test("a component sees the @AuraEnabled members of an object, getters included, and no nulls", () => {
  assert.deepEqual(returned(call("getParcel")), { name: "box", code: 3811600102, state: "SENT", twice: 42, nested: { twice: 42 } });
});

test("parameters are given by name, in the types of the method", () => {
  const given = {
    text: "héllo",
    recordId: "003000000000001AAA",
    whole: 7,
    big: 3811600102,
    amount: 1.25,
    ratio: 0.5,
    flag: true,
    day: "2026-02-28",
    moment: "2026-02-28T10:00:00.000Z",
    numbers: [1, 2],
    names: ["a", "a", "b"],
    prices: { x: 1.5 },
  };
  assert.deepEqual(returned(call("values", given)), { ...given, names: ["a", "b"] });
  assert.deepEqual(returned(call("values", { text: 5, whole: "7", passedOver: 1 })), { text: "5", whole: 7 });
});

test("objects of a class take the properties that have both accessors; a bare field is refused by name", () => {
  const parcel = { name: "box", state: "WAITING", count: 5, nested: { code: 1 } };
  assert.deepEqual(returned(call("echo", { parcel })), { name: "box", state: "WAITING", twice: 42, nested: { code: 1, twice: 42 } });
  assert.match(
    String(failed(call("echo", { parcel: { bare: 1 } }))["message"]),
    /Parcel\.bare as input of a component without \{ get; set; \}/,
  );
});

test("records travel as plain objects, with parents as objects and children as arrays", () => {
  const id = returned(
    call("save", { person: { LastName: "Marsh", sobjectType: "Contact" }, other: { sobjectType: "Account", Name: "Northwind" } }),
  );
  assert.equal(typeof id, "string");
  const answer = ask(engine, `/lightning/apex/Deliveries/contacts?params=${encodeURIComponent('{"name":"Marsh"}')}`);
  const [contact] = returned(answer) as Record<string, unknown>[];
  const { AccountId, Account, Tasks, ...rest } = contact ?? {};
  assert.deepEqual(rest, { Id: id, LastName: "Marsh" });
  assert.equal((Account as Record<string, unknown>)["Id"], AccountId);
  assert.equal((Account as Record<string, unknown>)["Name"], "Northwind");
  assert.deepEqual(
    (Tasks as Record<string, unknown>[]).map(({ Subject }) => Subject),
    ["Call"],
  );
});

test("a map of objects takes what JSON gives", () => {
  assert.equal(returned(call("generic", { given: { b: [1, "x", null] } })), '{"b":[1,"x",null]}');
});

test("a value of another type is refused with parameter and type", () => {
  const message = (given: object): unknown => failed(call("values", given))["message"];
  const invalid = (name: string, type: string): string => `Value provided is invalid for action parameter '${name}' of type '${type}'`;
  assert.equal(message({ recordId: "None" }), invalid("recordId", "Id"));
  assert.equal(message({ recordId: "" }), invalid("recordId", "Id"));
  assert.equal(message({ whole: 1.5 }), invalid("whole", "Integer"));
  assert.equal(message({ text: ["x"] }), invalid("text", "String"));
  assert.equal(message({ day: "yesterday" }), invalid("day", "Date"));
  assert.equal(message({ flag: 1 }), invalid("flag", "Boolean"));
  assert.equal(message({ numbers: 1 }), invalid("numbers", "List<Integer>"));
  assert.equal(message({ numbers: ["x"] }), invalid("numbers", "List<Integer>"));
  assert.equal(failed(call("save", { person: { Nope__c: 1 } }))["message"], invalid("person", "Contact"));
});

test("an AuraHandledException gives its message and nothing else", () => {
  assert.deepEqual(failed(call("handled")), { message: "Too heavy." });
});

test("other exceptions give type, message and trace", () => {
  assert.deepEqual(failed(call("own")), {
    exceptionType: "Deliveries.WeightException",
    isUserDefinedException: true,
    message: "Too light.",
    stackTrace: "Class.Deliveries.own: line 65, column 1",
  });
  const body = failed(call("broken"));
  assert.equal(body["exceptionType"], "System.NullPointerException");
  assert.equal(body["isUserDefinedException"], false);
  assert.equal(body["message"], "Attempt to de-reference a null object");
});

test("a DmlException tells errors of fields from errors of the page", () => {
  const missing = { statusCode: "REQUIRED_FIELD_MISSING", message: "Required fields are missing: [LastName]" };
  const fields = failed(call("dml"));
  assert.deepEqual(fields["fieldErrors"], { LastName: [missing] });
  assert.deepEqual(fields["pageErrors"], []);
  assert.equal(fields["index"], 0);
});

test("only cacheable methods are called by GET, and they change nothing", () => {
  assert.equal(ask(engine, "/lightning/apex/Deliveries/getParcel").status, 405);
  for (const method of ["GET", "POST"]) {
    const answer = ask(engine, "/lightning/apex/Deliveries/writes", { method });
    assert.equal(failed(answer)["exceptionType"], "System.LimitException");
    assert.equal(failed(answer)["message"], "Too many DML statements: 1");
  }
  assert.equal(failed(call("enqueues"))["message"], "Too many future calls: 1");
});

test("what a component cannot call is refused with its name", () => {
  const message = (path: string): string => {
    const answer = ask(engine, `/lightning/apex/${path}`, { body: {} });
    assert.equal(answer.status, 404);
    return (answer.json() as { body: { message: string } }).body.message;
  };
  assert.match(message("Deliveries/hidden"), /Deliveries\.hidden: the method is not @AuraEnabled/);
  assert.match(message("Deliveries/inside"), /Deliveries\.inside: the method is not @AuraEnabled/);
  assert.match(message("Deliveries/nowhere"), /Deliveries\.nowhere: the class has no method nowhere/);
  assert.match(message("Nowhere/method"), /Nowhere\.method: there is no class Nowhere/);
  assert.match(String(failed(call("raw"))["message"]), /a value of type Blob as result for a component/);
});

test("a method runs as the user who asks, whose permission sets must name the class", () => {
  const profile = ask(engine, `/services/data/v67.0/query?q=${encodeURIComponent("SELECT Id FROM Profile WHERE Name = 'Standard User'")}`);
  const [{ Id: ProfileId = "" } = {}] = (profile.json() as { records: { Id?: string }[] }).records;
  const AssigneeId = insert("User", {
    Username: "robin@example.com",
    Email: "robin@example.com",
    LastName: "Vale",
    Alias: "robin",
    ProfileId,
    TimeZoneSidKey: "GMT",
    LocaleSidKey: "en_US",
    LanguageLocaleKey: "en_US",
    EmailEncodingKey: "UTF-8",
  });
  const refused = call("whoAmI", {}, "robin@example.com");
  assert.equal(refused.status, 403);
  assert.match(refused.text, /You do not have access to the Apex class named 'Deliveries'/);
  const set = ask(engine, `/services/data/v67.0/query?q=${encodeURIComponent("SELECT Id FROM PermissionSet WHERE Name = 'Sender'")}`);
  const [{ Id: PermissionSetId = "" } = {}] = (set.json() as { records: { Id?: string }[] }).records;
  insert("PermissionSetAssignment", { AssigneeId, PermissionSetId });
  assert.equal(returned(call("whoAmI", {}, "robin@example.com")), "robin@example.com");
});

test("each call is a transaction of its own name", () => {
  call("getParcel");
  const [latest] = ask(engine, "/local/limits").json() as { transaction: string }[];
  assert.equal(latest?.transaction, "aura Deliveries.getParcel");
});
