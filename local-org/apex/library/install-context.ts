/** System.InstallContext and UninstallContext, as Test.testInstall and Test.testUninstall give them. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { PlatformObject, type ApexValue } from "../runtime/values.ts";
import type { ApexVersion } from "./version.ts";

class InstallContext extends PlatformObject {
  readonly apexType = "System.InstallContext";
  readonly previous: ApexVersion | null;
  readonly isPush: boolean;

  constructor(previous: ApexVersion | null, isPush: boolean) {
    super();
    this.previous = previous;
    this.isPush = isPush;
  }
}

/** `previous`: version that is replaced, null for a first installation. */
export function installContext(previous: ApexVersion | null, isPush: boolean): ApexValue {
  return new InstallContext(previous, isPush);
}

const organizationId = (): ApexValue => {
  for (const row of currentTransaction().org.store.table("Organization").rows()) return row.get("Id") ?? null;
  return null;
};

definePlatformClass("System.InstallContext", {
  members: {
    "installerId()": () => currentTransaction().user.id,
    "isPush()": (self: InstallContext) => self.isPush,
    "isUpgrade()": (self: InstallContext) => self.previous !== null,
    "organizationId()": organizationId,
    "previousVersion()": (self: InstallContext) => self.previous,
  },
});

definePlatformClass("System.UninstallContext", {
  members: { "organizationId()": organizationId, "uninstallerId()": () => currentTransaction().user.id },
});
