/** Rows that a deployment makes: custom metadata records, record types, permission sets, queues and whatever else SOQL can see of it. */
import { ApexBlob, Decimal, type ApexValue } from "../apex/runtime/values.ts";
import { fileStem, type MetadataFile, type MetadataFiles } from "../data/schema/metadata-files.ts";
import { childrenOf, isTrue, textOf, type XmlElement } from "../data/schema/xml.ts";
import type { Org } from "../transaction/org.ts";
import { seedRow } from "../transaction/seed-row.ts";
import { deployCustomMetadata } from "./custom-metadata-records.ts";
import { deployCredentials } from "./deploy-credentials.ts";
import { deployPermissionSets } from "./permission-set-rows.ts";
import { readLabelTranslations } from "./labels.ts";
import { readCallCenter } from "./ui/call-center-file.ts";

/** Call once, after `seedOrg`. `sourceOf` gives the text of a class or trigger by its path; null: not known. */
export function deployMetadata(org: Org, files: MetadataFiles, sourceOf: (path: string) => string | null = () => null): void {
  for (const [language, texts] of readLabelTranslations(files)) org.labelTranslations.set(language, texts);
  deployRecordTypes(org, files);
  deployCode(org, files, sourceOf);
  for (const { suffix, object, values } of NAMED_ROWS) {
    for (const file of files.withSuffix(suffix)) seedRow(org, object, { ...names(org, file), ...values(file.root(), fileStem(file), org) });
  }
  deployQueues(org, files);
  deployCallCenters(org, files);
  deployPermissionSets(org, files);
  deployCredentials(org, files);
  deployCustomMetadata(org, files);
}

/** Types whose rows are little more than a name and a label. */
const NAMED_ROWS: readonly {
  readonly suffix: string;
  readonly object: string;
  readonly values: (root: XmlElement, name: string, org: Org) => Readonly<Record<string, ApexValue>>;
}[] = [
  {
    suffix: "customPermission",
    object: "CustomPermission",
    values: (root) => ({ MasterLabel: textOf(root, "label"), Description: textOf(root, "description") }),
  },
  {
    suffix: "notiftype",
    object: "CustomNotificationType",
    values: (root, name) => ({
      CustomNotifTypeName: textOf(root, "customNotifTypeName") ?? name,
      MasterLabel: textOf(root, "masterLabel"),
      Description: textOf(root, "description"),
      Desktop: isTrue(root, "desktop"),
      Mobile: isTrue(root, "mobile"),
    }),
  },
  {
    suffix: "namedCredential",
    object: "NamedCredential",
    values: (root) => ({ MasterLabel: textOf(root, "label"), Endpoint: credentialUrl(root), PrincipalType: textOf(root, "principalType") }),
  },
  {
    suffix: "externalCredential",
    object: "ExternalCredential",
    values: (root) => ({ MasterLabel: textOf(root, "label"), AuthenticationProtocol: textOf(root, "authenticationProtocol") }),
  },
  {
    suffix: "resource",
    object: "StaticResource",
    values: (root, name, org) => {
      const body = org.resources.get(name.toLowerCase());
      return {
        ContentType: textOf(root, "contentType"),
        CacheControl: textOf(root, "cacheControl"),
        Body: body === undefined ? null : new ApexBlob(body),
        BodyLength: body?.length ?? 0,
      };
    },
  },
];

/** Both kinds of name field; `seedRow` keeps those that the object has. */
function names(org: Org, file: MetadataFile): Readonly<Record<string, string | null>> {
  return {
    Name: fileStem(file),
    DeveloperName: fileStem(file),
    NamespacePrefix: org.settings.namespace,
    Language: org.settings.defaultLanguage,
  };
}

/** The address stands in the credential, in newer ones among its parameters. */
function credentialUrl(root: XmlElement): string | null {
  const parameter = childrenOf(root, "namedCredentialParameters").find((one) => textOf(one, "parameterType") === "Url");
  return textOf(root, "endpoint") ?? (parameter === undefined ? null : textOf(parameter, "parameterValue"));
}

function deployRecordTypes(org: Org, files: MetadataFiles): void {
  const objects = new Set(
    [...files.withSuffix("recordType"), ...files.withSuffix("object")].map(({ path }) => /\/objects\/(\w+)\//.exec(path)?.[1] ?? ""),
  );
  for (const object of objects) {
    const { name, recordTypes } = org.schema.object(object) ?? { name: object, recordTypes: [] };
    for (const { developerName, label, active } of recordTypes) {
      seedRow(org, "RecordType", {
        DeveloperName: developerName,
        Name: label,
        SobjectType: name,
        IsActive: active,
        NamespacePrefix: org.settings.namespace,
      });
    }
  }
}

function deployCode(org: Org, files: MetadataFiles, sourceOf: (path: string) => string | null): void {
  for (const [suffix, object] of [
    ["cls", "ApexClass"],
    ["trigger", "ApexTrigger"],
    ["page", "ApexPage"],
  ] as const) {
    for (const file of files.withSuffix(suffix)) {
      const status = textOf(file.root(), "status") ?? "Active";
      const source = sourceOf(file.path.replace(/-meta\.xml$/, ""));
      seedRow(org, object, {
        Name: fileStem(file),
        Status: status,
        IsValid: true,
        ApiVersion: Decimal.parse(textOf(file.root(), "apiVersion") ?? ""),
        Body: source,
        LengthWithoutComments: source?.length ?? null,
        NamespacePrefix: org.settings.namespace,
        MasterLabel: textOf(file.root(), "label"),
      });
    }
  }
}

/** What the definitions say beyond these fields is read from the project when somebody asks for it. */
function deployCallCenters(org: Org, files: MetadataFiles): void {
  for (const file of files.withSuffix("callCenter")) {
    const { internalName, displayName, adapterUrl, customSettings } = readCallCenter(file);
    seedRow(org, "CallCenter", { Name: displayName, InternalName: internalName, AdapterUrl: adapterUrl, CustomSettings: customSettings });
  }
}

function deployQueues(org: Org, files: MetadataFiles): void {
  for (const file of files.withSuffix("queue")) {
    const queue = file.root();
    const id = seedRow(org, "Group", {
      Type: "Queue",
      DeveloperName: fileStem(file),
      Name: textOf(queue, "name"),
      Email: textOf(queue, "email"),
    });
    for (const member of childrenOf(queue, "queueSobject"))
      seedRow(org, "QueueSobject", { QueueId: id, SobjectType: textOf(member, "sobjectType") });
  }
  for (const file of files.withSuffix("group")) {
    seedRow(org, "Group", { Type: "Regular", DeveloperName: fileStem(file), Name: textOf(file.root(), "name") });
  }
}
