import { loadCatalog } from "../../local-org/apex/catalog/catalog.ts";
import { withoutRepeats } from "./finding.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { indexMetadata, objectOf } from "./metadata-index.ts";
import type { Component, MetadataIndex } from "./metadata-index.ts";
import { GLOBAL_VARIABLES, PROSE, REFERENCE_RULES } from "./metadata-reference-rules.ts";
import type { ReferenceTarget } from "./metadata-reference-rules.ts";
import { descendants } from "./xml-tree.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Fields that every custom object has beside its own. */
const STANDARD_FIELDS = new Set(
  "Id Name OwnerId CreatedById CreatedDate LastModifiedById LastModifiedDate CurrencyIsoCode RecordTypeId SystemModstamp ReplayId EventUuid".split(
    " ",
  ),
);
const CUSTOM_NAME = /\b(?:(\w+)[.$-])?(\w+?)__(c|e|mdt|r|b|x|Share|History|Feed|ChangeEvent)\b/g;

/** Every name that metadata gives of other metadata has to exist, in the project or as a standard object or field. */
export function checkMetadataReferences(root: string, folder = "force-app"): CheckResult {
  const index = indexMetadata(root, folder);
  const components = index.components.filter((component) => component.type !== "CustomLabel");
  return { subjects: components.length, findings: components.flatMap((component) => checkComponent(component, index)) };
}

function checkComponent(component: Component, index: MetadataIndex): Finding[] {
  const findings: Finding[] = [];
  const refuse = (line: number, what: string, name: string): void => {
    findings.push({ file: component.file, line, message: `there is no ${what} ${name}` });
  };
  checkFolderObject(component, index, refuse);
  for (const rule of REFERENCE_RULES) {
    if (!rule.types.includes(component.type)) continue;
    for (const element of descendants(component.root, rule.path)) {
      if (element.text !== "" && element.text !== "SYSTEM" && !exists(rule.target, element.text, component, index))
        refuse(element.line, describe(rule.target), element.text);
    }
  }
  visitText(component.root, (element) => {
    checkCustomNames(element, index, refuse);
    for (const [, variable = "", name = ""] of element.text.matchAll(/\$(\w+)\.(?:c\.)?(\w+)/g)) {
      const type = GLOBAL_VARIABLES[variable];
      if (type !== undefined && !index.has(type, name)) refuse(element.line, type, name);
    }
  });
  return withoutRepeats(findings);
}

type Refuse = (line: number, what: string, name: string) => void;

/** A folder below `objects`, and a tab or layout of an object, must be named for an object. */
function checkFolderObject(component: Component, index: MetadataIndex, refuse: Refuse): void {
  const object = ownObject(component);
  if (object !== undefined && !hasObject(object, index)) refuse(component.root.line, "object", object);
}

function checkCustomNames(element: XmlElement, index: MetadataIndex, refuse: Refuse): void {
  for (const [found, before, base = "", suffix = ""] of element.text.matchAll(CUSTOM_NAME)) {
    const name = `${base}__${suffix}`;
    const known = /^(Share|History|Feed|ChangeEvent)$/.test(suffix) ? `${base}__c` : name;
    if (!index.customNames.has(known)) refuse(element.line, "object or field", name);
    else if (suffix === "c" && before !== undefined && isObjectName(before, index) && !hasField(before, name, index)) {
      refuse(element.line, "field", found);
    }
  }
}

function exists(target: ReferenceTarget, name: string, component: Component, index: MetadataIndex): boolean {
  switch (target) {
    case "Object":
      return hasObject(name, index);
    case "Field": {
      const [object = "", field = ""] = name.split(".");
      return hasField(object, field, index);
    }
    case "OwnField":
      return hasField(ownObject(component) ?? "", name, index);
    case "Component": {
      const [prefix, own] = name.includes(":") ? name.split(":") : ["c", name];
      return prefix !== "c" || index.has("LightningComponentBundle", own ?? "") || index.has("AuraDefinitionBundle", own ?? "");
    }
    case "Tab":
      return name.startsWith("standard-") || index.has("CustomTab", name);
    case "Application":
      return name.startsWith("standard__") || index.has("CustomApplication", name);
    default:
      return target.some((type) => index.has(type, name) || index.has(type, `${ownObject(component) ?? ""}.${name}`));
  }
}

function describe(target: ReferenceTarget): string {
  if (typeof target !== "string") return target.join(" or ");
  return target === "OwnField" ? "field" : target.toLowerCase();
}

/** The object that names without one belong to. */
function ownObject({ type, name, file, root }: Component): string | undefined {
  if (type === "Layout") return name.split("-")[0];
  if (type === "CustomObjectTranslation") return name.replace(/-[A-Za-z_]+$/, "");
  if (type === "CustomTab" && descendants(root, "customObject").some((element) => element.text === "true")) return name;
  return objectOf(file) ?? (/\/objectTranslations\/(.+)-[A-Za-z_]+\//.exec(file)?.[1] || undefined);
}

function isObjectName(name: string, index: MetadataIndex): boolean {
  return !name.endsWith("__r") && hasObject(name, index);
}

function hasObject(name: string, index: MetadataIndex): boolean {
  if (/__(c|e|mdt|b|x)$/.test(name)) return index.has("CustomObject", name);
  return name === "Activity" || loadCatalog().object(name)?.name === name;
}

function hasField(object: string, field: string, index: MetadataIndex): boolean {
  const holders = object === "Task" || object === "Event" ? [object, "Activity"] : [object];
  if (field.endsWith("__c")) return holders.some((holder) => index.has("CustomField", `${holder}.${field}`));
  if (object.includes("__")) return STANDARD_FIELDS.has(field);
  const own = object === "Activity" ? "Task" : object;
  const standard = loadCatalog().object(own);
  // Metadata names lookups without their Id and compound fields by their whole.
  return (
    standard !== undefined &&
    (standard.fields.has(field) || standard.fields.has(`${field}Id`) || standard.parents.has(field) || field === "Name")
  );
}

function visitText(element: XmlElement, visit: (element: XmlElement) => void): void {
  if (PROSE.has(element.name)) return;
  if (element.text !== "") visit(element);
  for (const item of element.children) visitText(item, visit);
}
