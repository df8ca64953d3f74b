/** Endpoints of the form `callout:Name/path`: the address, and the headers that the credential adds. */
import { throwApex, unsupported } from "../apex/runtime/exceptions.ts";
import type { Transaction } from "./context.ts";
import type { CustomHeader, ExternalCredential, Principal } from "./credentials.ts";

export interface ResolvedEndpoint {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Null when the endpoint names no credential. Throws System.CalloutException when it names one that the user cannot use. */
export function resolveNamedEndpoint(transaction: Transaction, endpoint: string): ResolvedEndpoint | null {
  const match = /^callout:(\w+)(.*)$/is.exec(endpoint);
  if (match === null) return null;
  const [, name = "", path = ""] = match;
  const { credentials } = transaction.org;
  const named = credentials.named(name);
  if (named === undefined) {
    throwApex(
      "System.CalloutException",
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    );
  }
  const url = joined(named.url, path);
  if (named.externalCredential === null) return { url, headers: merged(named.headers, new Map(), "") };
  const external = credentials.external(named.externalCredential);
  const principal = external === undefined ? undefined : usablePrincipal(transaction, external);
  const values = principal === undefined || external === undefined ? undefined : credentials.secrets(external.name, principal.name);
  if (external === undefined || values === undefined) throwNoAccess(named.externalCredential);
  const headers = merged([...external.headers, ...named.headers], values, external.name);
  const authorization = named.generateAuthorizationHeader ? authorizationOf(external, values) : null;
  return { url, headers: authorization === null ? headers : [["Authorization", authorization], ...headers] };
}

function throwNoAccess(external: string): never {
  throwApex(
    "System.CalloutException",
    `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${external}" might not exist.`,
  );
}

function joined(base: string, path: string): string {
  if (path === "" || path.startsWith("?")) return base + path;
  return `${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
}

/** The first principal that a permission set (or the profile) of the user gives access to. Automated Process and guests have none. */
function usablePrincipal({ org, user }: Transaction, { principals }: ExternalCredential): Principal | undefined {
  if (user.kind !== "standard") return undefined;
  const { store } = org;
  const profile = store.get(user.id)?.get("ProfileId") ?? null;
  const sets = new Set(
    store
      .table("PermissionSetAssignment")
      .lookup("AssigneeId", user.id)
      .map((row) => row.get("PermissionSetId")),
  );
  for (const row of store.table("PermissionSet").lookup("ProfileId", profile)) sets.add(row.get("Id"));
  const granted = new Set(
    [...store.table("SetupEntityAccess").rows()].filter((row) => sets.has(row.get("ParentId"))).map((row) => row.get("SetupEntityId")),
  );
  return [...principals].sort((left, right) => left.sequence - right.sequence).find(({ id }) => granted.has(id));
}

function authorizationOf(external: ExternalCredential, values: ReadonlyMap<string, string>): string | null {
  const value = (name: string): string => [...values].find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  switch (external.protocol) {
    case "Basic":
      return `Basic ${Buffer.from(`${value("username")}:${value("password")}`).toString("base64")}`;
    case "Custom":
    case "NoAuthentication":
      return null;
    default:
      return unsupported(`external credential ${external.name} with protocol ${external.protocol}`);
  }
}

function merged(
  headers: readonly CustomHeader[],
  values: ReadonlyMap<string, string>,
  credential: string,
): (readonly [name: string, value: string])[] {
  return headers.map(({ name, value }) => [name, mergeFields(value, values, credential)] as const);
}

/** `{!$Credential.X.Token}`, also within quotes of a formula: `{!'Bearer ' & $Credential.X.Token}`. */
function mergeFields(text: string, values: ReadonlyMap<string, string>, credential: string): string {
  return text.replace(/\{!([^}]*)\}/g, (whole, formula: string) => {
    const parts = formula.split("&").map((part) => part.trim());
    return parts
      .map((part) => {
        const literal = /^'([^']*)'$|^"([^"]*)"$/.exec(part);
        if (literal !== null) return literal[1] ?? literal[2] ?? "";
        const reference = /^\$Credential\.(?:\w+\.)?(\w+)$/i.exec(part)?.[1]?.toLowerCase();
        if (reference === undefined) return unsupported(`merge field ${whole} in a header of external credential ${credential}`);
        return [...values].find(([key]) => key.toLowerCase() === reference)?.[1] ?? "";
      })
      .join("");
  });
}
