/** Permission sets and what they grant, as rows. */
import { fileStem, type MetadataFiles } from "../data/schema/metadata-files.ts";
import { childrenOf, isTrue, textOf } from "../data/schema/xml.ts";
import type { Org } from "../transaction/org.ts";
import { seedRow } from "../transaction/seed-row.ts";

/** Elements of a permission set that make a SetupEntityAccess row: where the name stands, and the object that bears it. */
const ENTITY_ACCESSES = [
  { element: "classAccesses", name: "apexClass", object: "ApexClass", key: "Name" },
  { element: "pageAccesses", name: "apexPage", object: "ApexPage", key: "Name" },
  { element: "customPermissions", name: "name", object: "CustomPermission", key: "DeveloperName" },
] as const;

export function deployPermissionSets(org: Org, files: MetadataFiles): void {
  const ids = new Map<string, string>();
  for (const file of files.withSuffix("permissionset")) {
    const root = file.root();
    const granted = childrenOf(root, "userPermissions").filter((permission) => isTrue(permission, "enabled"));
    const id = seedRow(org, "PermissionSet", {
      Name: fileStem(file),
      Label: textOf(root, "label"),
      Description: textOf(root, "description"),
      NamespacePrefix: org.settings.namespace,
      Type: "Regular",
      IsCustom: true,
      IsOwnedByProfile: false,
      HasActivationRequired: isTrue(root, "hasActivationRequired"),
      ...Object.fromEntries(granted.map((permission) => [`Permissions${textOf(permission, "name") ?? ""}`, true])),
    });
    ids.set(fileStem(file), id);
    for (const { element, name, object, key } of ENTITY_ACCESSES) {
      for (const access of childrenOf(root, element)) {
        const entity = isTrue(access, "enabled") ? rowId(org, object, key, textOf(access, name)) : null;
        if (entity !== null) seedRow(org, "SetupEntityAccess", { ParentId: id, SetupEntityId: entity, SetupEntityType: object });
      }
    }
    for (const access of childrenOf(root, "objectPermissions")) {
      seedRow(org, "ObjectPermissions", {
        ParentId: id,
        SobjectType: textOf(access, "object"),
        PermissionsCreate: isTrue(access, "allowCreate"),
        PermissionsRead: isTrue(access, "allowRead"),
        PermissionsEdit: isTrue(access, "allowEdit"),
        PermissionsDelete: isTrue(access, "allowDelete"),
        PermissionsModifyAllRecords: isTrue(access, "modifyAllRecords"),
        PermissionsViewAllRecords: isTrue(access, "viewAllRecords"),
        PermissionsViewAllFields: isTrue(access, "viewAllFields"),
      });
    }
    for (const access of childrenOf(root, "fieldPermissions")) {
      const field = textOf(access, "field") ?? "";
      seedRow(org, "FieldPermissions", {
        ParentId: id,
        SobjectType: field.split(".")[0] ?? "",
        Field: field,
        PermissionsEdit: isTrue(access, "editable"),
        PermissionsRead: isTrue(access, "readable"),
      });
    }
  }
  for (const file of files.withSuffix("permissionsetgroup")) {
    const group = seedRow(org, "PermissionSetGroup", {
      DeveloperName: fileStem(file),
      MasterLabel: textOf(file.root(), "label"),
      Status: "Updated",
    });
    for (const member of childrenOf(file.root(), "permissionSets")) {
      const set = ids.get(member.text.trim());
      if (set !== undefined) seedRow(org, "PermissionSetGroupComponent", { PermissionSetGroupId: group, PermissionSetId: set });
    }
  }
}

function rowId(org: Org, object: string, key: string, name: string | null): string | null {
  const id = name === null ? undefined : org.store.table(object).lookup(key, name)[0]?.get("Id");
  return typeof id === "string" ? id : null;
}
