import assert from "node:assert/strict";
import test from "node:test";
import { transact } from "../../transaction/memory-org.ts";
import { TestContext } from "../../transaction/test-context.ts";
import { compileApex } from "../emit/apex-fixture.ts";
import { ApexException, UnsupportedFeatureError } from "../runtime/exceptions.ts";
import type { ApexValue } from "../runtime/values.ts";

const MAIN = `public class Main {
  public class Mock implements WebServiceMock {
    public void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction,
      String requestName, String responseNS, String responseName, String responseType) {
      response.put('response_x', request + ' ' + endpoint + ' ' + requestName + ' ' + responseName + ' ' + responseType);
    }
  }
  public static String ask() {
    Map<String, String> response = new Map<String, String>();
    List<String> info = new List<String>{ 'https://x.example', 'action', 'urn:in', 'ask', 'urn:out', 'answer', 'Main.Answer' };
    WebServiceCallout.invoke(new Main(), 'question', response, info);
    return response.get('response_x');
  }
  public static String askMock() { Test.setMock(WebServiceMock.class, new Mock()); return ask(); }
  public static void mockOther() { Test.setMock(Queueable.class, new Mock()); }
}`;

function run(method: string, test: TestContext | null = new TestContext("Main", method)): ApexValue {
  const { org, program } = compileApex({ "Main.cls": MAIN });
  return transact(org, () => program.callStatic("Main", method, []), test === null ? {} : { test });
}

test("a mock answers callouts of classes made from a WSDL", () => {
  assert.equal(run("askMock"), "question https://x.example ask answer Main.Answer");
});

test("tests without a mock cannot call web services; outside of tests there is no SOAP", () => {
  assert.throws(
    () => run("ask"),
    (error) => error instanceof ApexException && /do not support Web service callouts/.test(error.message),
  );
  assert.throws(() => run("ask", null), UnsupportedFeatureError);
});

test("mocks of other interfaces are not supported", () => {
  assert.throws(() => run("mockOther"), UnsupportedFeatureError);
});
