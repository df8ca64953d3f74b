import assert from "node:assert";
import { test } from "node:test";
import { faultsOf } from "./check-source.ts";

/** Every row: statement, and what is said about it. */
function refuses(rows: readonly (readonly [string, string])[]): void {
  for (const [statement, message] of rows) assert.deepEqual(faultsOf(statement), [message], statement);
}

test("names that do not exist are refused with the nearest known one", () => {
  refuses([
    ["i = k;", "Variable does not exist: k"],
    ["i = count.size;", "Variable does not exist: count"],
    ["String text; text = txt;", "Variable does not exist: txt. Did you mean: text?"],
    ["Foo x;", "Invalid type: Foo"],
    ["List<Foo> x;", "Invalid type: Foo"],
    ["List<String, String> x;", "Invalid type argument count for List: expected 1 but found 2"],
    ["String<Integer> x;", "Type arguments provided for a non-parameterized type: String"],
    ["a.Nam = 'x';", "Field does not exist: Nam on Account. Did you mean: Name?"],
    ["s = c.Acount.Name;", "Field does not exist: Acount on Contact. Did you mean: Account?"],
    ["s = c.Account.Owner.Foo;", "Field does not exist: Foo on User"],
    ["o = so.Name;", "Field expression not allowed for generic SObject: Name"],
    ["i = s.length;", "Variable does not exist: length"],
    ["e = Color.BLUE;", "Variable does not exist: BLUE"],
    ["s = Label.Nothing;", "External string does not exist: Nothing"],
    ["o = Page.Nothing;", "Page does not exist: Nothing"],
    ["o = Trigger.nothing;", "Variable does not exist: nothing"],
    ["o = Schema.SObjectType.Accunt;", "Variable does not exist: Accunt"],
    ["Schema.SObjectField f = Account.Foo;", "Field does not exist: Foo on Account"],
    ["o = String;", "Variable does not exist: String"],
  ]);
});

test("calls that fit no method are refused with what is known", () => {
  refuses([
    [
      "run();",
      "Method does not exist or incorrect signature: void run() from the type T. Known: run(Account, Contact, List<Account>, Map<Id,Account>, Object, Integer, String, Decimal, Id, SObject, T.Color)",
    ],
    [
      "System.debugg('x');",
      "Method does not exist or incorrect signature: void debugg(String) from the type System.System. Did you mean: debug?",
    ],
    [
      "s.substring('1');",
      "Method does not exist or incorrect signature: void substring(String) from the type String. Known: substring(Integer); substring(Integer, Integer)",
    ],
    ["byId.get(i);", "Method does not exist or incorrect signature: void get(Integer) from the type Map<Id,Account>. Known: get(Id)"],
    ["System.enqueueJob(a);", "Method does not exist or incorrect signature: void enqueueJob(Account) from the type System.System"],
    ["Nothing.run();", "Variable does not exist: Nothing"],
    ["HttpRequest r = new HttpRequest('x');", "Constructor not defined: [System.HttpRequest].<Constructor>(String)"],
    ["Box b = new Box(1);", "Constructor not defined: [T.Box].<Constructor>(Integer)"],
    ["Color x = new Color();", "Type cannot be constructed: T.Color"],
    ["so = new SObject();", "Type cannot be constructed: SObject"],
    ["byId = new Map<Id, Account>(s);", "Constructor not defined: [Map<Id,Account>].<Constructor>(String)"],
    ["T.one();", "Non static method cannot be referenced from a static context: Integer one() from the type T"],
  ]);
});

test("values of the wrong type are refused", () => {
  refuses([
    ["i = d;", "Illegal assignment from Decimal to Integer"],
    ["i = 5L;", "Illegal assignment from Long to Integer"],
    ["Date x = Datetime.now();", "Illegal assignment from Datetime to Date"],
    ["a = so;", "Illegal assignment from SObject to Account"],
    ["List<Integer> x = new List<Long>();", "Illegal assignment from List<Long> to List<Integer>"],
    ["Set<Object> x = new Set<String>();", "Illegal assignment from Set<String> to Set<Object>"],
    ["e = 'RED';", "Illegal assignment from String to T.Color"],
    ["i = all.clear();", "Expression cannot be of type void: the method returns no value"],
    ["c = (Contact) a;", "Incompatible types since an instance of Account is never an instance of Contact"],
    ["o = s instanceof Integer;", "Operation instanceof is always false since an instance of String is never an instance of Integer"],
    ["o = a instanceof SObject;", "Operation instanceof is always true since an instance of Account is always an instance of SObject"],
    ["o = i > 1 ? 'a' : 1;", "Incompatible types in ternary operator: String, Integer"],
    ["o = a ?? 5;", "Incompatible types in null coalescing operator: Account, Integer"],
    ["o = new List<String>{ 1 };", "Initial expression is of incorrect type, expected: String but was: Integer"],
    ["o = new Map<String, Integer>{ 'a' => 'b' };", "Initial expression is of incorrect type, expected: Integer but was: String"],
    ["o = all['x'];", "List index must be of type Integer: String"],
    ["o = i[0];", "Expression must be a list type: Integer"],
  ]);
});

test("operators are refused on the wrong operands", () => {
  refuses([
    ["i = i + true;", "Arithmetic expressions must use numeric arguments: Integer + Boolean"],
    ["s -= 'x';", "Arithmetic expressions must use numeric arguments: String - String"],
    ["i += d;", "Illegal assignment from Decimal to Integer"],
    ["i = i & s;", "Bitwise operator can only be applied to Integer, Long or Boolean expressions: Integer & String"],
    ["o = Date.today() + 1.5;", "Date/time expressions must use Integer or Double arguments: Date + Decimal"],
    ["o = i && true;", "AND operator can only be applied to Boolean expressions: Integer"],
    ["o = s || true;", "OR operator can only be applied to Boolean expressions: String"],
    ["o = !i;", "NOT operator can only be applied to Boolean expressions: Integer"],
    ["o = -s;", "Negation operator can only be applied to numeric expressions: String"],
    ["o = ~s;", "Bitwise operator can only be applied to Integer or Long expressions: String"],
    ["s++;", "++ can only be applied to numeric expressions: String"],
    ["o = a == c;", "Comparison arguments must be compatible types: Account, Contact"],
    ["o = s < i;", "Comparison arguments must be compatible types: String, Integer"],
    ["o = i === 1;", "Exact equality is not supported between primitive types: Integer, Integer"],
  ]);
});

test("what cannot be assigned is refused", () => {
  refuses([
    ["final Integer k = 1; k = 2;", "Final variable cannot be assigned again: k"],
    ["a.Score__c = 1;", "Field is not writeable: Account.Score__c"],
    ["a.Contacts = new List<Contact>();", "Field is not writeable: Account.Contacts"],
  ]);
});

test("fields in constructors of records must exist, fit and come once", () => {
  refuses([
    ["a = new Account(Foo = 'x');", "Field does not exist: Foo on Account"],
    ["a = new Account(Name = 5);", "Invalid initial type Integer for Account.Name, expected String"],
    ["a = new Account(Name = 'x', name = 'y');", "Duplicate field initialization: name"],
    ["a = new Account(Score__c = 1);", "Field is not writeable: Account.Score__c"],
    ["a = new Account('x');", "Field must be specified with name in the constructor of Account"],
    ["Box b = new Box(size = 1);", "Invalid constructor syntax, name=value pairs can only be used for SObjects: T.Box"],
  ]);
});
