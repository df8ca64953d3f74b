/** `npm run build`: compiles the Lightning web components and the script of the softphone page next to their sources. */
import { resolve } from "node:path";
import { buildProject } from "./build-project.ts";

const { components, scripts } = await buildProject(resolve(import.meta.dirname, ".."));
console.log(`Built: ${components} component files, ${scripts} page script`);
