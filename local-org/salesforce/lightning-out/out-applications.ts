/** Aura applications that Lightning Out loads: `aura/<name>/<name>.app`, extending `ltng:outApp` with nothing but dependencies. */
import { readProjectFile, type Project } from "../../project/project.ts";
import { PageFault } from "../visualforce/page-position.ts";
import { isBlank, parsePage, type PageAttribute, type PageElement } from "../visualforce/page-markup.ts";

export interface OutApplication {
  readonly name: string;
  /** As written: `c:callPanel`. */
  readonly dependencies: readonly string[];
}

/** The application as a list of components, or a line that says why the local org cannot use it. */
export function readOutApplication(project: Project, name: string): OutApplication | string {
  const folder = `/aura/${name.toLowerCase()}/`;
  const files = project.files.filter((file) => `/${file.toLowerCase()}`.includes(folder) && !file.endsWith("-meta.xml"));
  const file = files.find((one) => one.endsWith(".app"));
  if (file === undefined)
    return files.length === 0
      ? noSuchApplication(name)
      : `${name} is an Aura component: the local org has Lightning Out applications only.`;
  const [other] = files.filter((one) => one !== file && !/\.(auradoc|svg|design)$/.test(one));
  if (other !== undefined) return `${other}: code of Aura bundles is not supported by the local org.`;
  try {
    return { name, dependencies: dependenciesOf(rootOf(readProjectFile(project, file))) };
  } catch (error) {
    if (error instanceof PageFault) return `${file}:${error.position.line}:${error.position.column}: ${error.message}`;
    throw error;
  }
}

/** A line for the person who asked. */
export function noSuchApplication(name: string): string {
  return `There is no Aura application ${name} in this project.`;
}

function rootOf(source: string): PageElement {
  const [root, more] = parsePage(source).filter((node) => node.kind === "element");
  if (root?.kind !== "element" || more !== undefined || root.name !== "aura:application")
    throw new PageFault("The bundle needs one <aura:application>", { line: 1, column: 1 });
  if (valueOf(root, "extends") !== "ltng:outApp")
    throw new PageFault("The local org runs applications that extend ltng:outApp only", root.position);
  const known = ["access", "extends", "implements", "description"];
  const unknown = root.attributes.find(({ name }) => !known.includes(name));
  if (unknown !== undefined)
    throw new PageFault(`Attribute ${unknown.name} of <aura:application> is not supported by the local org`, unknown.position);
  return root;
}

function dependenciesOf(root: PageElement): string[] {
  return root.children.flatMap((child) => {
    if (child.kind === "raw" || (child.kind === "text" && isBlank(child.template))) return [];
    if (child.kind === "element" && child.name === "aura:dependency") return [dependencyOf(child)];
    const position = child.kind === "element" ? child.position : root.position;
    throw new PageFault(
      `${child.kind === "element" ? `<${child.name}>` : "Text"} in an Aura application is not supported by the local org`,
      position,
    );
  });
}

function dependencyOf(element: PageElement): string {
  const resource = valueOf(element, "resource") ?? "";
  const [, component] = /^(?:markup:\/\/)?(\w+:\w+)$/.exec(resource) ?? [];
  if (component === undefined)
    throw new PageFault(`The dependency "${resource}" is not supported by the local org: name one component, c:name`, element.position);
  return component;
}

function valueOf(element: PageElement, name: string): string | null {
  const attribute: PageAttribute | undefined = element.attributes.find((one) => one.name === name);
  return attribute === undefined ? null : attribute.value.map((part) => (typeof part === "string" ? part : "{!}")).join("");
}
