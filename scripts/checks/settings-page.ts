import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckResult, Finding } from "./finding.ts";
import { indexMetadata } from "./metadata-index.ts";
import type { XmlElement } from "./xml-tree.ts";
import { projectFiles } from "./project-files.ts";
import { child } from "./xml-tree.ts";

/** Where the page lies in the project. */
export const SETTINGS_PAGE = "docs/settings.md";

/** The custom setting whose fields the first table lists. */
const SETTINGS_OBJECT = "Aircall_Settings__c";

/** A row of one of the page's tables. */
interface Row {
  readonly line: number;
  /** Which of the page's sections, counted from 1. */
  readonly section: number;
  readonly fields: readonly string[];
  readonly defaultValue: string;
  readonly tests: readonly string[];
}

/**
 * The page names every field of the settings with the default of the metadata, and for each an Apex test that exists. What the
 * test asserts is not looked at.
 */
export function checkSettingsPage(root: string): CheckResult {
  const settings = fieldsOf(root, SETTINGS_OBJECT);
  if (settings.size === 0) return { subjects: 0, findings: [] };
  const path = join(root, SETTINGS_PAGE);
  if (!existsSync(path)) return { subjects: 1, findings: [{ file: SETTINGS_PAGE, message: "is missing" }] };
  const rows = tableRows(readFileSync(path, "utf8"));
  const section = rows.find(({ fields }) => fields.some((field) => settings.has(field)))?.section;
  const ofOrg = rows.filter((row) => row.section === section);
  const named = new Set(ofOrg.flatMap(({ fields }) => fields));
  const findings: Finding[] = [
    ...[...settings.keys()].filter((field) => !named.has(field)).map((field) => finding(0, `does not name ${SETTINGS_OBJECT}.${field}`)),
    ...ofOrg.flatMap((row) => defaultFindings(row, settings)),
    ...rows.flatMap((row) => testFindings(root, row)),
  ];
  return { subjects: rows.length, findings };
}

function finding(line: number, message: string): Finding {
  return line === 0 ? { file: SETTINGS_PAGE, message } : { file: SETTINGS_PAGE, line, message };
}

/** Rows whose first cell names fields; the columns are: setting, values, default, where it acts, tests. */
function tableRows(page: string): Row[] {
  let section = 0;
  return page.split("\n").flatMap((text, index): Row[] => {
    if (text.startsWith("## ")) section++;
    const cells = text.split("|").map((cell) => cell.trim());
    const fields = codes(cells[1] ?? "").filter((name) => name.endsWith("__c"));
    if (!text.startsWith("|") || fields.length === 0) return [];
    const defaultValue = (cells[3] ?? "").replaceAll("`", "");
    return [{ line: index + 1, section, fields, defaultValue, tests: codes(cells[5] ?? "") }];
  });
}

function codes(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), (match) => match[1] ?? "");
}

function fieldsOf(root: string, object: string): Map<string, XmlElement> {
  const fields = indexMetadata(root).components.filter(({ type, name }) => type === "CustomField" && name.startsWith(`${object}.`));
  return new Map(fields.map(({ name, root: field }) => [name.slice(object.length + 1), field]));
}

function defaultFindings({ line, fields, defaultValue }: Row, settings: ReadonlyMap<string, XmlElement>): Finding[] {
  return fields.flatMap((name) => {
    const field = settings.get(name);
    if (field === undefined) return [finding(line, `there is no field ${SETTINGS_OBJECT}.${name}`)];
    const actual = defaultOf(field);
    return actual === defaultValue ? [] : [finding(line, `the default of ${name} is ${actual}, not ${defaultValue}`)];
  });
}

function defaultOf(field: XmlElement): string {
  const value = child(field, "defaultValue")?.text.replaceAll('"', "") ?? "empty";
  if (child(field, "type")?.text !== "Checkbox") return value;
  return value === "true" ? "checked" : "unchecked";
}

function testFindings(root: string, { line, fields, tests }: Row): Finding[] {
  if (tests.length === 0) return [finding(line, `names no test for ${fields.join(", ")}`)];
  return tests.filter((name) => !hasTest(root, name)).map((name) => finding(line, `there is no test ${name}`));
}

function hasTest(root: string, name: string): boolean {
  const [className = "", method = ""] = name.split(".");
  const [file] = projectFiles(root, "force-app", (path) => path.endsWith(`/${className}.cls`));
  if (file === undefined || !/^\w+$/.test(method)) return false;
  return new RegExp(`@IsTest\\s+static\\s+void\\s+${method}\\s*\\(`, "i").test(readFileSync(join(root, file), "utf8"));
}
