/** `npm run phone-metadata:build`: writes the Apex class with every country's phone number rules. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PHONE_RULES_FILE, phoneRulesFile } from "./phone-metadata/phone-rules-class.ts";

const root = resolve(import.meta.dirname, "..");
writeFileSync(join(root, PHONE_RULES_FILE), phoneRulesFile(root));
console.log(PHONE_RULES_FILE);
