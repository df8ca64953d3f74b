import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckResult, Finding } from "./finding.ts";
import { typesOfFile } from "./metadata-registry.ts";
import { metadataTypes } from "./metadata-types.ts";
import type { MetadataElement, MetadataTypes } from "./metadata-types.ts";
import { projectFiles } from "./project-files.ts";
import { isFinding, parseXml } from "./xml-tree.ts";
import type { XmlElement } from "./xml-tree.ts";

const NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

/** Text in the type declarations, markup in the files. */
const MARKUP = new Set(["targetConfigs"]);

/** Types that all `*-meta.xml` files are held against: elements, their values and their number. */
export function checkMetadataShape(root: string, folder = "force-app"): CheckResult {
  const files = projectFiles(root, folder, (path) => path.endsWith("-meta.xml"));
  return { subjects: files.length, findings: files.flatMap((file) => checkFile(file, readFileSync(join(root, file), "utf8"))) };
}

function checkFile(file: string, text: string): Finding[] {
  const names = typesOfFile(file);
  if (names.length === 0) return [{ file, message: "unknown kind of metadata: no type has this suffix" }];
  const root = parseXml(file, text);
  if (isFinding(root)) return [root];
  if (!names.includes(root.name))
    return [{ file, line: root.line, message: `the root element is <${root.name}>, expected <${names.join("> or <")}>` }];
  const findings: Finding[] = [];
  if (root.attributes.get("xmlns") !== NAMESPACE) {
    findings.push({ file, line: root.line, message: `the root element lacks xmlns="${NAMESPACE}"` });
  }
  checkComplex(file, root, root.name, metadataTypes(), findings);
  return findings;
}

function checkComplex(file: string, element: XmlElement, typeName: string, types: MetadataTypes, findings: Finding[]): void {
  const type = types.get(typeName);
  if (type?.kind !== "complex") {
    findings.push({ file, line: element.line, message: `<${element.name}>: the Metadata API has no type ${typeName}` });
    return;
  }
  if (element.text !== "") findings.push({ file, line: element.line, message: `<${element.name}> holds text, expected elements` });
  const seen = new Set<string>();
  for (const item of element.children) {
    const declared = type.elements.get(item.name);
    if (declared === undefined) {
      findings.push({ file, line: item.line, message: `unknown element <${item.name}> in ${typeName}` });
      continue;
    }
    if (seen.has(item.name) && !declared.many) {
      findings.push({ file, line: item.line, message: `<${item.name}> appears twice in one ${typeName}` });
    }
    seen.add(item.name);
    checkValue(file, item, declared, types, findings);
  }
  for (const [name, declared] of type.elements) {
    if (declared.required && !seen.has(name)) {
      findings.push({ file, line: element.line, message: `${typeName} lacks the required element <${name}>` });
    }
  }
}

function checkValue(file: string, element: XmlElement, declared: MetadataElement, types: MetadataTypes, findings: Finding[]): void {
  if (element.attributes.get("xsi:nil") === "true" || MARKUP.has(element.name)) return;
  const type = types.get(declared.type);
  if (type?.kind === "complex") {
    checkComplex(file, element, declared.type, types, findings);
    return;
  }
  const refuse = (message: string): void => {
    findings.push({ file, line: element.line, message: `<${element.name}>${message}` });
  };
  if (element.children.length > 0) refuse(" holds elements, expected text");
  else if (type !== undefined && !type.values.has(element.text)) refuse(`: "${element.text}" is no ${declared.type}`);
  else if (declared.type === "boolean" && !/^(true|false)$/.test(element.text)) refuse(`: "${element.text}" is neither true nor false`);
  else if (declared.type === "number" && !/^-?\d+(\.\d+)?$/.test(element.text)) refuse(`: "${element.text}" is no number`);
}
