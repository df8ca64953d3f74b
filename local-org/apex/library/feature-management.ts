/** FeatureManagement: custom permissions of the running user, by profile or permission set. Feature parameters are refused. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument } from "../runtime/exceptions.ts";

function checkPermission(name: string | null): boolean {
  const {
    org: { store },
    user,
  } = currentTransaction();
  const wanted = requireArgument(name).replace(/^\w+?__/, "");
  const permission = store.table("CustomPermission").lookup("DeveloperName", wanted)[0]?.get("Id") ?? null;
  if (permission === null) return false;
  const profile = store.get(user.id)?.get("ProfileId") ?? null;
  const sets = new Set(
    store
      .table("PermissionSetAssignment")
      .lookup("AssigneeId", user.id)
      .map((row) => row.get("PermissionSetId")),
  );
  if (profile !== null) for (const row of store.table("PermissionSet").lookup("ProfileId", profile)) sets.add(row.get("Id"));
  return store
    .table("SetupEntityAccess")
    .lookup("SetupEntityId", permission)
    .some((row) => sets.has(row.get("ParentId")));
}

definePlatformClass("System.FeatureManagement", { statics: { "checkPermission(String)": checkPermission } });
