import assert from "node:assert/strict";
import { test } from "node:test";
import { seedRow } from "../../transaction/seed-row.ts";
import { ask, deployed } from "../engine-fixture.ts";

const SERVICE = `global with sharing class Directory {
    webservice static String greet(String name, Integer times, Boolean loud) {
        String greeting = ('Hi ' + name + ' ').repeat(times).trim();
        return loud ? greeting.toUpperCase() : greeting;
    }

    webservice static Integer fail() {
        throw new IllegalArgumentException('on purpose');
    }

    global static String plain() {
        return 'no web service';
    }
}
`;

const engine = deployed({ "classes/Directory.cls": SERVICE });

function run(apexClass: string, methodName: string, methodParams: string) {
  return ask(engine, "/lightning/api/run-apex", { body: { apexClass, methodName, methodParams } });
}

test("a web service method gets its parameters from the query string by name", () => {
  const answer = run("Directory", "greet", "times=2&name=Jordan%20Marsh&loud=true");
  assert.deepEqual(answer.json(), { returnValue: "HI JORDAN MARSH HI JORDAN MARSH" });
});

test("what is no web service is refused with its name", () => {
  assert.match(run("Nothing", "greet", "").text, /Could not load Apex class: Nothing/);
  assert.match(run("Directory", "plain", "").text, /Directory has no webservice static method plain/);
  assert.equal(run("Directory", "greet", "times=2&other=1").status, 400);
});

test("the user needs access to the class", () => {
  const profile = engine.org.store.table("Profile").lookup("Name", "Standard User")[0]?.get("Id") ?? null;
  seedRow(engine.org, "User", { Username: "robin@example.com", LastName: "Vale", Alias: "robin", ProfileId: profile, IsActive: true });
  const refused = ask(engine, "/lightning/api/run-apex", {
    body: { apexClass: "Directory", methodName: "greet", methodParams: "" },
    user: "robin@example.com",
  });
  assert.equal(refused.status, 403);
  assert.match(refused.text, /You do not have access to the Apex class named 'Directory'/);
});

test("an exception is told with its type", () => {
  const answer = run("Directory", "fail", "");
  assert.equal(answer.status, 500);
  assert.match(answer.text, /System\.IllegalArgumentException: on purpose/);
});
