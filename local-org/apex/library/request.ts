/** Request: what kind of transaction runs, and its id. */
import { currentTransaction } from "../../transaction/context.ts";
import type { Quiddity } from "../../transaction/quiddity.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { PlatformObject } from "../runtime/values.ts";
import { platformEnumValue } from "./platform-enum.ts";

class ApexRequest extends PlatformObject {
  readonly apexType = "System.Request";
  readonly id: string;
  readonly quiddity: Quiddity;

  constructor(id: string, quiddity: Quiddity) {
    super();
    this.id = id;
    this.quiddity = quiddity;
  }
}

definePlatformClass("System.Request", {
  statics: {
    "getCurrent()": () => {
      const { requestId, quiddity } = currentTransaction();
      return new ApexRequest(requestId, quiddity);
    },
  },
  members: {
    "getQuiddity()": (self: ApexRequest) => platformEnumValue("System.Quiddity", self.quiddity),
    "getRequestId()": (self: ApexRequest) => self.id,
  },
});
