import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES, featureOf, OMNI_NAMES } from "./feature-rules.ts";
import { withoutRepeats } from "./finding.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { indexMetadata } from "./metadata-index.ts";
import { NameOwners } from "./name-owners.ts";
import { projectFiles } from "./project-files.ts";
import { namesIn } from "./source-names.ts";
import type { NamedReference } from "./source-names.ts";

/** Features name only what lies below them; see docs/ARCHITECTURE.md. */
export function checkFeatureDirection(root: string): CheckResult {
  const owners = new NameOwners(root, indexMetadata(root));
  const files = projectFiles(
    root,
    "force-app",
    (path) => !/(\.md|tsconfig\.json)$/.test(path) && !(/\.js$/.test(path) && path.includes("/lwc/")),
  );
  const accessible = new Map(files.filter((path) => path.endsWith(".cls")).map((path) => [className(path), isAccessible(root, path)]));
  const findings = files.flatMap((file): Finding[] => {
    const feature = featureOf(file);
    if (feature === undefined || !(feature in FEATURES)) return [{ file, message: "lies in no feature that docs/ARCHITECTURE.md names" }];
    const text = readFileSync(join(root, file), "utf8");
    const names = namesIn(file, text);
    return [
      ...names.flatMap((reference) => checkName(file, feature, reference, owners)),
      ...(feature === "omni-channel" ? names.flatMap((reference) => checkAccessible(file, reference, owners, accessible)) : []),
      ...checkOmni(file, feature, text),
    ];
  });
  return { subjects: files.length, findings: withoutRepeats(findings) };
}

function checkName(file: string, feature: string, { kind, name, line }: NamedReference, owners: NameOwners): Finding[] {
  const holders = owners.of(kind, name);
  // A package has one file of labels, in app with their translations: texts are of every feature of the package.
  if (kind === "label" && holders?.has("app") === true) return [];
  const allowed = [feature, ...(FEATURES[feature] ?? [])];
  if (holders === undefined || allowed.some((candidate) => holders.has(candidate))) return [];
  return [{ file, line, message: `${feature} may not name ${name} of ${[...holders].join(", ")}` }];
}

function checkAccessible(file: string, reference: NamedReference, owners: NameOwners, accessible: ReadonlyMap<string, boolean>): Finding[] {
  const isOwn = owners.of(reference.kind, reference.name)?.has("omni-channel") ?? true;
  if (reference.kind !== "source" || isOwn || accessible.get(reference.name) !== false) return [];
  return [
    {
      file,
      line: reference.line,
      message: `${reference.name} is neither @NamespaceAccessible nor global: another package cannot reach it`,
    },
  ];
}

function checkOmni(file: string, feature: string, text: string): Finding[] {
  if (feature === "omni-channel" || feature === "unpackaged") return [];
  return text.split("\n").flatMap((content, index): Finding[] => {
    const name = OMNI_NAMES.exec(content)?.[1];
    return name === undefined ? [] : [{ file, line: index + 1, message: `only omni-channel may name ${name}` }];
  });
}

function className(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(".cls", "").toLowerCase();
}

function isAccessible(root: string, file: string): boolean {
  return /@NamespaceAccessible\b|\bglobal\b/i.test(readFileSync(join(root, file), "utf8"));
}
