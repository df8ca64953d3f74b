/** System.SandboxContext, as Test.testSandboxPostCopyScript gives it. */
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument } from "../runtime/exceptions.ts";
import { callBridge } from "../runtime/user-object.ts";
import { PlatformObject, type ApexValue } from "../runtime/values.ts";

class SandboxContext extends PlatformObject {
  readonly apexType = "System.SandboxContext";
  readonly organization: string | null;
  readonly sandbox: string | null;
  readonly sandboxName: string | null;

  constructor(organization: string | null, sandbox: string | null, sandboxName: string | null) {
    super();
    this.organization = organization;
    this.sandbox = sandbox;
    this.sandboxName = sandboxName;
  }
}

function run(script: ApexValue, organization: string | null, sandbox: string | null, name: string | null): null {
  callBridge(requireArgument(script), "runApexClass", new SandboxContext(organization, sandbox, name));
  return null;
}

definePlatformClass("System.Test", {
  statics: {
    "testSandboxPostCopyScript(System.SandboxPostCopy,Id,Id,String)": run,
    "testSandboxPostCopyScript(System.SandboxPostCopy,Id,Id,String,Boolean)": run,
  },
});

definePlatformClass("System.SandboxContext", {
  members: {
    "organizationId()": (self: SandboxContext) => self.organization,
    "sandboxId()": (self: SandboxContext) => self.sandbox,
    "sandboxName()": (self: SandboxContext) => self.sandboxName,
  },
});
