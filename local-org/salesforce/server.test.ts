import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { EngineStartError, startEngine, type EngineClient } from "./engine-client.ts";
import { localRequest, type LocalAnswer } from "../http/local-request.ts";
import { startServer } from "./server.ts";

const META = `<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>`;
const PROJECT = JSON.stringify({ packageDirectories: [{ path: "app" }], sourceApiVersion: "67.0" });

const REMOTE_SITE = (url: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>true</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>${url}</url>
</RemoteSiteSetting>
`;

const ECHO = `@RestResource(urlMapping='/echo/*')
global without sharing class EchoResource {
    @HttpGet
    global static String get() {
        return RestContext.request.requestURI + ' ' + RestContext.request.params.get('q') + ' ' + UserInfo.getUserType();
    }

    @HttpPost
    global static void post() {
        RestContext.response.statusCode = 202;
        RestContext.response.addHeader('X-Length', String.valueOf(RestContext.request.requestBody.size()));
        RestContext.response.responseBody = RestContext.request.requestBody;
    }

    @HttpPut
    global static Integer put(Integer left, List<Integer> right) {
        return left + right[0];
    }

    @HttpDelete
    global static void fail() {
        insert as system new Account(Name = 'never');
        throw new IllegalArgumentException('on purpose');
    }
}
`;

const CALLER = `@RestResource(urlMapping='/call')
global without sharing class CallResource {
    @HttpPost
    global static String call() {
        HttpRequest request = new HttpRequest();
        request.setMethod('POST');
        request.setEndpoint(RestContext.request.requestBody.toString());
        request.setBody('ping');
        return new Http().send(request).getBody();
    }
}
`;

const QUEUE = `trigger AccountQueue on Account (after insert) {
    if (!Trigger.new[0].Name.startsWith('child')) {
        System.enqueueJob(new ChildJob(Trigger.new[0].Id));
    }
}
`;

const JOB = `public without sharing class ChildJob implements Queueable {
    private final Id parentId;

    public ChildJob(Id parentId) {
        this.parentId = parentId;
    }

    public void execute(QueueableContext context) {
        insert as system new Account(Name = 'child', ParentId = parentId);
    }
}
`;

const folder = mkdtempSync(join(tmpdir(), "served-"));
let engine: EngineClient;
let port: number;
let close: () => void;
/** A server that is not the org's: what callouts reach. */
const outside = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on("end", () => outgoing.end(`pong ${incoming.method ?? ""}`));
});
let outsideAddress: string;

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

before(async () => {
  await new Promise<void>((listening) => outside.listen(0, "127.0.0.1", listening));
  outsideAddress = `http://api.test.localhost:${(outside.address() as AddressInfo).port}`;
  write(folder, {
    "app/remoteSiteSettings/Outside.remoteSite-meta.xml": REMOTE_SITE(outsideAddress),
    "sfdx-project.json": PROJECT,
    "app/EchoResource.cls": ECHO,
    "app/EchoResource.cls-meta.xml": META,
    "app/CallResource.cls": CALLER,
    "app/CallResource.cls-meta.xml": META,
    "app/ChildJob.cls": JOB,
    "app/ChildJob.cls-meta.xml": META,
    "app/AccountQueue.trigger": QUEUE,
    "app/AccountQueue.trigger-meta.xml": META.replaceAll("ApexClass", "ApexTrigger"),
  });
  engine = await startEngine({ folder, port: 0 });
  const server = await startServer(engine, 0);
  port = (server.address() as AddressInfo).port;
  close = () => server.close();
});

after(async () => {
  close();
  outside.close();
  await engine.close();
  rmSync(folder, { recursive: true });
});

const lightning = (path: string, options?: Parameters<typeof localRequest>[1]): Promise<LocalAnswer> =>
  localRequest(`http://lightning.org.localhost:${port}${path}`, options);
const site = (path: string, options?: Parameters<typeof localRequest>[1]): Promise<LocalAnswer> =>
  localRequest(`http://site.org.localhost:${port}${path}`, options);
const query = async (soql: string): Promise<unknown> =>
  JSON.parse((await lightning(`/services/data/v67.0/query?q=${encodeURIComponent(soql)}`)).text);

test("a record that was posted is found by a query, read by its id, changed and deleted", async () => {
  const posted = await lightning("/services/data/v67.0/sobjects/Contact", {
    method: "POST",
    body: '{"LastName":"Marsh","DoNotCall":true}',
  });
  assert.equal(posted.status, 201);
  const { id } = JSON.parse(posted.text) as { id: string };
  const url = `/services/data/v67.0/sobjects/Contact/${id}`;
  assert.deepEqual(await query("SELECT LastName FROM Contact"), {
    totalSize: 1,
    done: true,
    records: [{ attributes: { type: "Contact", url }, LastName: "Marsh" }],
  });
  assert.equal((await lightning(url, { method: "PATCH", body: '{"FirstName":"Jordan"}' })).status, 204);
  assert.deepEqual(JSON.parse((await lightning(`${url}?fields=Name,DoNotCall`)).text), {
    attributes: { type: "Contact", url },
    Id: id,
    Name: "Jordan Marsh",
    DoNotCall: true,
  });
  assert.equal((await lightning(url, { method: "DELETE" })).status, 204);
  assert.equal((await lightning(url)).status, 404);
});

