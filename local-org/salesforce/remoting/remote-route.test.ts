import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { ask, deployed } from "../engine-fixture.ts";
import { remotingScript } from "./remoting-script-route.ts";

const CONTROLLER = `public virtual with sharing class Finder {
    public class Match {
        public String name;
        public Integer age;
        private String secret = 'secret';
        public Datetime seen;
        public List<Match> others;
    }
    @RemoteAction
    public static Match find(String name, Integer age) {
        Match found = new Match();
        found.name = name;
        found.age = age;
        found.seen = Datetime.newInstanceGmt(2026, 2, 28, 10, 0, 0);
        found.others = new List<Match>();
        return found;
    }
    @RemoteAction
    public static String echo(Match match) { return match.name; }
    @RemoteAction
    public static String echo(Match match, String suffix) { return match.name + suffix; }
    @RemoteAction
    public static void keep(String name) { insert as system new Account(Name = name); }
    @RemoteAction
    public static String markup() { return '<b a="1">\\'x\\' & y</b>'; }
    @RemoteAction
    public static void fail() { insert as system new Account(Name = 'undone'); throw new IllegalArgumentException('on purpose'); }
    @RemoteAction
    public static String who() { return UserInfo.getUserName(); }
    public static String open() { return 'x'; }
    public Integer getNumber() { return 1; }
}`;
const OTHER = `public with sharing class Other { @RemoteAction public static String other() { return 'other'; } }`;

const engine = deployed({
  "Finder.cls": CONTROLLER,
  "Other.cls": OTHER,
  "pages/Search.page": '<apex:page controller="Finder">{!number}</apex:page>',
  "pages/Others.page": '<apex:page controller="Other"/>',
});

interface Provider {
  readonly page: string;
  readonly token: string;
  readonly controller: string;
}

function providerOf(page: string): Provider {
  const { text } = ask(engine, `/apex/${page}`, { host: "visualforce" });
  const json = /Manager\.add\((.*)\);<\/script>/.exec(text)?.[1] ?? "";
  return JSON.parse(json) as Provider;
}

interface Event {
  readonly status: boolean;
  readonly type: string;
  readonly statusCode: number;
  readonly message: string;
  readonly where: string;
  readonly action: string;
  readonly method: string;
  readonly tid: number;
}
type Manager = { readonly invokeAction: (...given: readonly unknown[]) => void };

/** A page's client, whose requests go to the engine; `requests` counts them. */
function client(page: string): { readonly manager: Manager; readonly globals: Record<string, unknown>; readonly requests: unknown[] } {
  const requests: unknown[] = [];
  const fetchFromEngine = (_url: string, { body, signal }: { body: string; signal: AbortSignal }): Promise<unknown> => {
    requests.push(JSON.parse(body));
    if (body.includes("hang")) return new Promise((_resolve, reject) => (signal.onabort = () => reject(signal.reason as Error)));
    const answer = ask(engine, "/apexremote", { host: "visualforce", method: "POST", body });
    const response = { ok: answer.status === 200, status: answer.status, json: () => Promise.resolve(JSON.parse(answer.text) as unknown) };
    return Promise.resolve(response);
  };
  const globals = createContext({ fetch: fetchFromEngine, setTimeout, AbortSignal, Error }) as Record<string, unknown>;
  runInContext(remotingScript(), globals);
  runInContext(`Visualforce.remoting.Manager.add(${JSON.stringify(providerOf(page))})`, globals);
  return { manager: runInContext("Visualforce.remoting.Manager", globals) as Manager, globals, requests };
}

