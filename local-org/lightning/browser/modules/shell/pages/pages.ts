/**
 * The pages of the shell: what an address shows, and back. Pure: knows no browser.
 *
 * Callers from outside speak of `PageReference`s, as in `lightning/navigation`; inside, a page is a checked union.
 */

/** A place as `lightning/navigation` names it: `{type: "standard__recordPage", attributes: {recordId, actionName}}`. */
export interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

/** Values that a new record starts with, by field. */
export type DefaultValues = Readonly<Record<string, string>>;

/** A page of the shell. */
export type Page =
  | { readonly kind: "home" }
  | { readonly kind: "list"; readonly objectApiName: string; readonly filterName: string | null }
  | { readonly kind: "new"; readonly objectApiName: string; readonly defaults: DefaultValues }
  | { readonly kind: "record"; readonly objectApiName: string | null; readonly recordId: string }
  | { readonly kind: "edit"; readonly objectApiName: string | null; readonly recordId: string }
  | { readonly kind: "related"; readonly objectApiName: string | null; readonly recordId: string; readonly relatedListId: string }
  | { readonly kind: "tab"; readonly apiName: string }
  | { readonly kind: "search"; readonly term: string }
  /** `path` with its query: `/apex/Caller?number=1`. */
  | { readonly kind: "visualforce"; readonly path: string }
  /** The home of an app, or a page inside it. */
  | { readonly kind: "app"; readonly appName: string; readonly inner: Page | null }
  | { readonly kind: "missing"; readonly path: string };

const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** The page at an address (path and query, such as `/lightning/o/Account/list?filterName=All`). Never throws: `missing` for what is no page. */
export function pageAt(address: string): Page {
  const url = new URL(address, "http://org.localhost");
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (parts.length === 0 || url.pathname.startsWith("/one/")) return { kind: "home" };
  const missing: Page = { kind: "missing", path: url.pathname };
  const [root, kind, ...rest] = parts.map(decoded);
  if (root === "apex" && parts.length === 2) return { kind: "visualforce", path: url.pathname + url.search };
  if (root !== "lightning") return root !== undefined && parts.length === 1 && RECORD_ID.test(root) ? record(root) : missing;
  const [first, second, third, fourth] = rest;
  switch (kind) {
    case undefined:
      return { kind: "home" };
    case "page":
      return first === "home" ? { kind: "home" } : missing;
    case "o":
      if (first === undefined) return missing;
      if (second === undefined || second === "list" || second === "home")
        return { kind: "list", objectApiName: first, filterName: url.searchParams.get("filterName") };
      if (second === "new")
        return { kind: "new", objectApiName: first, defaults: decodeDefaults(url.searchParams.get("defaultFieldValues") ?? "") };
      return missing;
    case "r":
      return recordPageAt(first, second, third, fourth) ?? missing;
    case "n":
      return first === undefined ? missing : { kind: "tab", apiName: first };
    case "search":
      return { kind: "search", term: url.searchParams.get("term") ?? "" };
    case "app":
      return first === undefined ? missing : { kind: "app", appName: first, inner: pageInsideApp(rest.slice(1), url.search) };
    default:
      return missing;
  }
}

/** `/lightning/r/<id>/view`, `/lightning/r/<Object>/<id>/<action>`, `/lightning/r/<Object>/<id>/related/<list>/view`. */
function recordPageAt(first?: string, second?: string, third?: string, fourth?: string): Page | null {
  if (first === undefined) return null;
  if (second === undefined || second === "view") return record(first);
  if (second === "edit") return { kind: "edit", objectApiName: null, recordId: first };
  if (third === undefined || third === "view") return { kind: "record", objectApiName: first, recordId: second };
  if (third === "edit") return { kind: "edit", objectApiName: first, recordId: second };
  if (third === "related" && fourth !== undefined)
    return { kind: "related", objectApiName: first, recordId: second, relatedListId: fourth };
  return null;
}

function record(recordId: string): Page {
  return { kind: "record", objectApiName: null, recordId };
}

function pageInsideApp(parts: readonly string[], query: string): Page | null {
  return parts.length === 0 ? null : pageAt(`/lightning/${parts.map(encodeURIComponent).join("/")}${query}`);
}

/** The address of a page: path and query. */
export function addressOf(page: Page): string {
  switch (page.kind) {
    case "home":
      return "/lightning/page/home";
    case "list":
      return `/lightning/o/${encodeURIComponent(page.objectApiName)}/list${query("filterName", page.filterName ?? "")}`;
    case "new":
      return `/lightning/o/${encodeURIComponent(page.objectApiName)}/new${query("defaultFieldValues", encodeDefaults(page.defaults))}`;
    case "record":
      return `${recordAddress(page)}/view`;
    case "edit":
      return `${recordAddress(page)}/edit`;
    case "related":
      return `${recordAddress(page)}/related/${encodeURIComponent(page.relatedListId)}/view`;
    case "tab":
      return `/lightning/n/${encodeURIComponent(page.apiName)}`;
    case "search":
      return `/lightning/search${query("term", page.term)}`;
    case "app": {
      const app = `/lightning/app/${encodeURIComponent(page.appName)}`;
      return page.inner === null ? app : app + addressOf(page.inner).replace(/^\/lightning/, "");
    }
    case "visualforce":
    case "missing":
      return page.path;
  }
}

function recordAddress(page: { readonly objectApiName: string | null; readonly recordId: string }): string {
  const object = page.objectApiName === null ? "" : `/${encodeURIComponent(page.objectApiName)}`;
  return `/lightning/r${object}/${encodeURIComponent(page.recordId)}`;
}

