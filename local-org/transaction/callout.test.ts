import assert from "node:assert/strict";
import { test } from "node:test";
import { compileApex, type ApexFixture } from "../apex/emit/apex-fixture.ts";
import { CalloutFailure, type CalloutRequest } from "./callout-port.ts";
import { drain } from "./drain.ts";
import { transact } from "./memory-org.ts";
import { TestContext } from "./test-context.ts";

const MAIN = `public class Main {
  public static String get(String endpoint) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint(endpoint);
    request.setMethod('GET');
    request.setHeader('X-A', '1');
    HttpResponse response = new Http().send(request);
    return response.getStatusCode() + ' ' + response.getHeader('content-type') + ' ' + response.getBody();
  }
  public static String getAfterDml() { insert new Account(Name = 'x'); return get('https://api.example.com/a'); }
  public static String getAfterRollback() {
    Savepoint before = Database.setSavepoint();
    insert new Account(Name = 'x');
    Database.rollback(before);
    Database.releaseSavepoint(before);
    return get('https://api.example.com/a');
  }
  @future public static void later() { get('https://api.example.com/a'); }
  @future(callout=true) public static void laterWithCallouts() { insert new Account(Name = get('https://api.example.com/a')); }
  public static void startLater() { later(); laterWithCallouts(); }
  public static void startNightly() { System.schedule('n', '0 0 0 * * ?', new Nightly()); }
  public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { get('https://api.example.com/a'); }
  }
}`;

const ON_ACCOUNT =
  "trigger OnAccount on Account (after insert) { if (Trigger.new[0].Name == 'call') Main.get('https://api.example.com/a'); }";

function fixture(): ApexFixture & { readonly requests: CalloutRequest[] } {
  const made = compileApex({ "Main.cls": MAIN, "OnAccount.trigger": ON_ACCOUNT });
  const requests: CalloutRequest[] = [];
  made.org.remoteSites.add("https://api.example.com");
  made.org.calloutPort = {
    send: (request) => {
      requests.push(request);
      if (request.url.endsWith("/slow")) throw new CalloutFailure("Read timed out");
      return { statusCode: 200, status: "OK", headers: [["Content-Type", "text/plain"]], body: new TextEncoder().encode("hello") };
    },
  };
  return { ...made, requests };
}

test("a callout goes through the org's port", () => {
  const { call, requests } = fixture();
  assert.equal(call("Main", "get", "https://api.example.com/a"), "200 text/plain hello");
  assert.deepEqual(requests[0]?.headers, [["X-A", "1"]]);
});

test("an address without a remote site, and a host that does not answer, are CalloutExceptions", () => {
  const { call } = fixture();
  assert.throws(
    () => call("Main", "get", "https://elsewhere.example.com/a"),
    /Unauthorized endpoint, please check Setup->Security->Remote site settings/,
  );
  assert.throws(() => call("Main", "get", "https://api.example.com/slow"), /Read timed out/);
});

test("after DML a callout is refused; after rolling back to a savepoint and releasing it is not", () => {
  const { call } = fixture();
  assert.throws(() => call("Main", "getAfterDml"), /You have uncommitted work pending\. Please commit or rollback before calling out/);
  assert.equal(call("Main", "getAfterRollback"), "200 text/plain hello");
});

test("scheduled Apex, triggers and futures without callout=true cannot call out", () => {
  const made = fixture();
  const { call, org } = made;
  call("Main", "startLater");
  drain(org);
  assert.match(org.failures()[0]?.message ?? "", /Callout not allowed from this future method/);
  assert.equal([...org.store.table("Account").rows()][0]?.get("Name"), "200 text/plain hello");
  call("Main", "startNightly");
  org.clock.advance(86_400_000);
  drain(org);
  assert.match(org.failures()[0]?.message ?? "", /Callout from scheduled Apex not supported/);
});

function withCredential(): ReturnType<typeof fixture> {
  const made = fixture();
  made.org.credentials.addExternal({
    id: "x",
    name: "Api",
    label: "Api",
    protocol: "Custom",
    principals: [{ id: "principal", name: "Main", type: "NamedPrincipal", sequence: 1 }],
    headers: [{ name: "Authorization", value: "{!'Bearer ' & $Credential.Api.Token}" }],
  });
  made.org.credentials.addNamed({
    id: "n",
    name: "Aircall",
    label: "Aircall",
    url: "https://api.aircall.example/v1/",
    externalCredential: "Api",
    generateAuthorizationHeader: false,
    headers: [],
  });
  made.org.credentials.setSecrets("Api", "Main", new Map([["Token", "secret"]]));
  return made;
}

test("a named credential gives address and header to who has access to its principal", () => {
  const { org, call, requests } = withCredential();
  assert.throws(
    () => call("Main", "get", "callout:Aircall/calls"),
    /We couldn't access the credential\(s\)\. You might not have the required permissions/,
  );
  const set = org.store.newId("PermissionSet");
  org.store.insert("PermissionSet", new Map([["Id", set]]));
  org.store.insert(
    "PermissionSetAssignment",
    new Map([
      ["Id", org.store.newId("PermissionSetAssignment")],
      ["AssigneeId", org.users.administrator.id],
      ["PermissionSetId", set],
    ]),
  );
  org.store.insert(
    "SetupEntityAccess",
    new Map([
      ["Id", org.store.newId("SetupEntityAccess")],
      ["ParentId", set],
      ["SetupEntityId", "principal"],
    ]),
  );
  call("Main", "get", "callout:Aircall/calls?x=1");
  assert.equal(requests[0]?.url, "https://api.aircall.example/v1/calls?x=1");
  assert.deepEqual(requests[0]?.headers, [
    ["X-A", "1"],
    ["Authorization", "Bearer secret"],
  ]);
});

test("Automated Process has no access to credentials", () => {
  const { org, program } = withCredential();
  assert.throws(
    () => transact(org, () => program.callStatic("Main", "get", ["callout:Aircall/calls"]), { user: org.users.automatedProcess }),
    /We couldn't access the credential\(s\)/,
  );
});

const TESTED = `public class Tested {
  public class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse response = new HttpResponse();
      response.setStatusCode(201);
      response.setBody(request.getEndpoint());
      return response;
    }
  }
  public static void run() {
    insert new Account(Name = 'before');
    Test.setMock(HttpCalloutMock.class, new Mock());
    Test.startTest();
    System.assertEquals('201 null callout:Nothing/x', Main.get('callout:Nothing/x'));
    System.assertEquals(1, Limits.getCallouts());
    Test.stopTest();
    System.assertEquals(0, Limits.getCallouts());
  }
  public static void withoutMock() { Main.get('https://api.example.com/a'); }
}`;

test("in tests the mock answers, and startTest lets callouts follow the test's own DML", () => {
  const { org, program } = compileApex({ "Main.cls": MAIN, "OnAccount.trigger": ON_ACCOUNT, "Tested.cls": TESTED });
  const inTest = (method: string): void => {
    transact(org, () => program.callStatic("Tested", method, []), { test: new TestContext("Tested", method) });
  };
  inTest("run");
  assert.throws(() => inTest("withoutMock"), /Methods defined as TestMethod do not support Web service callouts/);
});
