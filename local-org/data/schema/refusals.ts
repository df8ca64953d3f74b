/**
 * Metadata that changes what happens to a record and that this engine does not run: active validation rules,
 * record-triggered flows, workflow rules, duplicate rules. Code that touches such an object is refused, never run without them.
 */
import { fileStem } from "./metadata-files.ts";
import type { MetadataFile, MetadataFiles } from "./metadata-files.ts";
import type { ObjectMetadata } from "./object-metadata.ts";
import type { ObjectSchema } from "./schema.ts";
import { childOf, childrenOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

type Refusal = ObjectSchema["refused"][number];

/** Flows, workflow rules and duplicate rules by the lower-case name of the object they act on. */
export function readAutomationRefusals(files: MetadataFiles): ReadonlyMap<string, readonly Refusal[]> {
  const refusals = new Map<string, Refusal[]>();
  const refuse = (object: string, refusal: Refusal): void => {
    const known = refusals.get(object.toLowerCase()) ?? [];
    refusals.set(object.toLowerCase(), known);
    known.push(refusal);
  };
  for (const file of files.withSuffix("flow")) {
    const trigger = flowTrigger(file.root());
    if (trigger !== null) refuse(trigger.object, { file: file.path, line: trigger.line, what: `the active flow ${fileStem(file)}` });
  }
  for (const file of files.withSuffix("workflow")) {
    for (const rule of childrenOf(file.root(), "rules")) {
      if (textOf(rule, "active") === "true")
        refuse(fileStem(file), { file: file.path, line: rule.line, what: `the active workflow rule ${textOf(rule, "fullName") ?? ""}` });
    }
  }
  for (const file of files.withSuffix("duplicateRule")) refuseDuplicateRule(file, refuse);
  return refusals;
}

export function validationRuleRefusals(object: ObjectMetadata): readonly Refusal[] {
  return object.validationRules
    .filter(({ element }) => textOf(element, "active") === "true")
    .map(({ file, element, name }) => ({ file, line: element.line, what: `the active validation rule ${name}` }));
}

/** The object that starts an active flow or process, with the line that says so; null for flows that are called. */
function flowTrigger(flow: XmlElement): { object: string; line: number } | null {
  if (textOf(flow, "status") !== "Active") return null;
  const start = childOf(flow, "start");
  const object = start && childOf(start, "object");
  if (start !== undefined && object !== undefined && textOf(start, "triggerType") !== "Scheduled")
    return { object: object.text.trim(), line: object.line };
  if (textOf(flow, "processType") !== "Workflow") return null;
  for (const value of childrenOf(flow, "processMetadataValues")) {
    const text = childOf(value, "value");
    if (textOf(value, "name") === "ObjectType" && text !== undefined)
      return { object: textOf(text, "stringValue") ?? "", line: value.line };
  }
  return null;
}

function refuseDuplicateRule(file: MetadataFile, refuse: (object: string, refusal: Refusal) => void): void {
  const rule = file.root();
  const [object = ""] = fileStem(file).split(".");
  if (textOf(rule, "isActive") === "true")
    refuse(object, { file: file.path, line: rule.line, what: `the active duplicate rule ${fileStem(file)}` });
}
