/** `session`: who is logged in, whom one can log in as, and the org. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Row } from "../../data/store/store.ts";
import type { Org } from "../../transaction/org.ts";
import { userPermissionsOf } from "../setup-access.ts";
import type { Resource, UiRequest } from "./resource.ts";
import type { Session, SessionUser } from "./wire.ts";

export const SESSION: readonly Resource[] = [
  { method: "GET", path: "session", parameters: [], answer: (request) => ({ status: 200, body: session(request) }) },
];

function session({ org, user }: UiRequest): Session {
  const people = [...org.store.table("User").rows()].filter((row) => row.get("IsActive") === true && row.get("UserType") === "Standard");
  const own = org.store.table("User").get(user.id);
  if (own === undefined) throw new Error(`the running user ${user.id} has no row`);
  const [organization] = org.store.table("Organization").rows();
  return {
    user: sessionUser(org, own),
    users: people
      .map((row) => {
        const { id, name, username, email, profile } = sessionUser(org, row);
        return { id, name, username, email, profile };
      })
      .sort((left, right) => left.name.localeCompare(right.name)),
    org: {
      id: text(organization?.get("Id")),
      name: text(organization?.get("Name")),
      namespace: org.settings.namespace,
      isSandbox: organization?.get("IsSandbox") === true,
    },
  };
}

function sessionUser(org: Org, row: Row): SessionUser {
  const profile = org.store.table("Profile").get(text(row.get("ProfileId")));
  const firstAndLast = [row.get("FirstName"), row.get("LastName")].filter((part) => typeof part === "string").join(" ");
  return {
    id: text(row.get("Id")),
    name: text(row.get("Name")) === "" ? firstAndLast : text(row.get("Name")),
    username: text(row.get("Username")),
    email: text(row.get("Email")),
    profile: profile === undefined ? null : text(profile.get("Name")),
    timeZone: text(row.get("TimeZoneSidKey")),
    locale: text(row.get("LocaleSidKey")),
    language: text(row.get("LanguageLocaleKey")),
    isAdministrator: userPermissionsOf(org, { id: text(row.get("Id")), kind: "standard" }).includes("CustomizeApplication"),
  };
}

function text(value: ApexValue | undefined): string {
  return typeof value === "string" ? value : "";
}
