/** `npm run bench`: prints the engine's speed against its goals as JSON, `[{"name","value","unit","goal","met"}]`. */
import { resolve } from "node:path";
import { coldBenchmark } from "./bench/cold.ts";
import { warmBenchmarks } from "./bench/warm.ts";

const results = [coldBenchmark(resolve(import.meta.dirname, "..")), ...warmBenchmarks()];
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
