/** UserInfo: the running user. */
import { currentTransaction } from "../../transaction/context.ts";
import type { Row } from "../../data/store/store.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { userTimeZone } from "../runtime/environment.ts";
import type { ApexValue } from "../runtime/values.ts";
import { ApexTimeZone } from "./time-zone.ts";

function user(field: string): ApexValue {
  const { org, user: running } = currentTransaction();
  return org.store.get(running.id)?.get(field) ?? null;
}

function organization(): Row | undefined {
  for (const row of currentTransaction().org.store.table("Organization").rows()) return row;
  return undefined;
}

definePlatformClass("System.UserInfo", {
  statics: {
    "getUserId()": () => currentTransaction().user.id,
    "getUserName()": () => user("Username"),
    "getUserEmail()": () => user("Email"),
    "getFirstName()": () => user("FirstName"),
    "getLastName()": () => user("LastName"),
    "getName()": () => user("Name"),
    "getProfileId()": () => user("ProfileId"),
    "getUserRoleId()": () => user("UserRoleId"),
    "getUserType()": () => user("UserType") ?? "Standard",
    "getLanguage()": () => user("LanguageLocaleKey") ?? currentTransaction().org.settings.defaultLanguage,
    "getLocale()": () => user("LocaleSidKey") ?? currentTransaction().org.settings.defaultLanguage,
    "getTimeZone()": () => new ApexTimeZone(userTimeZone()),
    "getOrganizationId()": () => organization()?.get("Id") ?? null,
    "getOrganizationName()": () => organization()?.get("Name") ?? null,
    "getDefaultCurrency()": () => "USD",
    "isMultiCurrencyOrganization()": () => false,
    "getUiTheme()": () => "Theme4d",
    "getUiThemeDisplayed()": () => "Theme4d",
    /** Asynchronous Apex has no session. */
    "getSessionId()": () => (currentTransaction().job === null ? `SESSION_${currentTransaction().user.id}` : null),
    "isCurrentUserLicensed(String)": () => true,
    "isCurrentUserLicensedForPackage(Id)": () => true,
    "hasPackageLicense(Id)": () => true,
  },
});
