/**
 * `npm run deploy:scratch`: a new scratch org with everything in it. `-- --alias NAME` (aircall), `--days N` (7) and
 * `--definition FILE` (config/project-scratch-def.json).
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildProject } from "./build-project.ts";
import { projectFiles } from "./checks/project-files.ts";
import { deployScratch } from "./scratch/deploy-scratch.ts";
import { salesforceCli } from "./scratch/salesforce-cli.ts";

const root = resolve(import.meta.dirname, "..");
try {
  const { values } = parseArgs({
    options: {
      alias: { type: "string", default: "aircall" },
      days: { type: "string", default: "7" },
      definition: { type: "string", default: "config/project-scratch-def.json" },
    },
  });
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > 30) throw new Error(`--days ${values.days}: expected a whole number from 1 to 30`);
  const packages = ["force-app/main", "force-app/omni-channel"].filter(
    (folder) => projectFiles(root, folder, (path) => path.endsWith("-meta.xml")).length > 0,
  );
  await buildProject(root);
  const open = await deployScratch(salesforceCli(root), { alias: values.alias, definition: values.definition, days, packages }, (line) => {
    console.log(line);
  });
  console.log(`Ready. Open it with: ${open}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