test("errors have the status and form of the REST API", async () => {
  const errors = async (answer: Promise<LocalAnswer>): Promise<[number, unknown]> => {
    const { status, text } = await answer;
    return [status, (JSON.parse(text) as { errorCode: string }[])[0]?.errorCode];
  };
  assert.deepEqual(await errors(lightning("/services/data/v67.0/query?q=SELECT+Nope+FROM+Account")), [400, "INVALID_FIELD"]);
  assert.deepEqual(await errors(lightning("/services/data/v67.0/query")), [400, "MALFORMED_QUERY"]);
  assert.deepEqual(await errors(lightning("/services/data/v67.0/sobjects/Nope", { method: "POST", body: "{}" })), [404, "NOT_FOUND"]);
  assert.deepEqual(await errors(lightning("/services/data/v67.0/sobjects/Contact", { method: "POST", body: "{}" })), [
    400,
    "REQUIRED_FIELD_MISSING",
  ]);
  assert.deepEqual(await errors(lightning("/services/data/v67.0/sobjects/Contact", { method: "POST", body: "no json" })), [
    400,
    "JSON_PARSER_ERROR",
  ]);
  assert.deepEqual(await errors(lightning("/services/data/v67.0/sobjects/Contact", { method: "POST", body: '{"Nope":1}' })), [
    400,
    "INVALID_FIELD",
  ]);
  assert.deepEqual(await errors(lightning("/nowhere")), [404, "NOT_FOUND"]);
});

test("a request without a user runs as the administrator, the Site always as its guest, an unknown user is refused", async () => {
  assert.match((await lightning("/services/apexrest/echo/a?q=1")).text, /^"\/echo\/a 1 Standard"$/);
  assert.match((await site("/services/apexrest/echo/a?q=1", { headers: { "X-Local-User": "admin@local.org" } })).text, /Guest"$/);
  assert.equal((await lightning("/services/apexrest/echo/a", { headers: { "X-Local-User": "nobody@example.com" } })).status, 401);
});

test("Apex REST hands over body, parameters and headers both ways", async () => {
  const posted = await site("/services/apexrest/echo/x", { method: "POST", body: "héllo" });
  assert.equal(posted.status, 202);
  assert.equal(posted.text, "héllo");
  assert.equal(posted.headers["x-length"], "6");
  const put = await site("/services/apexrest/echo/x", { method: "PUT", body: '{"left":1,"right":[41]}' });
  assert.equal(put.text, "42");
  assert.equal((await site("/services/apexrest/echo/x", { method: "PUT", body: '{"wrong":1}' })).status, 400);
  assert.equal((await site("/services/apexrest/echo/x", { method: "PATCH" })).status, 405);
  assert.equal((await site("/services/apexrest/unknown")).status, 404);
});

test("an exception that Apex does not catch answers 500 and leaves nothing behind", async () => {
  const failed = await site("/services/apexrest/echo/x", { method: "DELETE" });
  assert.equal(failed.status, 500);
  assert.match(failed.text, /System\.IllegalArgumentException: on purpose/);
  assert.deepEqual(await query("SELECT COUNT() FROM Account WHERE Name = 'never'"), { totalSize: 0, done: true, records: [] });
});

test("a callout reaches a server on this machine and Apex waits for its answer", async () => {
  const body = `${outsideAddress}/ping`;
  assert.equal((await lightning("/services/apexrest/call", { method: "POST", body })).text, '"pong POST"');
  outside.close();
  const refused = await lightning("/services/apexrest/call", { method: "POST", body });
  assert.match(refused.text, /System\.CalloutException: Connection refused/);
});

test("drain runs what a request left behind, and limits tells what every transaction used", async () => {
  await lightning("/services/data/v67.0/sobjects/Account", { method: "POST", body: '{"Name":"parent"}' });
  assert.deepEqual(JSON.parse((await lightning("/local/drain", { method: "POST" })).text), { pending: 0 });
  assert.deepEqual(await query("SELECT COUNT() FROM Account WHERE Name = 'child'"), { totalSize: 1, done: true, records: [] });
  const limits = JSON.parse((await lightning("/local/limits")).text) as { transaction: string; dml: number }[];
  assert.ok(
    limits.some(({ transaction, dml }) => transaction.includes("ChildJob") && dml === 1),
    JSON.stringify(limits.slice(0, 5)),
  );
});

test("the clock moves forward by whole requests", async () => {
  const now = async (seconds: number): Promise<number> => {
    const { text } = await lightning("/local/clock", { method: "POST", body: JSON.stringify({ advance: seconds }) });
    return Date.parse((JSON.parse(text) as { now: string }).now);
  };
  const first = await now(0);
  assert.ok((await now(3600)) - first >= 3_600_000);
  assert.equal((await lightning("/local/clock", { method: "POST", body: '{"advance":-1}' })).status, 400);
});

test("logging in sets a cookie for the org's hosts", async () => {
  const answer = await lightning("/local/login?user=admin%40local.org");
  assert.equal(answer.status, 303);
  assert.match(String(answer.headers["set-cookie"]), /Domain=org\.localhost/);
  assert.equal((await lightning("/local/login?user=nobody")).status, 401);
});

test("a host that the org does not have is named in the answer", async () => {
  const answer = await localRequest(`http://other.localhost:${port}/`);
  assert.equal(answer.status, 404);
  assert.match(answer.text, /No such host: other\.localhost/);
});

test("a project with faults does not start and tells each of them", async () => {
  const broken = mkdtempSync(join(tmpdir(), "broken-"));
  write(broken, {
    "sfdx-project.json": PROJECT,
    "app/A.cls": "public class A {\n    Integer x = nothing;\n}\n",
    "app/A.cls-meta.xml": META,
  });
  await assert.rejects(startEngine({ folder: broken, port: 0 }), (error: unknown) => {
    assert.ok(error instanceof EngineStartError);
    assert.match(error.lines.join("\n"), /A\.cls:2:17 error Variable does not exist: nothing/);
    return true;
  });
  rmSync(broken, { recursive: true });
});
