/** EventBus.SuccessResult and EventBus.FailureResult: what publish callbacks get. */
import { definePlatformClass } from "../runtime/define.ts";
import { ApexList, PlatformObject } from "../runtime/values.ts";

class PublishResult extends PlatformObject {
  readonly apexType: string;
  readonly uuids: readonly string[];

  constructor(apexType: string, uuids: readonly string[]) {
    super();
    this.apexType = apexType;
    this.uuids = uuids;
  }
}

export function publishResult(method: "onSuccess" | "onFailure", uuids: readonly string[]): PublishResult {
  return new PublishResult(method === "onSuccess" ? "EventBus.SuccessResult" : "EventBus.FailureResult", uuids);
}

for (const name of ["EventBus.SuccessResult", "EventBus.FailureResult"]) {
  definePlatformClass(name, { members: { "getEventUuids()": (self: PublishResult) => new ApexList("List<String>", [...self.uuids]) } });
}
