/** What the permission sets and the profile of a user grant: Apex classes, pages, custom permissions, system permissions. */
import type { ApexValue } from "../apex/runtime/values.ts";
import type { RunningUser } from "../transaction/context.ts";
import type { Org } from "../transaction/org.ts";

/** Ids of the permission sets that count for a user: assigned ones, those of assigned groups, and the profile's own. */
export function permissionSetsOf(org: Org, user: RunningUser): ReadonlySet<ApexValue> {
  const { store } = org;
  const sets = new Set<ApexValue>();
  for (const assignment of store.table("PermissionSetAssignment").lookup("AssigneeId", user.id)) {
    sets.add(assignment.get("PermissionSetId") ?? null);
    const group = assignment.get("PermissionSetGroupId") ?? null;
    if (group === null) continue;
    for (const member of store.table("PermissionSetGroupComponent").lookup("PermissionSetGroupId", group))
      sets.add(member.get("PermissionSetId") ?? null);
  }
  const profile = store.get(user.id)?.get("ProfileId") ?? null;
  if (profile !== null) for (const set of store.table("PermissionSet").lookup("ProfileId", profile)) sets.add(set.get("Id") ?? null);
  sets.delete(null);
  return sets;
}

/** Names of the system permissions of a user (`ModifyAllData`), sorted. */
export function userPermissionsOf(org: Org, user: RunningUser): readonly string[] {
  const names = new Set<string>();
  for (const id of permissionSetsOf(org, user)) {
    const row = typeof id === "string" ? org.store.get(id) : undefined;
    for (const [field, value] of row ?? [])
      if (field.startsWith("Permissions") && value === true) names.add(field.slice("Permissions".length));
  }
  return [...names].sort();
}

/** Developer names of the custom permissions of a user, sorted. */
export function customPermissionsOf(org: Org, user: RunningUser): readonly string[] {
  const sets = permissionSetsOf(org, user);
  const names = new Set<string>();
  for (const access of org.store.table("SetupEntityAccess").rows()) {
    if (access.get("SetupEntityType") !== "CustomPermission" || !sets.has(access.get("ParentId") ?? null)) continue;
    const id = access.get("SetupEntityId");
    const name = typeof id === "string" ? org.store.get(id)?.get("DeveloperName") : null;
    if (typeof name === "string") names.add(name);
  }
  return [...names].sort();
}

/** Whether a user may call a class or open a page. Who may write Apex or customise the application may open all of them. */
export function hasSetupAccess(org: Org, user: RunningUser, object: "ApexClass" | "ApexPage", name: string): boolean {
  const permissions = userPermissionsOf(org, user);
  if (permissions.includes("AuthorApex") || permissions.includes("CustomizeApplication")) return true;
  const entity = org.store.table(object).lookup("Name", name)[0]?.get("Id") ?? null;
  if (entity === null) return false;
  const sets = permissionSetsOf(org, user);
  return org.store
    .table("SetupEntityAccess")
    .lookup("SetupEntityId", entity)
    .some((row) => sets.has(row.get("ParentId") ?? null));
}
