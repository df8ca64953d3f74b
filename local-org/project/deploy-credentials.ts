/** Named and external credentials, remote sites and subscriber settings of a project. Secrets never come with a deploy. */
import { fileStem, type MetadataFiles } from "../data/schema/metadata-files.ts";
import { childrenOf, isTrue, textOf, type XmlElement } from "../data/schema/xml.ts";
import { MAXIMUM_BATCH } from "../transaction/event-bus.ts";
import type { CustomHeader, Principal, PrincipalType } from "../transaction/credentials.ts";
import type { Org } from "../transaction/org.ts";
import { seedRow } from "../transaction/seed-row.ts";
import { toText } from "../apex/runtime/to-string.ts";

/** Call after the rows of credentials and permission sets are made. */
export function deployCredentials(org: Org, files: MetadataFiles): void {
  for (const file of files.withSuffix("externalCredential")) addExternal(org, fileStem(file), file.root());
  for (const file of files.withSuffix("namedCredential")) addNamed(org, fileStem(file), file.root());
  grantPrincipals(org, files);
  for (const file of files.withSuffix("remoteSite")) {
    const url = textOf(file.root(), "url");
    if (url !== null && isTrue(file.root(), "isActive") && URL.canParse(url)) org.remoteSites.add(new URL(url).origin);
  }
  for (const file of files.withSuffix("platformEventSubscriberConfig")) configureSubscriber(org, file.root());
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly group: string;
  readonly sequence: number;
  readonly externalCredential: string | null;
}

function parametersOf(root: XmlElement, element: string): Parameter[] {
  return childrenOf(root, element).map((parameter) => ({
    name: textOf(parameter, "parameterName") ?? "",
    type: textOf(parameter, "parameterType") ?? "",
    value: textOf(parameter, "parameterValue") ?? "",
    group: textOf(parameter, "parameterGroup") ?? "",
    sequence: Number(textOf(parameter, "sequenceNumber") ?? "0"),
    externalCredential: textOf(parameter, "externalCredential"),
  }));
}

const headersIn = (parameters: readonly Parameter[], type: string): CustomHeader[] =>
  parameters.filter((parameter) => parameter.type === type).map(({ name, value }) => ({ name, value }));

const PRINCIPAL_TYPES: readonly PrincipalType[] = ["NamedPrincipal", "PerUserPrincipal", "AwsStsPrincipal"];

function addExternal(org: Org, name: string, root: XmlElement): void {
  const id = rowId(org, "ExternalCredential", name);
  const parameters = parametersOf(root, "externalCredentialParameters");
  const principals = parameters.flatMap((parameter): Principal[] => {
    const type = PRINCIPAL_TYPES.find((known) => known === parameter.type);
    if (type === undefined) return [];
    const principalId = seedRow(org, "ExternalCredentialParameter", {
      ExternalCredentialId: id,
      ParameterName: parameter.name,
      ParameterType: type,
      SequenceNumber: parameter.sequence,
    });
    return [{ id: principalId, name: parameter.name, type, sequence: parameter.sequence }];
  });
  org.credentials.addExternal({
    id,
    name,
    label: textOf(root, "label") ?? name,
    protocol: textOf(root, "authenticationProtocol") ?? "Custom",
    principals,
    headers: headersIn(parameters, "AuthHeader"),
  });
}

function addNamed(org: Org, name: string, root: XmlElement): void {
  const parameters = parametersOf(root, "namedCredentialParameters");
  org.credentials.addNamed({
    id: rowId(org, "NamedCredential", name),
    name,
    label: textOf(root, "label") ?? name,
    url: parameters.find(({ type }) => type === "Url")?.value ?? textOf(root, "endpoint") ?? "",
    externalCredential: parameters.find(({ type }) => type === "Authentication")?.externalCredential ?? null,
    generateAuthorizationHeader: isTrue(root, "generateAuthorizationHeader"),
    headers: headersIn(parameters, "HttpHeader"),
  });
}

function rowId(org: Org, object: string, name: string): string {
  return toText(org.store.table(object).lookup("DeveloperName", name)[0]?.get("Id") ?? "");
}

/** `externalCredentialPrincipalAccesses` of permission sets; packaged ones cannot have any. */
function grantPrincipals(org: Org, files: MetadataFiles): void {
  for (const file of files.withSuffix("permissionset")) {
    const parent = org.store.table("PermissionSet").lookup("Name", fileStem(file))[0]?.get("Id") ?? null;
    for (const access of childrenOf(file.root(), "externalCredentialPrincipalAccesses")) {
      const [credential = "", principalName = ""] = (textOf(access, "externalCredentialPrincipal") ?? "").split("-");
      const principal = org.credentials.external(credential)?.principals.find(({ name }) => name === principalName);
      if (principal === undefined || !isTrue(access, "enabled")) continue;
      seedRow(org, "SetupEntityAccess", { ParentId: parent, SetupEntityId: principal.id, SetupEntityType: "ExternalCredentialParameter" });
    }
  }
}

function configureSubscriber(org: Org, root: XmlElement): void {
  const trigger = textOf(root, "platformEventConsumer");
  if (trigger === null) return;
  const username = textOf(root, "user");
  const user = username === null ? undefined : org.store.table("User").lookup("Username", username)[0];
  const id = user?.get("Id");
  org.events.configs.set(trigger.toLowerCase(), {
    user: typeof id === "string" ? { id, kind: "standard" } : null,
    batchSize: Number(textOf(root, "batchSize") ?? MAXIMUM_BATCH),
  });
}
