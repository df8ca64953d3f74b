/** StaticResourceCalloutMock and MultiStaticResourceCalloutMock: answers out of static resources. */
import { currentTransaction } from "../../transaction/context.ts";
import { ApexBlob } from "../runtime/blob.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/values.ts";
import { HttpResponse, type HttpRequest } from "./http.ts";

type Text = string | null;

class ResourceMock extends PlatformObject {
  readonly apexType: string;
  status: Text = null;
  statusCode: number | null = 200;
  readonly headers: (readonly [string, string])[] = [];
  /** Resource names by endpoint; the empty endpoint stands for any. */
  readonly resources = new Map<string, string>();

  constructor(apexType: string) {
    super();
    this.apexType = apexType;
  }

  respond(request: HttpRequest): HttpResponse {
    const name = this.resources.get(request.endpoint ?? "") ?? this.resources.get("");
    const bytes = name === undefined ? undefined : currentTransaction().org.resources.get(name.toLowerCase());
    if (bytes === undefined) throwApex("System.CalloutException", `No static resource for ${request.endpoint ?? "null"}`);
    const response = new HttpResponse();
    response.status = this.status;
    response.statusCode = this.statusCode;
    response.body = new ApexBlob(bytes);
    for (const [header, value] of this.headers) response.headers.set(header, value);
    return response;
  }
}

const common = {
  "respond(System.HttpRequest)": (self: ResourceMock, request: HttpRequest | null) => self.respond(requireArgument(request)),
  "setHeader(String,String)": (self: ResourceMock, name: Text, value: Text) => {
    self.headers.push([requireArgument(name), value ?? ""]);
    return null;
  },
  "setStatus(String)": (self: ResourceMock, status: Text) => {
    self.status = status;
    return null;
  },
  "setStatusCode(Integer)": (self: ResourceMock, code: number | null) => {
    self.statusCode = code;
    return null;
  },
};

definePlatformClass("System.StaticResourceCalloutMock", {
  constructors: { "()": () => new ResourceMock("System.StaticResourceCalloutMock") },
  members: {
    ...common,
    "setStaticResource(String)": (self: ResourceMock, name: Text) => {
      self.resources.set("", requireArgument(name));
      return null;
    },
  },
});

definePlatformClass("System.MultiStaticResourceCalloutMock", {
  constructors: { "()": () => new ResourceMock("System.MultiStaticResourceCalloutMock") },
  members: {
    ...common,
    "setStaticResource(String,String)": (self: ResourceMock, endpoint: Text, name: Text) => {
      self.resources.set(requireArgument(endpoint), requireArgument(name));
      return null;
    },
  },
});
