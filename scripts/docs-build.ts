/** `npm run docs:build`: writes the pages of `docs` that are made from the sources. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DATA_MODEL_FILE, dataModelFile } from "./data-model/data-model-file.ts";

const root = resolve(import.meta.dirname, "..");
writeFileSync(join(root, DATA_MODEL_FILE), await dataModelFile(root));
console.log(DATA_MODEL_FILE);
