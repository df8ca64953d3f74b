/**
 * JavaScript remoting in a Visualforce page: `Visualforce.remoting.Manager.invokeAction`, and `Controller.method(...)` for each
 * remote action. The page calls `Manager.add` with what it knows of its controller.
 */

/** What a page tells about the controller that it has. */
interface RemotingProvider {
  readonly page: string;
  readonly token: string;
  /** Empty: none. */
  readonly namespace: string;
  readonly controller: string;
  readonly methods: readonly { readonly name: string; readonly parameters: number }[];
}

/** The second argument of a callback. */
interface RemotingEvent {
  readonly status: boolean;
  readonly statusCode: number;
  readonly type: "rpc" | "exception";
  readonly message: string;
  readonly where: string;
  readonly action: string;
  readonly method: string;
  readonly tid: number;
  readonly data: unknown;
}

type Callback = (result: unknown, event: RemotingEvent) => void;

interface Settings {
  readonly buffer: boolean;
  readonly escape: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

interface Waiting {
  readonly provider: RemotingProvider;
  readonly action: string;
  readonly method: string;
  readonly data: readonly unknown[];
  readonly tid: number;
  readonly settings: Settings;
  readonly callback: Callback;
}

const ENDPOINT = "/apexremote";
const DEFAULTS: Settings = { buffer: true, escape: true, timeout: 30_000 };
const MAXIMUM_TIMEOUT = 120_000;
/** Calls made this close to each other (milliseconds) travel together, unless they say otherwise. */
const BUFFER_TIME = 10;

const providers: RemotingProvider[] = [];
let buffered: Waiting[] = [];
let lastTid = 1;

function add(provider: RemotingProvider): void {
  providers.push(provider);
  const home = provider.namespace === "" ? globalThis : own(globalThis, provider.namespace);
  const controller = own(home, provider.controller);
  for (const { name } of provider.methods) {
    const action = `${qualified(provider)}.${name}`;
    Reflect.set(controller, name, (...given: readonly unknown[]) => invokeAction(action, ...given));
  }
}

/** The object of that name; made when it is not there. */
function own(parent: object, name: string): object {
  const known: unknown = Reflect.get(parent, name);
  if ((typeof known === "object" && known !== null) || typeof known === "function") return known;
  const made = {};
  Reflect.set(parent, name, made);
  return made;
}

function qualified({ namespace, controller }: RemotingProvider): string {
  return namespace === "" ? controller : `${namespace}.${controller}`;
}

/** `invokeAction("[namespace.]Controller.method", ...parameters, callback, settings?)`. Throws an Error for an unknown action. */
function invokeAction(name: string, ...given: readonly unknown[]): void {
  const at = given.findLastIndex((one) => typeof one === "function");
  if (at < 0) throw new Error(`Visualforce Remoting Exception: ${name} was called without a callback function`);
  const provider = providers.find((one) => name.startsWith(`${qualified(one)}.`));
  const method = name.slice(name.lastIndexOf(".") + 1);
  const known = provider?.methods.filter((one) => one.name === method) ?? [];
  if (provider === undefined || known.length === 0)
    throw new Error(`Visualforce Remoting Exception: no remote action ${name} on this page`);
  const data = given.slice(0, at);
  if (!known.some(({ parameters }) => parameters === data.length)) {
    const expected = known.map(({ parameters }) => parameters).join(" or ");
    throw new Error(
      `Visualforce Remoting: Parameter length does not match remote action parameters: expected ${expected} parameters, got ${data.length} parameters`,
    );
  }
  lastTid += 1;
  const waiting: Waiting = {
    provider,
    action: qualified(provider),
    method,
    data,
    tid: lastTid,
    settings: settingsOf(given[at + 1]),
    callback: given[at] as Callback,
  };
  if (!waiting.settings.buffer) void send([waiting], waiting.settings.timeout);
  else {
    if (buffered.length === 0) setTimeout(flush, BUFFER_TIME);
    buffered.push(waiting);
  }
}

function settingsOf(given: unknown): Settings {
  const set = { ...DEFAULTS, ...(typeof given === "object" && given !== null ? given : {}) };
  return { ...set, timeout: Math.min(set.timeout, MAXIMUM_TIMEOUT) };
}

function flush(): void {
  const calls = buffered;
  buffered = [];
  void send(calls, Math.max(...calls.map(({ settings }) => settings.timeout)));
}

async function send(calls: readonly Waiting[], timeout: number): Promise<void> {
  const body = calls.map(({ provider, action, method, data, tid }) => {
    const { page, token } = provider;
    return { page, token, action, method, data, tid, type: "rpc" };
  });
  let answers: unknown;
  try {
    const response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    answers = await response.json();
  } catch (error) {
    const reason = error instanceof Error && error.name === "TimeoutError" ? "transaction aborted: timeout" : "communication failure";
    for (const call of calls) fail(call, `Unable to connect to the server (${reason}).`);
    return;
  }
  const list: readonly unknown[] = Array.isArray(answers) ? answers : [];
  for (const call of calls) {
    const found = list.find((one) => field(one, "tid") === call.tid);
    if (found === undefined) fail(call, "Unable to connect to the server (communication failure).");
    else deliver(call, found);
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fail({ callback, action, method, tid }: Waiting, message: string): void {
  callback(null, { status: false, statusCode: 0, type: "exception", message, where: "", action, method, tid, data: null });
}

function deliver({ callback, action, method, tid, settings }: Waiting, answer: unknown): void {
  const status = field(answer, "type") === "rpc";
  const result = field(answer, "result") ?? null;
  const statusCode = field(answer, "statusCode");
  const event: RemotingEvent = {
    status,
    statusCode: typeof statusCode === "number" ? statusCode : 0,
    type: status ? "rpc" : "exception",
    message: text(field(answer, "message")),
    where: text(field(answer, "where")),
    action,
    method,
    tid,
    data: field(answer, "data") ?? null,
  };
  callback(settings.escape ? escaped(result) : result, event);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Texts with the characters of markup as entities, at any depth. */
function escaped(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, escaped(item)]));
}

const manager = { add, invokeAction };
Reflect.set(own(own(globalThis, "Visualforce"), "remoting"), "Manager", manager);

// A module: its names are its own. Compiled into a function that runs at once.
export {};
