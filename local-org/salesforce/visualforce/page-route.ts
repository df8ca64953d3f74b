/** `/apex/<Page>` on the Visualforce host. */
import { PageReference, showPage } from "../../apex/library/page-reference.ts";
import { ApexException, LimitExceeded, UncatchableError } from "../../apex/runtime/exceptions.ts";
import type { Program } from "../../apex/runtime/program.ts";
import { apexStackTrace } from "../../apex/runtime/stack-trace.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { OrgHosts } from "../../transaction/org.ts";
import { SYNCHRONOUS_LIMITS, type LimitMaxima } from "../../transaction/limits.ts";
import { runTransaction } from "../../transaction/run-transaction.ts";
import type { EngineResponse } from "../engine-protocol.ts";
import { remotingMarkup } from "../remoting/remoting-markup.ts";
import type { StaticResources } from "../resources/static-resources.ts";
import { requireMethod, type Route, type RouteRequest } from "../route.ts";
import { hasSetupAccess } from "../setup-access.ts";
import { htmlEncode } from "./merge-functions.ts";
import { plainAttribute, type VisualforcePage } from "./page.ts";
import { renderPage } from "./render-page.ts";
import type { VisualforcePages } from "./visualforce-pages.ts";

const PATH = /^\/apex\/(\w+)\/?$/;

/** Showing a page changes nothing. */
const READ_ONLY: LimitMaxima = { ...SYNCHRONOUS_LIMITS, dmlStatements: 0 };

export function pageRoute(program: Program, pages: VisualforcePages, resources: StaticResources): Route {
  return (request) => {
    if (request.host !== "visualforce" || !request.path.startsWith("/apex/")) return null;
    requireMethod(request, "GET", "HEAD");
    const name = PATH.exec(request.path)?.[1] ?? "";
    const page = pages.find(name);
    if (page === undefined) return messagePage(request, 404, "Page does not exist", `Page ${name || request.path} does not exist`);
    if (!hasSetupAccess(request.org, request.user, "ApexPage", page.name))
      return messagePage(request, 403, "Insufficient Privileges", `You do not have access to the page ${page.name}.`);
    return show(program, page, resources, request);
  };
}

function show(program: Program, page: VisualforcePage, resources: StaticResources, request: RouteRequest): EngineResponse {
  const { org, user } = request;
  try {
    const html = runTransaction(org, { user, kind: "VF", label: `page ${page.name}`, maxima: READ_ONLY }, (transaction) => {
      const reference = pageReference(page, request);
      showPage(transaction, reference);
      const scope = { org, user, resources, page: reference, pageName: page.name, controller: newController(program, page) };
      return renderPage(page, scope, remotingMarkup(program, page, org, user));
    });
    const type = plainAttribute(page.root, "contenttype") ?? "text/html";
    return pageResponse(request, 200, html, type.includes("charset") ? type : `${type};charset=UTF-8`);
  } catch (error) {
    if (!(error instanceof ApexException || error instanceof UncatchableError)) throw error;
    process.stderr.write(`page ${page.name}: ${error.typeName}: ${error.message}\n${apexStackTrace(error)}\n`);
    const message =
      error instanceof LimitExceeded && /^Too many DML statements: 1$/.test(error.message) ? "DML currently not allowed" : error.message;
    return messagePage(request, 500, "Visualforce Error", `${error.typeName}: ${message}\n${apexStackTrace(error)}`);
  }
}

function newController(program: Program, { controller }: VisualforcePage): ApexValue {
  return controller === null ? null : (program.find(controller)?.construct?.() ?? null);
}

function pageReference(page: VisualforcePage, request: RouteRequest): PageReference {
  const reference = new PageReference(`/apex/${page.name}`);
  for (const [name, value] of request.query) if (reference.parameter(name) === null) reference.parameters.set(name, value);
  for (const [name, value] of Object.entries(request.headers)) reference.headers.set(headerName(name), value);
  return reference;
}

/** `user-agent` as `User-Agent`. */
function headerName(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_whole, before: string, letter: string) => before + letter.toUpperCase());
}

function messagePage(request: RouteRequest, status: number, title: string, text: string): EngineResponse {
  const html = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><pre>${htmlEncode(text)}</pre></body></html>\n`;
  return pageResponse(request, status, html, "text/html;charset=UTF-8");
}

/** Pages may be framed by the org alone, and are never kept. */
function pageResponse({ org, method }: RouteRequest, status: number, html: string, contentType: string): EngineResponse {
  const headers = {
    "Content-Type": contentType,
    "Cache-Control": "no-cache, must-revalidate, max-age=0, no-store, private",
    "Content-Security-Policy": `frame-ancestors ${frameAncestors(org.hosts)}`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "origin-when-cross-origin",
  };
  return { status, headers, body: method === "HEAD" ? new Uint8Array() : Buffer.from(html) };
}

function frameAncestors({ lightning, myDomain, visualforce }: OrgHosts): string {
  return ["'self'", ...new Set([lightning, myDomain, visualforce].map((host) => `http://${host}`))].join(" ");
}
