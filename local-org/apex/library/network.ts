/** System.Network: this org has no Experience Cloud sites. */
import { definePlatformClass } from "../runtime/define.ts";

definePlatformClass("System.Network", {
  statics: {
    /** Null outside of a site. */
    "getNetworkId()": () => null,
  },
});
