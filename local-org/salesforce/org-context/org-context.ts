/** What browser code knows of the org and the user before it asks for anything: labels, resources, permissions. */
import { toText } from "../../apex/runtime/to-string.ts";
import type { RunningUser } from "../../transaction/context.ts";
import type { Org } from "../../transaction/org.ts";
import { resourceUrl, type StaticResources } from "../resources/static-resources.ts";
import { customPermissionsOf, userPermissionsOf } from "../setup-access.ts";

export interface OrgContext {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly email: string;
    /** `en_US`. */
    readonly language: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly isGuest: boolean;
  };
  readonly org: { readonly id: string; readonly name: string; readonly namespace: string | null; readonly isSandbox: boolean };
  /** Texts in the user's language by name as declared. */
  readonly labels: Readonly<Record<string, string>>;
  /** Addresses from the root of the host, by name. */
  readonly resources: Readonly<Record<string, string>>;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
}

/** What an org knows of a user. `labelNames`: as declared. */
export function orgContext(org: Org, user: RunningUser, labelNames: Iterable<string>, resources: StaticResources): OrgContext {
  const row = org.store.get(user.id);
  const text = (field: string): string => toText(row?.get(field) ?? "");
  const language = text("LanguageLocaleKey") || org.settings.defaultLanguage;
  const [organization] = org.store.table("Organization").rows();
  return {
    user: {
      id: user.id,
      name: text("Name"),
      username: text("Username"),
      email: text("Email"),
      language,
      locale: text("LocaleSidKey") || org.settings.defaultLanguage,
      timeZone: text("TimeZoneSidKey") || org.settings.timeZone,
      isGuest: user.kind === "guest",
    },
    org: {
      id: toText(organization?.get("Id") ?? ""),
      name: toText(organization?.get("Name") ?? ""),
      namespace: org.settings.namespace,
      isSandbox: organization?.get("IsSandbox") === true,
    },
    labels: Object.fromEntries([...labelNames].map((name) => [name, labelIn(org, name, language)])),
    resources: Object.fromEntries([...resources.all()].map((resource) => [resource.name, resourceUrl(resource)])),
    customPermissions: customPermissionsOf(org, user),
    userPermissions: userPermissionsOf(org, user),
  };
}

/** The label in a language, else in the language's own family (`es` for `es_MX`), else as it was written. */
export function labelIn(org: Org, name: string, language: string): string {
  const key = name.toLowerCase();
  const translated = [language, language.split("_")[0] ?? language].map((one) => org.labelTranslations.get(one.toLowerCase())?.get(key));
  return translated.find((text) => text !== undefined) ?? org.labels.get(key) ?? name;
}
