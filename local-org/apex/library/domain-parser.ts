/** DomainParser and Domain: what a host name of this org stands for. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/values.ts";
import { platformEnumValue } from "./platform-enum.ts";
import type { ApexUrl } from "./url.ts";

class Domain extends PlatformObject {
  readonly apexType = "System.Domain";
  readonly type: string;

  constructor(type: string) {
    super();
    this.type = type;
  }
}

function parse(text: string | null): Domain {
  const host = requireArgument(text)
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#].*$/, "")
    .toLowerCase();
  const { lightning, myDomain, site, visualforce } = currentTransaction().org.hosts;
  if (host === myDomain && host !== lightning) return new Domain("ORG_MY_DOMAIN");
  if (host === lightning) return new Domain("LIGHTNING_DOMAIN");
  if (host === visualforce) return new Domain("VISUALFORCE_DOMAIN");
  if (host === site) return new Domain("SALESFORCE_SITES_DOMAIN");
  throwApex("System.InvalidParameterValueException", `Not a domain of this org: ${host}`);
}

definePlatformClass("System.DomainParser", {
  statics: { "parse(String)": parse, "parse(System.Url)": (url: ApexUrl | null) => parse(requireArgument(url).authority) },
});

definePlatformClass("System.Domain", {
  members: {
    "getDomainType()": (self: Domain) => platformEnumValue("System.DomainType", self.type),
    "getMyDomainName()": () => currentTransaction().org.hosts.myDomain.split(".")[0] ?? null,
    "getSandboxName()": () => null,
    "getPackageName()": () => null,
    "getSitesSubdomainName()": () => null,
  },
});
