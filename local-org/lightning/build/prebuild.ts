/** Makes the vendor bundle ahead of the first start: `node local-org/lightning/build/prebuild.ts`. Does nothing when it is there. */
import { vendorBundle } from "./vendor-bundle.ts";
import { defaultCacheFolder } from "./package-folder.ts";

await vendorBundle({ cacheFolder: defaultCacheFolder(), progress: (line) => process.stderr.write(`  ${line}\n`) });
