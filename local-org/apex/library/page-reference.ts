/** PageReference and Cookie: addresses of pages. The pages themselves are not rendered by Apex. */
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { currentTest } from "../../transaction/test-run.ts";
import { ApexException, requireArgument } from "../runtime/exceptions.ts";
import { ApexList, ApexMap, PlatformObject, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { definePlainClass, PlainObject, textMap } from "./plain-object.ts";
import { compareText } from "./string.ts";
import { platformEnumValue } from "./platform-enum.ts";
import { toText } from "../runtime/to-string.ts";

type Text = string | null;

export class PageReference extends PlatformObject {
  readonly apexType = "System.PageReference";
  readonly path: string;
  readonly parameters = textMap();
  readonly headers = textMap();
  readonly cookies = new ApexMap("Map<String,System.Cookie>");
  anchor: Text = null;
  redirect = false;

  constructor(url: string) {
    super();
    const [, path = "", query = "", anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) ?? [];
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query)) this.parameters.set(name, value);
  }

  get url(): string {
    const query = new URLSearchParams();
    for (const [name, value] of this.parameters.entries()) if (value !== null) query.append(toText(name), toText(value));
    const text = query.size === 0 ? "" : `?${query.toString()}`;
    return this.path + text + (this.anchor === null ? "" : `#${this.anchor}`);
  }

  /** Value of a parameter of the address, or null. */
  parameter(name: string): string | null {
    const value = this.parameters.get(name);
    return typeof value === "string" ? value : null;
  }

  override apexToString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

function setCookies(self: PageReference, cookies: ApexList | null): null {
  for (const cookie of requireArgument(cookies).items) if (cookie instanceof PlainObject) self.cookies.set(cookie.get("Name"), cookie);
  return null;
}

definePlatformClass("System.PageReference", {
  constructors: {
    "(String)": (url: Text) => new PageReference(requireArgument(url)),
    "(SObject)": (record: SObjectRecord | null) => new PageReference(`/${requireArgument(record).id ?? ""}`),
  },
  statics: {
    "forResource(String)": (name: Text) => new PageReference(`/resource/${requireArgument(name)}`),
    "forResource(String,String)": (name: Text, path: Text) => new PageReference(`/resource/${requireArgument(name)}/${path ?? ""}`),
  },
  members: {
    "getAnchor()": (self: PageReference) => self.anchor,
    "getCookies()": (self: PageReference) => self.cookies,
    "getHeaders()": (self: PageReference) => self.headers,
    "getParameters()": (self: PageReference) => self.parameters,
    "getRedirect()": (self: PageReference) => self.redirect,
    "getUrl()": (self: PageReference) => self.url,
    "setAnchor(String)": (self: PageReference, anchor: Text) => {
      self.anchor = anchor;
      return self;
    },
    "setRedirect(Boolean)": (self: PageReference, redirect: boolean | null) => {
      self.redirect = redirect === true;
      return self;
    },
    "setCookies(List<System.Cookie>)": setCookies,
  },
});

const cookie = (...[name, value, path, age, secure, sameSite, httpOnly]: readonly ApexValue[]): PlainObject =>
  new PlainObject("System.Cookie", {
    Name: name ?? null,
    Value: value ?? null,
    Path: path ?? null,
    MaxAge: age ?? null,
    Secure: secure ?? null,
    SameSite: sameSite ?? null,
    HttpOnly: httpOnly ?? false,
  });

definePlainClass(
  "System.Cookie",
  {},
  {
    constructors: {
      "(String,String,String,Integer,Boolean)": cookie,
      "(String,String,String,Integer,Boolean,String)": cookie,
      "(String,String,String,Integer,Boolean,String,Boolean)": cookie,
    },
  },
);

const PAGE = "current page";
const MESSAGES = "page messages";

/** The page that the transaction shows; null when it shows none. */
export function shownPage(): PageReference | null {
  const page = currentTransaction().attachments.get(PAGE);
  return page instanceof PageReference ? page : null;
}

/** Makes a page the one that a transaction shows: what `ApexPages.currentPage()` gives. */
export function showPage(transaction: Transaction, page: PageReference): void {
  transaction.attachments.set(PAGE, page);
}

function setCurrentPage(page: ApexValue): null {
  currentTest("setCurrentPage").transaction.attachments.set(PAGE, page);
  return null;
}

function messages(): ApexList {
  const { attachments } = currentTransaction();
  const known = attachments.get(MESSAGES);
  if (known instanceof ApexList) return known;
  const list = new ApexList("List<ApexPages.Message>");
  attachments.set(MESSAGES, list);
  return list;
}

function addMessage(message: PlainObject | null): null {
  messages().items.push(requireArgument(message));
  return null;
}

const message = (severity: ApexValue, summary: ApexValue, detail: ApexValue = summary, component: ApexValue = null): PlainObject =>
  new PlainObject("ApexPages.Message", { Severity: severity, Summary: summary, Detail: detail, ComponentLabel: component });

definePlainClass(
  "ApexPages.Message",
  {},
  {
    constructors: {
      "(ApexPages.Severity,String)": (severity: ApexValue, summary: Text) => message(severity, summary),
      "(ApexPages.Severity,String,String)": (severity: ApexValue, summary: Text, detail: Text) => message(severity, summary, detail),
      "(ApexPages.Severity,String,String,String)": message,
    },
  },
);

/** Shows an exception on the page, as an error. */
export function addErrorMessage(error: ApexValue): null {
  const text = error instanceof ApexException ? error.shownMessage : toText(error);
  return addMessage(message(platformEnumValue("ApexPages.Severity", "ERROR"), text));
}

definePlatformClass("System.ApexPages", {
  statics: {
    "addMessage(ApexPages.Message)": addMessage,
    "addMessages(Object)": addErrorMessage,
    "currentPage()": shownPage,
    "getMessages()": messages,
    "hasMessages()": () => messages().items.length > 0,
    "hasMessages(ApexPages.Severity)": (severity: ApexValue) =>
      messages().items.some((one) => one instanceof PlainObject && one.get("Severity") === severity),
  },
});

definePlatformClass("System.Test", {
  statics: {
    "setCurrentPage(Object)": setCurrentPage,
    "setCurrentPageReference(Object)": setCurrentPage,
    "clearApexPageMessages()": () => {
      messages().items.length = 0;
      return null;
    },
  },
});

definePlatformClass("System.System", { statics: { "currentPageReference()": shownPage } });

definePlainClass(
  "System.SelectOption",
  {},
  {
    constructors: {
      "(String,String)": (value: Text, label: Text) => option(value, label, false),
      "(String,String,Boolean)": (value: Text, label: Text, disabled: boolean | null) => option(value, label, disabled === true),
    },
  },
);

class SelectOption extends PlainObject {
  /** For `List.sort`: by value, then by label; empty ones first. */
  compareTo(other: ApexValue): number {
    if (!(other instanceof SelectOption)) return 0;
    return (
      compareText(this.text("Value") ?? "", other.text("Value") ?? "") || compareText(this.text("Label") ?? "", other.text("Label") ?? "")
    );
  }

  override apexToString(): string {
    return `System.SelectOption[value="${this.text("Value") ?? ""}", label="${this.text("Label") ?? ""}", disabled="${this.flag("Disabled")}"]`;
  }
}

function option(value: Text, label: Text, disabled: boolean): PlainObject {
  return new SelectOption("System.SelectOption", { Value: value, Label: label, Disabled: disabled, EscapeItem: true });
}
