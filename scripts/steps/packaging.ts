import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildProject } from "../build-project.ts";
import { checkLwcBuild } from "../checks/lwc-build.ts";
import { formatFinding } from "../checks/finding.ts";
import { indexMetadata } from "../checks/metadata-index.ts";
import { projectFiles } from "../checks/project-files.ts";
import { descendants, isFinding, parseXml } from "../checks/xml-tree.ts";
import { outputOf, runNode } from "./run-command.ts";
import { nothingYet } from "./step.ts";
import type { StepReport } from "./step.ts";

/** Not below a folder with a dot: Salesforce's tools leave everything there out without a word. */
const OUTPUT = "build/packaging";

/**
 * Converts each package directory to what a deploy sends, and holds the manifest against the source: the tool drops a class
 * without its `-meta.xml` and a component without its `.js` silently.
 */
export async function convertProject(root: string): Promise<StepReport> {
  await buildProject(root);
  const problems = checkLwcBuild(root).findings.map(formatFinding);
  const home = join(root, ".cache", "sf-home");
  mkdirSync(home, { recursive: true });
  rmSync(join(root, OUTPUT), { recursive: true, force: true });
  let components = 0;
  for (const folder of packageFolders(root)) {
    const { components: expected } = indexMetadata(root, folder);
    if (expected.length === 0) continue;
    const output = `${OUTPUT}/${folder.replaceAll("/", "-")}`;
    const result = await runNode(
      root,
      ["node_modules/@salesforce/cli/bin/run.js", "project", "convert", "source", "--root-dir", folder, "--output-dir", output],
      {
        HOME: home,
        SF_DISABLE_TELEMETRY: "true",
        SF_AUTOUPDATE_DISABLE: "true",
        SF_DISABLE_AUTOUPDATE: "true",
        SF_SKIP_NEW_VERSION_CHECK: "true",
      },
    );
    if (result.code !== 0) {
      problems.push(outputOf(result));
      continue;
    }
    const members = manifestMembers(join(root, output, "package.xml"));
    const missing = expected.filter(({ type, name }) => !members.has(`${type}:${name}`) && type !== "CustomLabels");
    problems.push(...missing.map(({ type, name, file }) => `${file}: ${type} ${name} is missing in the converted package`));
    const sources = projectFiles(root, folder, isSource).length;
    const converted = readdirSync(join(root, output), { recursive: true, encoding: "utf8" }).filter(isSource).length;
    if (converted !== sources) problems.push(`${folder}: ${sources} sources went in, ${converted} came out`);
    components += expected.length;
  }
  if (problems.length > 0) return { outcome: "failed", summary: "the package does not convert", details: problems.join("\n") };
  return components === 0 ? nothingYet : { outcome: "passed", summary: `${components} components converted` };
}

function isSource(path: string): boolean {
  return /\.(cls|trigger|page|component)$/.test(path);
}

function packageFolders(root: string): string[] {
  const project = JSON.parse(readFileSync(join(root, "sfdx-project.json"), "utf8")) as {
    readonly packageDirectories: readonly { readonly path: string }[];
  };
  return project.packageDirectories.map((entry) => entry.path);
}

/** `ApexClass:EventFold` for each member of a package.xml; folders before a name are left out. */
function manifestMembers(file: string): Set<string> {
  const parsed = parseXml(file, readFileSync(file, "utf8"));
  if (isFinding(parsed)) throw new Error(`${file}: ${parsed.message}`);
  return new Set(
    descendants(parsed, "types").flatMap((types) => {
      const type = descendants(types, "name")[0]?.text ?? "";
      return descendants(types, "members").map((member) => `${type}:${member.text.split("/").at(-1) ?? ""}`);
    }),
  );
}
