import { child, descendants } from "../checks/xml-tree.ts";
import type { XmlElement } from "../checks/xml-tree.ts";
import type { Finding } from "../checks/finding.ts";
import { indexMetadata, objectOf } from "../checks/metadata-index.ts";
import type { Component } from "../checks/metadata-index.ts";
import { keyWords, typeText } from "./field-text.ts";

/** The data model as a page, and what in the metadata keeps it from being complete. */
export interface DataModel {
  /** Markdown, not formatted yet. */
  readonly markdown: string;
  readonly findings: readonly Finding[];
}

const INTRODUCTION = `# Data model

Generated from the metadata by \`npm run docs:build\`; do not edit. Custom objects and fields of both packages, in alphabetical order.
`;

/** Reads every object and field below \`force-app\` of the project at \`root\`. One without a description is a finding. */
export function dataModel(root: string): DataModel {
  const { components } = indexMetadata(root);
  const objects = new Map(ofType(components, "CustomObject").map((object) => [object.name, object]));
  const fieldsByObject = Map.groupBy(ofType(components, "CustomField"), ({ file }) => objectOf(file) ?? "");
  const names = [...new Set([...objects.keys(), ...fieldsByObject.keys()])].sort();
  const sections = names.map((name) => section(name, objects.get(name), fieldsByObject.get(name) ?? []));
  return {
    markdown: [INTRODUCTION, ...sections].join("\n"),
    findings: [...objects.values(), ...[...fieldsByObject.values()].flat()].filter(lacksDescription).map(({ file }) => ({
      file,
      message: "has no description: docs/data-model.md tells readers what each object and field means",
    })),
  };
}

function ofType(components: readonly Component[], type: string): Component[] {
  return components.filter((component) => component.type === type);
}

/** A file that only adds something to a standard object describes nothing. */
function lacksDescription({ type, name, root }: Component): boolean {
  return description(root) === "" && (type !== "CustomObject" || /__\w+$/.test(name));
}

function section(name: string, object: Component | undefined, fields: readonly Component[]): string {
  const about = object === undefined ? ["Fields on a standard object."] : [description(object.root), facts(object)];
  const rows = fields.map(({ name: field, root }) => row(field.slice(name.length + 1), root)).sort();
  const table = ["| field | type | key | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
  return [`## ${name}`, ...about, fields.length === 0 ? "No custom fields." : table, ""]
    .filter((part, at) => part !== "" || at > 2)
    .join("\n\n");
}

function facts({ name, root }: Component): string {
  const settingsType = text(root, "customSettingsType");
  const kind = settingsType !== "" ? `${settingsType} custom setting` : (KINDS[/__(\w+)$/.exec(name)?.[1] ?? ""] ?? "Standard object");
  const sharing = text(root, "sharingModel");
  const visibility = text(root, "visibility");
  const parts = [
    kind,
    visibility === "" || visibility === "Public" ? "" : `visibility ${visibility}`,
    sharing === "" ? "" : `sharing ${sharing}`,
    text(root, "publishBehavior")
      .replace("PublishImmediately", "published at once")
      .replace("PublishAfterCommit", "published after the commit"),
    descendants(root, "nameField/type").length === 0 ? "" : `name: ${descendants(root, "nameField/type")[0]?.text ?? ""}`,
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}

const KINDS: Readonly<Record<string, string>> = { c: "Custom object", e: "Platform event", mdt: "Custom metadata type" };

function row(field: string, root: XmlElement): string {
  return `| ${[`\`${field}\``, typeText(root), keyWords(root), description(root)].map(cell).join(" | ")} |`;
}

function cell(value: string): string {
  return value.replaceAll("|", "\\|");
}

function description(root: XmlElement): string {
  return text(root, "description").replaceAll(/\s+/g, " ");
}

function text(root: XmlElement, name: string): string {
  return child(root, name)?.text ?? "";
}