function query(name: string, value: string): string {
  return value === "" ? "" : `?${name}=${encodeURIComponent(value)}`;
}

/** The page as code outside the shell names it. */
export function referenceOf(page: Page): PageReference {
  switch (page.kind) {
    case "home":
      return { type: "standard__namedPage", attributes: { pageName: "home" }, state: {} };
    case "list":
      return {
        type: "standard__objectPage",
        attributes: { objectApiName: page.objectApiName, actionName: "list" },
        state: page.filterName === null ? {} : { filterName: page.filterName },
      };
    case "new": {
      const defaults = encodeDefaults(page.defaults);
      return {
        type: "standard__objectPage",
        attributes: { objectApiName: page.objectApiName, actionName: "new" },
        state: defaults === "" ? {} : { defaultFieldValues: defaults },
      };
    }
    case "record":
    case "edit":
      return {
        type: "standard__recordPage",
        attributes: {
          recordId: page.recordId,
          ...(page.objectApiName === null ? {} : { objectApiName: page.objectApiName }),
          actionName: page.kind === "edit" ? "edit" : "view",
        },
        state: {},
      };
    case "related":
      return {
        type: "standard__recordRelationshipPage",
        attributes: {
          recordId: page.recordId,
          ...(page.objectApiName === null ? {} : { objectApiName: page.objectApiName }),
          relationshipApiName: page.relatedListId,
          actionName: "view",
        },
        state: {},
      };
    case "tab":
      return { type: "standard__navItemPage", attributes: { apiName: page.apiName }, state: {} };
    case "search":
      return { type: "standard__search", attributes: {}, state: { term: page.term } };
    case "app":
      return {
        type: "standard__app",
        attributes: { appTarget: page.appName, ...(page.inner === null ? {} : { pageRef: referenceOf(page.inner) }) },
        state: {},
      };
    case "visualforce":
    case "missing":
      return { type: "standard__webPage", attributes: { url: page.path }, state: {} };
  }
}

/**
 * The page that a reference names; a web page (`standard__webPage`) gives its address instead.
 * Throws `Error` naming the reference for a type, an action or a missing attribute that the shell does not know.
 */
export function pageOfReference(reference: PageReference): Page | { readonly kind: "web"; readonly url: string } {
  const attributes = reference.attributes ?? {};
  const state = reference.state ?? {};
  const required = (name: string): string => {
    const value = text(attributes[name]);
    if (value === null) throw new Error(`A page reference of type ${reference.type} needs the attribute ${name}`);
    return value;
  };
  const objectApiName = text(attributes["objectApiName"]);
  const action = text(attributes["actionName"]);
  const unknown = (): Error => new Error(`The local org has no page for ${JSON.stringify(reference)}`);
  switch (reference.type) {
    case "standard__recordPage": {
      const recordId = required("recordId");
      if (action === "edit") return { kind: "edit", objectApiName, recordId };
      if (action === null || action === "view") return { kind: "record", objectApiName, recordId };
      throw unknown();
    }
    case "standard__objectPage":
      if (action === "new")
        return {
          kind: "new",
          objectApiName: required("objectApiName"),
          defaults: decodeDefaults(text(state["defaultFieldValues"]) ?? ""),
        };
      if (action === null || action === "list" || action === "home")
        return { kind: "list", objectApiName: required("objectApiName"), filterName: text(state["filterName"]) };
      throw unknown();
    case "standard__recordRelationshipPage":
      return { kind: "related", objectApiName, recordId: required("recordId"), relatedListId: required("relationshipApiName") };
    case "standard__namedPage":
      if (required("pageName") === "home") return { kind: "home" };
      throw unknown();
    case "standard__navItemPage":
      return { kind: "tab", apiName: required("apiName") };
    case "standard__search":
      return { kind: "search", term: text(state["term"]) ?? text(attributes["term"]) ?? "" };
    case "standard__app": {
      const inner = attributes["pageRef"];
      const page = isReference(inner) ? pageOfReference(inner) : null;
      if (page?.kind === "web") throw unknown();
      return { kind: "app", appName: required("appTarget").replace(/^.*__/, ""), inner: page };
    }
    case "standard__webPage": {
      const url = required("url");
      const page = url.startsWith("/") && !url.startsWith("//") ? pageAt(url) : null;
      return page === null || page.kind === "missing" ? { kind: "web", url } : page;
    }
    default:
      throw unknown();
  }
}

function isReference(value: unknown): value is PageReference {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `Name=Acme%2C Ltd,Phone=%2B44`: as `encodeDefaultFieldValues` of lightning/pageReferenceUtils writes them. */
export function encodeDefaults(defaults: DefaultValues): string {
  return Object.entries(defaults)
    .map(([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(value)}`)
    .join(",");
}

/** The values of a text that `encodeDefaults` wrote. Parts without a field are left out. */
export function decodeDefaults(encoded: string): DefaultValues {
  const values: Record<string, string> = {};
  for (const part of encoded.split(",")) {
    const equals = part.indexOf("=");
    if (equals > 0) values[decoded(part.slice(0, equals))] = decoded(part.slice(equals + 1));
  }
  return values;
}

/** Whether the page is a dialog over another page. */
export function isDialog(page: Page): page is Extract<Page, { kind: "new" | "edit" }> {
  return page.kind === "new" || page.kind === "edit";
}

/** What stands behind a dialog that was opened by its address. */
export function backgroundOf(page: Page): Page {
  if (page.kind === "new") return { kind: "list", objectApiName: page.objectApiName, filterName: null };
  if (page.kind === "edit") return { kind: "record", objectApiName: page.objectApiName, recordId: page.recordId };
  return page;
}
