/** PermissionSet, PermissionSetGroup and what they grant, as records. Nothing enforces them by itself. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import { fileStem, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import { childrenOf, isTrue, textOf, type XmlElement } from "../../data/schema/xml.ts";
import type { Org } from "../../transaction/org.ts";
import { seedRow } from "../../transaction/seed-row.ts";

export function deployPermissionSets(org: Org, files: MetadataFiles): void {
  const ids = new Map<string, string>();
  for (const file of files.withSuffix("permissionset")) ids.set(fileStem(file), deployPermissionSet(org, fileStem(file), file.root()));
  for (const file of files.withSuffix("permissionsetgroup")) {
    const group = seedRow(org, "PermissionSetGroup", {
      DeveloperName: fileStem(file),
      MasterLabel: textOf(file.root(), "label") ?? fileStem(file),
      Description: textOf(file.root(), "description"),
      Status: "Updated",
      Language: org.settings.defaultLanguage,
    });
    for (const member of childrenOf(file.root(), "permissionSets")) {
      const permissionSet = ids.get(member.text.trim());
      if (permissionSet !== undefined) {
        seedRow(org, "PermissionSetGroupComponent", { PermissionSetGroupId: group, PermissionSetId: permissionSet });
      }
    }
  }
}

function deployPermissionSet(org: Org, name: string, root: XmlElement): string {
  const system = childrenOf(root, "userPermissions")
    .filter((permission) => isTrue(permission, "enabled"))
    .map((permission): [string, ApexValue] => [`Permissions${textOf(permission, "name") ?? ""}`, true]);
  const id = seedRow(org, "PermissionSet", {
    Name: name,
    Label: textOf(root, "label") ?? name,
    Description: textOf(root, "description"),
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: "Regular",
    HasActivationRequired: isTrue(root, "hasActivationRequired"),
    NamespacePrefix: org.settings.namespace,
    ...Object.fromEntries(system),
  });
  for (const grant of childrenOf(root, "objectPermissions")) {
    seedRow(org, "ObjectPermissions", {
      ParentId: id,
      SobjectType: textOf(grant, "object"),
      PermissionsCreate: isTrue(grant, "allowCreate"),
      PermissionsRead: isTrue(grant, "allowRead"),
      PermissionsEdit: isTrue(grant, "allowEdit"),
      PermissionsDelete: isTrue(grant, "allowDelete"),
      PermissionsViewAllRecords: isTrue(grant, "viewAllRecords"),
      PermissionsModifyAllRecords: isTrue(grant, "modifyAllRecords"),
    });
  }
  for (const grant of childrenOf(root, "fieldPermissions")) {
    const field = textOf(grant, "field") ?? "";
    seedRow(org, "FieldPermissions", {
      ParentId: id,
      SobjectType: field.split(".")[0] ?? null,
      Field: field,
      PermissionsRead: isTrue(grant, "readable"),
      PermissionsEdit: isTrue(grant, "editable"),
    });
  }
  return id;
}
