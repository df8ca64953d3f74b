/** An org for tests of the user interface routes, and short ways to ask it. */
import assert from "node:assert/strict";
import type { Engine } from "../engine.ts";
import { ask, deployed, type Asked } from "../engine-fixture.ts";
import type { RecordRepresentation } from "./wire.ts";

export const UI_API = "/services/data/v67.0/ui-api";

/** A metadata file. */
export function metadata(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`;
}

function field(name: string, content: string): string {
  return metadata("CustomField", `<fullName>${name}</fullName><label>${name.replace("__c", "").replaceAll("_", " ")}</label>${content}`);
}

/** A custom object `Line__c` with a lookup to Contact, and a custom field on activities. */
export const OBJECTS: Readonly<Record<string, string>> = {
  "objects/Line__c/Line__c.object-meta.xml": metadata(
    "CustomObject",
    `<deploymentStatus>Deployed</deploymentStatus><label>Line</label><pluralLabel>Lines</pluralLabel>
    <nameField><label>Line Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  ),
  "objects/Line__c/fields/Number__c.field-meta.xml": field("Number__c", "<type>Phone</type>"),
  "objects/Line__c/fields/Kind__c.field-meta.xml": field(
    "Kind__c",
    `<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>
    <value><fullName>Main</fullName><default>true</default><label>Main line</label></value>
    <value><fullName>Mobile</fullName><default>false</default><label>Mobile</label></value></valueSetDefinition></valueSet>`,
  ),
  "objects/Line__c/fields/Fee__c.field-meta.xml": field("Fee__c", "<type>Currency</type><precision>8</precision><scale>2</scale>"),
  "objects/Line__c/fields/Contact__c.field-meta.xml": field(
    "Contact__c",
    `<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Lines</relationshipName>`,
  ),
  "objects/Activity/fields/Missed__c.field-meta.xml": field("Missed__c", "<type>Checkbox</type><defaultValue>false</defaultValue>"),
  "objects/Activity/fields/Recording__c.field-meta.xml": field("Recording__c", "<type>Url</type>"),
};

/** An org with those objects and what `files` adds. */
export function uiOrg(files: Readonly<Record<string, string>> = {}): Engine {
  return deployed({ ...OBJECTS, ...files });
}

/** The JSON of an answer that must have this status. */
export function get(engine: Engine, path: string, asked: Asked = {}, status = 200): unknown {
  const answer = ask(engine, path, asked);
  assert.equal(answer.status, status, answer.text);
  return answer.json();
}

/** Status, code and message of a refusal. */
export function refusal(engine: Engine, path: string, asked: Asked = {}): readonly [number, string, string] {
  const answer = ask(engine, path, asked);
  const [error] = answer.json() as readonly { readonly errorCode: string; readonly message: string }[];
  return [answer.status, error?.errorCode ?? "", error?.message ?? ""];
}

/** Creates a record and gives its id. */
export function create(engine: Engine, apiName: string, fields: Readonly<Record<string, unknown>>): string {
  const record = get(engine, `${UI_API}/records`, { body: { apiName, fields } }, 201) as RecordRepresentation;
  return record.id ?? assert.fail("the record has no id");
}
