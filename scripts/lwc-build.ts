/** `npm run lwc:build`: compiles the TypeScript of the Lightning web components next to its source. */
import { resolve } from "node:path";
import { buildLwc } from "./checks/lwc-build.ts";

const sources = buildLwc(resolve(import.meta.dirname, ".."));
console.log(`${sources.length} component files compiled`);
