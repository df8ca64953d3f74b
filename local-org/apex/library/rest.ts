/** RestContext, RestRequest, RestResponse: what an Apex REST method is given and what it answers with. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { ApexMap, PlatformObject, type ApexBlob } from "../runtime/values.ts";

type Text = string | null;

const TEXT_MAP = "Map<String,String>";

/** Headers that `addHeader` refuses. */
const REFUSED_HEADERS: ReadonlySet<string> = new Set(["cookie", "set-cookie", "set-cookie2", "content-length", "authorization"]);

export class RestRequest extends PlatformObject {
  headers: ApexMap | null = new ApexMap(TEXT_MAP);
  httpMethod: Text = null;
  params: ApexMap | null = new ApexMap(TEXT_MAP);
  remoteAddress: Text = null;
  requestBody: ApexBlob | null = null;
  /** Everything after `/services/apexrest`. */
  requestURI: Text = null;
  /** `/services/apexrest` and the URL mapping of the resource. */
  resourcePath: Text = null;

  get apexType(): string {
    return "System.RestRequest";
  }
}

export class RestResponse extends PlatformObject {
  headers: ApexMap | null = new ApexMap(TEXT_MAP);
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;

  get apexType(): string {
    return "System.RestResponse";
  }
}

definePlatformClass("System.RestRequest", {
  constructors: { "()": () => new RestRequest() },
  members: {
    headers: (self: RestRequest) => self.headers,
    "headers=": (self: RestRequest, value: ApexMap | null) => (self.headers = value),
    httpMethod: (self: RestRequest) => self.httpMethod,
    "httpMethod=": (self: RestRequest, value: Text) => (self.httpMethod = value),
    params: (self: RestRequest) => self.params,
    "params=": (self: RestRequest, value: ApexMap | null) => (self.params = value),
    remoteAddress: (self: RestRequest) => self.remoteAddress,
    "remoteAddress=": (self: RestRequest, value: Text) => (self.remoteAddress = value),
    requestBody: (self: RestRequest) => self.requestBody,
    "requestBody=": (self: RestRequest, value: ApexBlob | null) => (self.requestBody = value),
    requestURI: (self: RestRequest) => self.requestURI,
    "requestURI=": (self: RestRequest, value: Text) => (self.requestURI = value),
    resourcePath: (self: RestRequest) => self.resourcePath,
    "resourcePath=": (self: RestRequest, value: Text) => (self.resourcePath = value),
    "addHeader(String,String)": (self: RestRequest, name: Text, value: Text) => putHeader(self.headers, name, value),
    "addParameter(String,String)": (self: RestRequest, name: Text, value: Text) => put(self.params, name, value),
  },
});

definePlatformClass("System.RestResponse", {
  constructors: { "()": () => new RestResponse() },
  members: {
    headers: (self: RestResponse) => self.headers,
    "headers=": (self: RestResponse, value: ApexMap | null) => (self.headers = value),
    responseBody: (self: RestResponse) => self.responseBody,
    "responseBody=": (self: RestResponse, value: ApexBlob | null) => (self.responseBody = value),
    statusCode: (self: RestResponse) => self.statusCode,
    "statusCode=": (self: RestResponse, value: number | null) => (self.statusCode = value),
    "addHeader(String,String)": (self: RestResponse, name: Text, value: Text) => putHeader(self.headers, name, value),
  },
});

/** Outside of Apex REST both are null until a test sets them. */
definePlatformClass("System.RestContext", {
  statics: {
    request: () => currentTransaction().rest.request,
    "request=": (value: RestRequest | null) => (currentTransaction().rest.request = value),
    response: () => currentTransaction().rest.response,
    "response=": (value: RestResponse | null) => (currentTransaction().rest.response = value),
  },
});

function put(map: ApexMap | null, name: Text, value: Text): null {
  map?.set(name, value);
  return null;
}

function putHeader(map: ApexMap | null, name: Text, value: Text): null {
  if (name !== null && REFUSED_HEADERS.has(name.toLowerCase()))
    throwApex("System.InvalidHeaderException", `Header is not allowed: ${name}`);
  return put(map, name, value);
}
