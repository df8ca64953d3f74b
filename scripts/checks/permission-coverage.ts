import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CheckResult, Finding } from "./finding.ts";
import { indexMetadata, objectOf } from "./metadata-index.ts";
import type { Component } from "./metadata-index.ts";
import { projectFiles } from "./project-files.ts";
import { child, descendants } from "./xml-tree.ts";

/** Fields on Activity are granted twice: a deployment that names only one of the two switches the other off. */
const ACTIVITY_OBJECTS = ["Event", "Task"];

/** What a user, a page or a caller from outside comes in by; properties with `@AuraEnabled` are only data. */
const ENTRY_POINT = /@RestResource\b|@RemoteAction\b|@AuraEnabled(\([^)]*\))?\s+(public|global)\s+static\b/i;

/** Every object, field, entry class and page of the package is granted by some permission set, or nobody can use it. */
export function checkPermissionCoverage(root: string): CheckResult {
  const { components } = indexMetadata(root);
  const granted = new Set(components.filter(({ type }) => type === "PermissionSet").flatMap(grants));
  if (granted.size === 0) return { subjects: 0, findings: [] };
  const wanted = [...components.flatMap((component) => wantedOf(component, components)), ...entryPoints(root)];
  const findings = wanted
    .filter(({ name }) => !granted.has(name))
    .map(({ name, file }): Finding => ({ file, message: `no permission set grants ${name}` }));
  return { subjects: wanted.length, findings };
}

interface Wanted {
  readonly name: string;
  readonly file: string;
}

function grants({ root }: Component): string[] {
  const paths = ["fieldPermissions/field", "objectPermissions/object", "classAccesses/apexClass", "pageAccesses/apexPage"];
  return paths.flatMap((path) => descendants(root, path).map(({ text }) => text));
}

function wantedOf(component: Component, all: readonly Component[]): Wanted[] {
  const { type, name, file, root } = component;
  if (type === "CustomObject") return /__[ce]$/.test(name) && !isSetting(root) ? [{ name, file }] : [];
  if (type !== "CustomField" || isAlwaysGranted(component, all)) return [];
  const field = name.slice(name.indexOf(".") + 1);
  return (objectOf(file) === "Activity" ? ACTIVITY_OBJECTS.map((object) => `${object}.${field}`) : [name]).map((wanted) => ({
    name: wanted,
    file,
  }));
}

/** Required fields, and the fields of events and custom settings: the platform refuses permissions on them. */
function isAlwaysGranted({ root, file }: Component, all: readonly Component[]): boolean {
  if (child(root, "required")?.text === "true" || child(root, "type")?.text === "MasterDetail") return true;
  const object = objectOf(file) ?? "";
  const settings = all.find(({ type, name }) => type === "CustomObject" && name === object);
  return !(object === "Activity" || object.endsWith("__c")) || (settings !== undefined && isSetting(settings.root));
}

function isSetting(root: Component["root"]): boolean {
  return child(root, "customSettingsType") !== undefined;
}

function entryPoints(root: string): Wanted[] {
  return projectFiles(root, "force-app", (path) => /\.(cls|page)$/.test(path))
    .filter((file) => file.endsWith(".page") || ENTRY_POINT.test(withoutComments(readFileSync(join(root, file), "utf8"))))
    .map((file) => ({ name: basename(file).replace(/\.\w+$/, ""), file }));
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");
}
