/** ConnectApi.NamedCredentials: storing a principal's secret and looking at what is configured. Values never come back. */
import type { CredentialStore, ExternalCredential, Principal } from "../../transaction/credentials.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexList, ApexMap, EnumValue, type ApexValue } from "../runtime/values.ts";
import { definePlainClass, newPlainObject, PlainObject } from "./plain-object.ts";
import { platformEnumValue } from "./platform-enum.ts";

type Text = string | null;

for (const name of [
  "Credential",
  "CredentialCustomHeader",
  "CredentialInput",
  "CredentialValue",
  "CredentialValueInput",
  "ExternalCredential",
  "ExternalCredentialList",
  "ExternalCredentialPrincipal",
  "NamedCredential",
  "NamedCredentialList",
]) {
  definePlainClass(`ConnectApi.${name}`);
}

function make(name: string, values: Readonly<Record<string, ApexValue>>): PlainObject {
  const made = newPlainObject(`ConnectApi.${name}`);
  for (const [property, value] of Object.entries(values)) made.set(property, value);
  return made;
}

function fail(message: string): never {
  throwApex("ConnectApi.ConnectApiException", message);
}

/** Only people may manage credentials: Automated Process and guests have no access to them. */
function store(): CredentialStore {
  const { org, user } = currentTransaction();
  if (user.kind !== "standard") fail("You do not have access to named credentials.");
  return org.credentials;
}

function find(name: Text): ExternalCredential {
  return store().external(requireArgument(name)) ?? fail(`External credential ${name ?? ""} does not exist.`);
}

function principalOf(external: ExternalCredential, name: Text): Principal {
  const wanted = requireArgument(name).toLowerCase();
  return (
    external.principals.find((principal) => principal.name.toLowerCase() === wanted) ?? fail(`Principal ${name ?? ""} does not exist.`)
  );
}

function status(external: ExternalCredential, principal: Principal): EnumValue {
  const configured = store().secrets(external.name, principal.name) !== undefined;
  return platformEnumValue("ConnectApi.CredentialAuthenticationStatus", configured ? "Configured" : "NotConfigured");
}

const principalType = (principal: Principal): EnumValue => platformEnumValue("ConnectApi.CredentialPrincipalType", principal.type);
const protocolOf = (external: ExternalCredential): ApexValue =>
  external.protocol === "NoAuthentication" ? null : platformEnumValue("ConnectApi.CredentialAuthenticationProtocol", external.protocol);

function credential(external: ExternalCredential, principal: Principal): PlainObject {
  const values = store().secrets(external.name, principal.name) ?? new Map<string, string>();
  const shown = [...values.keys()].map((name) => [name, make("CredentialValue", { encrypted: true, value: null })] as const);
  return make("Credential", {
    authenticationProtocol: protocolOf(external),
    authenticationStatus: status(external, principal),
    credentials: new ApexMap("Map<String,ConnectApi.CredentialValue>", shown),
    externalCredential: external.name,
    principalName: principal.name,
    principalType: principalType(principal),
  });
}

function write(input: PlainObject | null, mode: "create" | "update" | "patch"): PlainObject {
  const given = requireArgument(input);
  const external = find(given.text("externalCredential"));
  const principal = principalOf(external, given.text("principalName"));
  const known = store().secrets(external.name, principal.name);
  if (mode === "create" && known !== undefined) fail("Credentials already exist for this principal; use updateCredential.");
  if (mode !== "create" && known === undefined) fail("No credentials exist for this principal; use createCredential.");
  const values = new Map<string, string>(mode === "patch" ? known : []);
  const credentials = given.get("credentials");
  for (const [name, value] of credentials instanceof ApexMap ? credentials.entries() : []) {
    if (typeof name === "string" && value instanceof PlainObject) values.set(name, value.text("value") ?? "");
  }
  if (values.size === 0) fail("credentials must not be empty");
  store().setSecrets(external.name, principal.name, values);
  return credential(external, principal);
}

function externalObject(external: ExternalCredential): PlainObject {
  const principals = external.principals.map((principal) =>
    make("ExternalCredentialPrincipal", {
      id: principal.id,
      principalName: principal.name,
      principalType: principalType(principal),
      sequenceNumber: principal.sequence,
      authenticationStatus: status(external, principal),
    }),
  );
  const configured = external.principals.some((principal) => store().secrets(external.name, principal.name) !== undefined);
  return make("ExternalCredential", {
    id: external.id,
    developerName: external.name,
    masterLabel: external.label,
    authenticationProtocol: protocolOf(external),
    authenticationStatus: platformEnumValue("ConnectApi.CredentialAuthenticationStatus", configured ? "Configured" : "NotConfigured"),
    principals: new ApexList("List<ConnectApi.ExternalCredentialPrincipal>", principals),
  });
}

function namedObject(name: Text): PlainObject {
  const named = store().named(requireArgument(name)) ?? fail(`Named credential ${name ?? ""} does not exist.`);
  const external = named.externalCredential === null ? [] : [externalObject(find(named.externalCredential))];
  return make("NamedCredential", {
    id: named.id,
    developerName: named.name,
    masterLabel: named.label,
    calloutUrl: named.url,
    externalCredentials: new ApexList("List<ConnectApi.ExternalCredential>", external),
    type: platformEnumValue("ConnectApi.NamedCredentialType", "SecuredEndpoint"),
  });
}

function remove(externalName: Text, principalName: Text): null {
  const external = find(externalName);
  store().deleteSecrets(external.name, principalOf(external, principalName).name);
  return null;
}

definePlatformClass("ConnectApi.NamedCredentials", {
  statics: {
    "createCredential(ConnectApi.CredentialInput)": (input: PlainObject | null) => write(input, "create"),
    "updateCredential(ConnectApi.CredentialInput)": (input: PlainObject | null) => write(input, "update"),
    "patchCredential(ConnectApi.CredentialInput)": (input: PlainObject | null) => write(input, "patch"),
    "deleteCredential(String,String,ConnectApi.CredentialPrincipalType)": remove,
    "getCredential(String,String,ConnectApi.CredentialPrincipalType)": (external: Text, principal: Text) => {
      const found = find(external);
      return credential(found, principalOf(found, principal));
    },
    "getExternalCredential(String)": (name: Text) => externalObject(find(name)),
    "getExternalCredentials()": () =>
      make("ExternalCredentialList", {
        externalCredentials: new ApexList("List<ConnectApi.ExternalCredential>", [...store().externals()].map(externalObject)),
      }),
    "getNamedCredential(String)": namedObject,
    "getNamedCredentials()": () =>
      make("NamedCredentialList", {
        namedCredentials: new ApexList(
          "List<ConnectApi.NamedCredential>",
          [...store().nameds()].map(({ name }) => namedObject(name)),
        ),
      }),
  },
});
