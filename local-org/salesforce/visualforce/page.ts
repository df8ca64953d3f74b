/** One page of the project, read and checked. */
import type { MergeNames } from "./check-merge.ts";
import { checkTemplate } from "./check-merge.ts";
import type { PageAttribute, PageElement, PageNode } from "./page-markup.ts";
import { isBlank, parsePage } from "./page-markup.ts";
import { PageFault } from "./page-position.ts";
import { DOC_TYPES, TAG_RULES } from "./page-rules.ts";

export interface VisualforcePage {
  /** As the file is named. */
  readonly name: string;
  /** The `apex:page` element. */
  readonly root: PageElement;
  /** Canonical name of the controller; null: none. */
  readonly controller: string | null;
}

/** Reads a page and checks all of it. Throws PageFault for the first fault. `names.controller` is filled in here. */
export function readPage(name: string, source: string, names: Omit<MergeNames, "controller">): VisualforcePage {
  const root = rootOf(parsePage(source));
  const controller = controllerOf(root, names);
  checkElement(root, { ...names, controller });
  return { name, root, controller };
}

/** The attribute in any case, or undefined. */
export function attributeOf(element: PageElement, name: string): PageAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name.toLowerCase() === name);
}

/** Text of an attribute without merge fields; null when it is absent. Throws PageFault for a merge field. */
export function plainAttribute(element: PageElement, name: string): string | null {
  const attribute = attributeOf(element, name);
  return attribute === undefined ? null : plainText(attribute);
}

function plainText({ name, value, position }: PageAttribute): string {
  const [only = "", more] = value;
  if (typeof only !== "string" || more !== undefined) throw new PageFault(`${name} cannot be a merge field`, position);
  return only;
}

function rootOf(nodes: readonly PageNode[]): PageElement {
  let root: PageElement | null = null;
  for (const node of nodes) {
    if (node.kind === "raw" || (node.kind === "text" && isBlank(node.template))) continue;
    if (node.kind === "element" && node.name.toLowerCase() === "apex:page" && root === null) root = node;
    else
      throw new PageFault(
        "All pages must be wrapped inside a single <apex:page> tag",
        node.kind === "element" ? node.position : { line: 1, column: 1 },
      );
  }
  if (root === null) throw new PageFault("All pages must be wrapped inside a single <apex:page> tag", { line: 1, column: 1 });
  return root;
}

function controllerOf(root: PageElement, { types, namespace }: Omit<MergeNames, "controller">): string | null {
  const written = plainAttribute(root, "controller");
  if (written === null) return null;
  const prefix = namespace === null ? "" : `${namespace}.`;
  const found = types.class(written.toLowerCase().startsWith(prefix) ? written.slice(prefix.length) : written);
  const position = attributeOf(root, "controller")?.position ?? root.position;
  if (found === undefined) throw new PageFault(`Apex class '${written}' does not exist`, position);
  if (found.isAbstract || !found.constructors.some(({ parameters }) => parameters.length === 0))
    throw new PageFault(`Unknown constructor '${found.name}.${found.name}()'`, position);
  return found.name;
}

function checkElement(element: PageElement, names: MergeNames): void {
  const name = element.name.toLowerCase();
  if (name.includes(":") && !name.startsWith("svg:")) checkTag(element, name);
  for (const attribute of element.attributes) checkTemplate(attribute.value, names);
  for (const child of element.children) {
    if (child.kind === "element") {
      if (child.name.toLowerCase() === "apex:page") throw new PageFault("<apex:page> cannot be inside of a page", child.position);
      checkElement(child, names);
    } else if (child.kind === "raw") {
      if (child.text.includes("{!"))
        throw new PageFault("A merge field in a comment or CDATA section is not supported by the local org", child.position);
    } else {
      checkTemplate(child.template, names);
      if (isRawText(name) && child.template.some((part) => typeof part === "string" && /<\/?(apex|c):/i.test(part)))
        throw new PageFault(`A component inside of <${name}> is not supported by the local org`, element.position);
    }
  }
}

/** Elements whose content is text, whatever it looks like. */
export function isRawText(name: string): boolean {
  return name === "script" || name === "style";
}

function checkTag(element: PageElement, name: string): void {
  const rule = TAG_RULES.get(name);
  if (rule === undefined) throw new PageFault(`<${element.name}> is not supported by the local org`, element.position);
  for (const attribute of element.attributes) {
    const key = attribute.name.toLowerCase();
    if (name === "apex:page" && (key.startsWith("html-") || key.startsWith("xmlns"))) continue;
    const kind = rule.attributes[key];
    if (kind === undefined)
      throw new PageFault(`Attribute ${attribute.name} of <${element.name}> is not supported by the local org`, attribute.position);
    if (kind === "plain") checkPlain(key, attribute);
    if (kind === "flag") checkFlag(attribute);
  }
  for (const required of rule.required)
    if (attributeOf(element, required) === undefined)
      throw new PageFault(`<${element.name}> requires the attribute ${required}`, element.position);
  const content = element.children.find((child) => child.kind === "element" || (child.kind === "text" && !isBlank(child.template)));
  if (!rule.hasContent && content !== undefined) throw new PageFault(`<${element.name}> cannot have content`, element.position);
  const onReady = attributeOf(element, "loadonready")?.value ?? [];
  if (name === "apex:includescript" && !onReady.every((part) => typeof part === "string" && part.trim().toLowerCase() === "false"))
    throw new PageFault("loadOnReady of <apex:includeScript> is not supported by the local org", element.position);
}

function checkPlain(key: string, attribute: PageAttribute): void {
  const text = plainText(attribute);
  if (key === "doctype" && !DOC_TYPES.has(text.toLowerCase()))
    throw new PageFault(`docType ${text} is not supported by the local org: ${[...DOC_TYPES.keys()].join(", ")}`, attribute.position);
  if (key === "layout" && !["block", "inline", "none"].includes(text))
    throw new PageFault(`Invalid value for layout: ${text}`, attribute.position);
}

function checkFlag({ name, value, position }: PageAttribute): void {
  const [only = "", more] = value;
  const isFlag = typeof only === "string" ? /^(true|false)$/i.test(only.trim()) : true;
  if (!isFlag || more !== undefined) throw new PageFault(`${name} must be true, false or one merge field`, position);
}
