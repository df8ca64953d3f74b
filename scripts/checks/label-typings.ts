import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles } from "./project-files.ts";

/** Where the types of `@salesforce/label/c.*` stand. */
const LABEL_TYPINGS = "types/labels.d.ts";

/** Types of the project's labels: a component that names one that is not there does not compile. */
export function labelTypings(root: string): string {
  const files = projectFiles(root, "force-app", (path) => path.endsWith(".labels-meta.xml"));
  const names = files.flatMap((file) =>
    Array.from(readFileSync(join(root, file), "utf8").matchAll(/<fullName>(\w+)<\/fullName>/g), (match) => match[1] ?? ""),
  );
  const modules = names
    .sort()
    .map((name) => `declare module "@salesforce/label/c.${name}" {\n  const text: string;\n  export default text;\n}`);
  return ["/** Written by `npm run build` from the custom labels. */", ...modules, ""].join("\n");
}

/** Writes the types anew when a label has come or gone. */
export function writeLabelTypings(root: string): void {
  const text = labelTypings(root);
  const file = join(root, LABEL_TYPINGS);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
