/** Site: the public Site that a request came to. The local org has one, without path prefix; requests of its guest user are site requests. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { unsupported } from "../runtime/exceptions.ts";
import { orgProtocol } from "./url.ts";

function isSiteRequest(): boolean {
  const { user, quiddity } = currentTransaction();
  return user.kind === "guest" && (quiddity === "REST" || quiddity === "VF" || quiddity === "AURA");
}

/** Without a slash at the end; empty when the request is none of the site's, or has another protocol than is asked for. */
function baseUrl(protocol: string | null = null): string {
  if (!isSiteRequest() || (protocol !== null && protocol !== orgProtocol())) return "";
  return `${orgProtocol()}://${currentTransaction().org.hosts.site}`;
}

/** Null outside of site requests. The Site is no metadata of the project: it has no names of its own. */
function ofSite(what: string): null {
  return isSiteRequest() ? unsupported(`Site.${what} in a request of the Site`) : null;
}

definePlatformClass("System.Site", {
  statics: {
    "getBaseCustomUrl()": () => "",
    "getBaseInsecureUrl()": () => baseUrl("http"),
    "getBaseRequestUrl()": () => baseUrl(),
    "getBaseSecureUrl()": () => baseUrl("https"),
    "getBaseUrl()": () => baseUrl(),
    "getDomain()": () => currentTransaction().org.hosts.site,
    "getErrorDescription()": () => "",
    "getErrorMessage()": () => "",
    "getMasterLabel()": () => ofSite("getMasterLabel"),
    "getName()": () => ofSite("getName"),
    "getOriginalUrl()": () => null,
    "getPathPrefix()": () => "",
    "getSiteId()": () => ofSite("getSiteId"),
  },
});
