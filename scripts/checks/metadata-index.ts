import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { typesOfFile } from "./metadata-registry.ts";
import { projectFiles } from "./project-files.ts";
import { child, isFinding, parseXml } from "./xml-tree.ts";
import type { XmlElement } from "./xml-tree.ts";

/** A component of the project: a metadata file, or one of the named items inside a labels file. */
export interface Component {
  readonly type: string;
  /** As the Metadata API names it: `Aircall_Log__c.Type__c`, `CallController`. */
  readonly name: string;
  readonly file: string;
  readonly root: XmlElement;
}

/** What the project declares, by type and name. */
export interface MetadataIndex {
  readonly components: readonly Component[];
  has(type: string, name: string): boolean;
  /** Every custom name of an object or field anywhere in the project, without regard to the object. */
  readonly customNames: ReadonlySet<string>;
}

/** Reads every metadata file below `folder`; files that are not well-formed are left to the shape check. */
export function indexMetadata(root: string, folder = "force-app"): MetadataIndex {
  const files = projectFiles(root, folder, (path) => path.endsWith("-meta.xml"));
  const components = files.flatMap((file): Component[] => {
    const parsed = parseXml(file, readFileSync(join(root, file), "utf8"));
    if (isFinding(parsed)) return [];
    const type = typesOfFile(file).find((name) => name === parsed.name);
    if (type === undefined) return [];
    const component = { type, name: componentName(file, type), file, root: parsed };
    return type === "CustomLabels" ? [component, ...labels(component)] : [component];
  });
  const names = new Set(components.map((component) => `${component.type}:${component.name}`));
  for (const file of projectFiles(root, folder, (path) => /\.(cls|trigger|page|component)$/.test(path))) names.add(sourceName(file));
  return {
    components,
    has: (type, name) => names.has(`${type}:${name}`),
    customNames: new Set(components.flatMap(namesOf).filter((name) => name.includes("__"))),
  };
}

/** The object whose folder a file of source format lies in: `Task` for `objects/Task/fields/X__c.field-meta.xml`. */
export function objectOf(file: string): string | undefined {
  return /\/objects\/([^/]+)\//.exec(file)?.[1];
}

function componentName(file: string, type: string): string {
  const own = basename(file).replace(/\.[A-Za-z]+-meta\.xml$/, "");
  const object = objectOf(file);
  const isChild = object !== undefined && type !== "CustomObject";
  return isChild ? `${object}.${own}` : decodeURIComponent(own);
}

function labels(component: Component): Component[] {
  return component.root.children.flatMap((label): Component[] => {
    const name = child(label, "fullName")?.text;
    return name === undefined ? [] : [{ type: "CustomLabel", name, file: component.file, root: label }];
  });
}

const SOURCE_TYPES: Readonly<Record<string, string>> = {
  cls: "ApexClass",
  trigger: "ApexTrigger",
  page: "ApexPage",
  component: "ApexComponent",
};

function sourceName(file: string): string {
  const [name = "", extension = ""] = basename(file).split(".");
  return `${SOURCE_TYPES[extension] ?? ""}:${name}`;
}

/** The API names that a component brings, with the relationship name that its lookup gives to the other side. */
function namesOf({ type, name, root, file }: Component): string[] {
  if (type === "CustomObject") return [name];
  if (type !== "CustomField") return type === "CustomMetadata" ? [name] : [];
  const own = name.slice((objectOf(file)?.length ?? -1) + 1);
  const relationship = child(root, "relationshipName")?.text;
  return [own, own.replace(/__c$/, "__r"), ...(relationship === undefined ? [] : [`${relationship}__r`])];
}
