/** Http, HttpRequest, HttpResponse. In tests the mock answers. */
import { startCallout, sendRequest } from "../../transaction/callout.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { ApexBlob } from "../runtime/blob.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { callBridge } from "../runtime/user-object.ts";
import { ApexList, PlatformObject, type ApexValue } from "../runtime/values.ts";

type Text = string | null;

const DEFAULT_TIMEOUT = 10_000;
const MAXIMUM_TIMEOUT = 120_000;
const MAXIMUM_SIZE = { synchronous: 6_000_000, asynchronous: 12_000_000 };

/** Header names are compared without case and kept as first written. */
class Headers {
  readonly #entries = new Map<string, { readonly name: string; readonly value: string }>();

  set(name: string, value: string): void {
    this.#entries.set(name.toLowerCase(), { name: this.#entries.get(name.toLowerCase())?.name ?? name, value });
  }

  get(name: string): string | null {
    return this.#entries.get(name.toLowerCase())?.value ?? null;
  }

  names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  pairs(): (readonly [string, string])[] {
    return [...this.#entries.values()].map(({ name, value }) => [name, value] as const);
  }
}

abstract class Message extends PlatformObject {
  readonly headers = new Headers();
  body: ApexBlob | null = null;

  /** The body as text; an absent body is empty. */
  get text(): string {
    return this.body === null ? "" : new TextDecoder().decode(this.body.bytes);
  }

  setText(text: Text): null {
    this.body = text === null ? null : ApexBlob.fromText(text);
    return null;
  }

  setBlob(body: ApexBlob | null): null {
    this.body = body;
    return null;
  }

  setHeader(name: Text, value: Text): null {
    this.headers.set(requireArgument(name), value ?? "");
    return null;
  }
}

export class HttpRequest extends Message {
  readonly apexType = "System.HttpRequest";
  endpoint: Text = null;
  method: Text = null;
  timeout = DEFAULT_TIMEOUT;
  compressed = false;

  override apexToString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? "null"}, Method=${this.method ?? "null"}]`;
  }
}

export class HttpResponse extends Message {
  readonly apexType = "System.HttpResponse";
  status: Text = null;
  statusCode: number | null = 0;

  override apexToString(): string {
    return `System.HttpResponse[Status=${this.status ?? "null"}, StatusCode=${this.statusCode ?? 0}]`;
  }
}

class Http extends PlatformObject {
  readonly apexType = "System.Http";
}

const METHODS = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]);

function send(request: HttpRequest): HttpResponse {
  const transaction = currentTransaction();
  const endpoint = request.endpoint ?? "";
  if (endpoint === "" && transaction.test === null) throwApex("System.CalloutException", "Invalid HTTP request: no endpoint specified");
  if (request.method !== null && !METHODS.has(request.method.toUpperCase())) {
    throwApex("System.CalloutException", `Invalid HTTP method: ${request.method}`);
  }
  startCallout(transaction);
  if (transaction.test !== null) return mocked(transaction.test.calloutMock, request);
  const answer = sendRequest(transaction, {
    method: request.method ?? "GET",
    url: endpoint,
    headers: request.headers.pairs(),
    body: request.body?.bytes ?? null,
    timeout: request.timeout,
  });
  const limit = transaction.job === null ? MAXIMUM_SIZE.synchronous : MAXIMUM_SIZE.asynchronous;
  if (answer.body.length > limit) {
    throwApex("System.CalloutException", `Exceeded max size limit of ${limit} with response size ${answer.body.length}`);
  }
  const response = new HttpResponse();
  response.status = answer.status;
  response.statusCode = answer.statusCode;
  response.body = new ApexBlob(answer.body);
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  return response;
}

function mocked(mock: ApexValue, request: HttpRequest): HttpResponse {
  if (mock === null) throwApex("System.TypeException", "Methods defined as TestMethod do not support Web service callouts");
  const own = mock instanceof PlatformObject && "respond" in mock && typeof mock.respond === "function";
  const response: ApexValue | undefined = own
    ? (mock.respond as (request: HttpRequest) => ApexValue)(request)
    : callBridge(mock, "respond", request);
  if (!(response instanceof HttpResponse)) throwApex("System.CalloutException", "The mock gave no response");
  return response;
}

definePlatformClass("System.Http", {
  constructors: { "()": () => new Http() },
  members: {
    "send(System.HttpRequest)": (_self: Http, request: HttpRequest | null) => send(requireArgument(request)),
    "toString()": () => "System.Http",
  },
});

const messageMembers = {
  "getBody()": (self: Message) => self.text,
  "getBodyAsBlob()": (self: Message) => self.body ?? new ApexBlob(new Uint8Array()),
  "getHeader(String)": (self: Message, name: Text) => self.headers.get(requireArgument(name)),
  "setBody(String)": (self: Message, text: Text) => self.setText(text),
  "setBodyAsBlob(Blob)": (self: Message, body: ApexBlob | null) => self.setBlob(body),
  "setHeader(String,String)": (self: Message, name: Text, value: Text) => self.setHeader(name, value),
  "toString()": (self: Message) => self.apexToString(),
};

function setMethod(self: HttpRequest, method: Text): null {
  self.method = method;
  return null;
}

function setTimeout(self: HttpRequest, timeout: number | null): null {
  const millis = requireArgument(timeout);
  if (millis < 1 || millis > MAXIMUM_TIMEOUT)
    throwApex("System.CalloutException", `Timeout must be between 1 and ${MAXIMUM_TIMEOUT} milliseconds`);
  self.timeout = millis;
  return null;
}

definePlatformClass("System.HttpRequest", {
  constructors: { "()": () => new HttpRequest() },
  members: {
    ...messageMembers,
    "getCompressed()": (self: HttpRequest) => self.compressed,
    "getEndpoint()": (self: HttpRequest) => self.endpoint,
    "getMethod()": (self: HttpRequest) => self.method,
    "setCompressed(Boolean)": (self: HttpRequest, compressed: boolean | null) => {
      self.compressed = compressed === true;
      return null;
    },
    "setEndpoint(String)": (self: HttpRequest, endpoint: Text) => {
      self.endpoint = endpoint;
      return null;
    },
    "setMethod(String)": setMethod,
    "setTimeout(Integer)": setTimeout,
  },
});

definePlatformClass("System.HttpResponse", {
  constructors: { "()": () => new HttpResponse() },
  members: {
    ...messageMembers,
    "getHeaderKeys()": (self: HttpResponse) => new ApexList("List<String>", self.headers.names().sort()),
    "getStatus()": (self: HttpResponse) => self.status,
    "getStatusCode()": (self: HttpResponse) => self.statusCode,
    "setStatus(String)": (self: HttpResponse, status: Text) => {
      self.status = status;
      return null;
    },
    "setStatusCode(Integer)": (self: HttpResponse, code: number | null) => {
      self.statusCode = code;
      return null;
    },
  },
});

definePlatformClass("System.HttpCalloutMock", {
  members: { "respond(System.HttpRequest)": (self: ApexValue, request: HttpRequest | null) => mocked(self, requireArgument(request)) },
});
