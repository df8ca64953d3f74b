/** `npm run bench`: prints the project's speed against its goals as JSON, `[{"name","value","unit","goal","met"}]`. */
import { resolve } from "node:path";
import { chunkCostBenchmarks } from "./bench/chunk-costs.ts";
import { coldBenchmark } from "./bench/cold.ts";
import { runningOrgBenchmarks } from "./bench/running-org.ts";
import { warmBenchmarks } from "./bench/warm.ts";

// The running org comes first: what the engine compiles in this process would share its memory.
const running = await runningOrgBenchmarks();
const results = [coldBenchmark(resolve(import.meta.dirname, "..")), ...warmBenchmarks(), ...chunkCostBenchmarks(), ...running];
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