/** Calls and waits for the callback. */
function invoke(manager: Manager, action: string, parameters: readonly unknown[], settings: object = {}): Promise<[unknown, Event]> {
  return new Promise((resolve) =>
    manager.invokeAction(action, ...parameters, (result: unknown, event: Event) => resolve([result, event]), settings),
  );
}
/** Free of the client's own realm. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("a remote action gives its result and an event that says how it went", async () => {
  const { manager } = client("Search");
  const [result, event] = await invoke(manager, "Finder.find", ["Marsh", 40]);
  assert.deepEqual(plain(result), { name: "Marsh", age: 40, seen: Date.UTC(2026, 1, 28, 10), others: [] });
  const { tid, ...rest } = event;
  assert.equal(typeof tid, "number");
  assert.deepEqual(plain(rest), {
    status: true,
    statusCode: 200,
    type: "rpc",
    message: "",
    where: "",
    action: "Finder",
    method: "find",
    data: null,
  });
});

test("objects are parameters, and the number of parameters chooses between methods of one name", async () => {
  const { manager } = client("Search");
  assert.equal((await invoke(manager, "Finder.echo", [{ name: "a", secret: "b" }]))[0], "a");
  assert.equal((await invoke(manager, "Finder.echo", [{ name: "a" }, "!"]))[0], "a!");
});

test("markup in results is escaped unless the page says no", async () => {
  const { manager } = client("Search");
  assert.equal((await invoke(manager, "Finder.markup", []))[0], "&lt;b a=&quot;1&quot;&gt;'x' &amp; y&lt;/b&gt;");
  assert.equal((await invoke(manager, "Finder.markup", [], { escape: false }))[0], `<b a="1">'x' & y</b>`);
});

test("an exception is an event with its message and trace, and leaves nothing behind", async () => {
  const { manager } = client("Search");
  const [result, event] = await invoke(manager, "Finder.fail", []);
  assert.equal(result, null);
  assert.deepEqual([event.status, event.type, event.statusCode], [false, "exception", 400]);
  assert.equal(event.message, "on purpose");
  assert.match(event.where, /^Class\.Finder\.fail: line \d+, column 1$/);
  const query = encodeURIComponent("SELECT COUNT() FROM Account WHERE Name = 'undone'");
  assert.equal((ask(engine, `/services/data/v67.0/query?q=${query}`).json() as { totalSize: number }).totalSize, 0);
  const [, wrong] = await invoke(manager, "Finder.find", ["Marsh", "many"]);
  assert.equal(wrong.message, "Value provided is invalid for parameter 'age' of type 'Integer'");
});

test("calls made together travel together, unless they are not to be buffered", async () => {
  const { manager, requests } = client("Search");
  await Promise.all([invoke(manager, "Finder.who", []), invoke(manager, "Finder.keep", ["kept"])]);
  assert.equal(requests.length, 1);
  await Promise.all([invoke(manager, "Finder.who", [], { buffer: false }), invoke(manager, "Finder.who", [], { buffer: false })]);
  assert.equal(requests.length, 3);
});

test("a call that takes too long ends with an event", async () => {
  const { manager } = client("Search");
  const [, event] = await invoke(manager, "Finder.keep", ["hang"], { timeout: 20 });
  assert.deepEqual([event.status, event.message], [false, "Unable to connect to the server (transaction aborted: timeout)."]);
});

test("the controller's methods stand under their own name", async () => {
  const { globals } = client("Search");
  const result = await new Promise((resolve) => {
    Object.assign(globals, { resolve });
    runInContext("Finder.who((result, event) => resolve(result))", globals);
  });
  assert.equal(result, "admin@local.org");
});

test("what the page does not have is an error at once", () => {
  const { manager } = client("Search");
  const ignore = (): undefined => undefined;
  assert.throws(() => manager.invokeAction("Finder.open", ignore), /no remote action Finder\.open on this page/);
  assert.throws(() => manager.invokeAction("Other.other", ignore), /no remote action Other\.other on this page/);
  assert.throws(() => manager.invokeAction("Finder.who", 1, ignore), /expected 0 parameters, got 1 parameters/);
});

test("the server takes calls only from the page's own user, and only of its controller", () => {
  const { page, token } = providerOf("Search");
  const call = { page, token, action: "Finder", method: "who", data: [], tid: 2 };
  const message = (body: object, user?: string): string => {
    const answer = ask(engine, "/apexremote", { host: "visualforce", body, ...(user === undefined ? {} : { user }) });
    return (answer.json() as { message?: string }[])[0]?.message ?? "";
  };
  assert.equal(message(call), "");
  assert.match(message({ ...call, token: "x" }), /invalid for your session/);
  assert.match(message({ ...call, token: providerOf("Others").token }), /invalid for your session/);
  assert.match(message({ ...call, action: "Other", method: "other" }), /Other is not the controller of the page Search/);
  assert.match(message({ ...call, method: "open" }), /No such remote action: Finder\.open/);
  assert.match(message({ ...call, data: [1] }), /Finder\.who does not take 1 parameters/);
  assert.equal(ask(engine, "/apexremote", { host: "visualforce" }).status, 405);
  assert.equal(ask(engine, "/apexremote", { body: call }).status, 404);
  assert.equal(ask(engine, "/apexremote", { host: "visualforce", body: { tid: 1 } }).status, 400);
});

test("a page without remote actions carries no client", () => {
  const other = deployed({ "pages/Bare.page": "<apex:page>x</apex:page>" });
  assert.doesNotMatch(ask(other, "/apex/Bare", { host: "visualforce" }).text, /VFRemote/);
  const script = ask(engine, "/static/67.0/VFRemote.js", { host: "visualforce" });
  assert.equal(script.headers["Content-Type"], "text/javascript;charset=UTF-8");
});
