/** DomainCreator: host names of the org, without protocol. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";

/** Digital Experiences are never enabled here. */
function noExperiences(): never {
  throwApex("System.InvalidParameterValueException", "Digital Experiences is not enabled");
}

definePlatformClass("System.DomainCreator", {
  statics: {
    "getExperienceCloudSitesHostname()": noExperiences,
    "getLightningHostname()": () => currentTransaction().org.hosts.lightning,
    "getOrgMyDomainHostname()": () => currentTransaction().org.hosts.myDomain,
    "getSalesforceSitesHostname()": () => currentTransaction().org.hosts.site,
    /** One Visualforce host serves every package's pages in the local org. */
    "getVisualforceHostname(String)": () => currentTransaction().org.hosts.visualforce,
  },
});
