/**
 * Writes `generated/` from the stub jars that @salesforce/code-analyzer-pmd-engine ships (see NOTICE.md). Run it after an
 * update of that package: `node local-org/apex/catalog/build-catalog.ts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { AUDIT_FIELDS, AUDIT_PARENTS, OBJECT_FIELD_TYPES } from "./catalog-format.ts";
import type { ClassEntry, ObjectEntry, ObjectFieldType } from "./catalog-format.ts";
import { ACCESS, readClassFile } from "./class-file.ts";
import type { ClassFile, ClassMember } from "./class-file.ts";
import { apexNameOf, canonicalName, SignatureReader } from "./java-types.ts";

const API_VERSION = "65.0.0";
const JARS = join(import.meta.dirname, "../../../node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib");
const OUTPUT = join(import.meta.dirname, "generated");

/** Not Apex that a package calls: Visualforce component trees and internals of other products. */
const DROPPED_NAMESPACES = new Set(
  "Internal SObjectStubs Component hammer networkspulse sfdc_enablement industriesNlpSvc embeddedai aiplatform malwaredefense".split(" "),
);
/** Share, history, feed and change event objects are kept for these only; those of custom objects come from the schema. */
const COMPANIONS_KEPT = new Set(
  (
    "Account Contact Lead Case Opportunity Task Event User Campaign CampaignMember Order OrderItem Product2 Asset Contract EmailMessage " +
    "Individual Quote Solution VoiceCall MessagingSession ContactRequest WorkOrder LiveChatTranscript Pricebook2 PricebookEntry " +
    "ContactPointPhone ContactPointEmail ServiceAppointment Entitlement OpportunityContactRole OpportunityLineItem ContentVersion ContentDocument"
  ).split(" "),
);

function readJar(name: string): ClassFile[] {
  const files = unzipSync(readFileSync(join(JARS, name)), { filter: (file) => file.name.endsWith(".class") });
  return Object.values(files).map(readClassFile);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Apex names of the stubs' members that would clash with java.lang.Object end with `$`. */
const memberName = (member: ClassMember): string => member.name.replace(/\$$/, "");

const isApex = (member: ClassMember): boolean =>
  (member.flags & ACCESS.public) !== 0 && (member.flags & ACCESS.synthetic) === 0 && !member.name.startsWith("$");

function classEntry(file: ClassFile): ClassEntry {
  const reader = new SignatureReader(file.signature ?? "");
  const typeParameters = reader.typeParameters();
  const superClass = file.signature === null ? canonicalName(file.superName ?? "") : reader.type();
  const interfaces = file.interfaces.map((name) => (file.signature === null ? canonicalName(name) : reader.type()));
  const name = canonicalName(file.name);
  if ((file.flags & ACCESS.enum) !== 0) {
    const values = file.fields.filter((field) => (field.flags & ACCESS.enum) !== 0).map((field) => field.name);
    return { name, kind: "enum", values: values.join(" ") };
  }
  const isInterface = (file.flags & ACCESS.interface) !== 0;
  const prefix = (member: ClassMember): string => ((member.flags & ACCESS.static) !== 0 ? "static " : "");
  const fields = file.fields
    .filter(isApex)
    .map((field) => `${prefix(field)}${new SignatureReader(field.signature ?? field.descriptor).type()} ${memberName(field)}`);
  const constructors: string[] = [];
  const methods: string[] = [];
  for (const method of file.methods.filter(isApex)) {
    const { parameters, returns } = new SignatureReader(method.signature ?? method.descriptor).method();
    if (method.name === "<init>") constructors.push(`(${parameters.join(",")})`);
    else methods.push(`${prefix(method)}${returns} ${memberName(method)}(${parameters.join(",")})`);
  }
  return {
    name,
    ...(isInterface && { kind: "interface" as const }),
    ...(!isInterface && (file.flags & ACCESS.abstract) !== 0 && { abstract: true as const }),
    ...(typeParameters.length > 0 && { typeParameters }),
    ...(superClass !== "Object" && { super: superClass }),
    ...(interfaces.length > 0 && { interfaces }),
    ...(fields.length > 0 && { fields }),
    ...(constructors.length > 0 && { constructors }),
    ...(methods.length > 0 && { methods }),
  };
}

function isKept(object: string): boolean {
  const companion = /^(.*)(History|Share|Feed|ChangeEvent)$/.exec(object);
  if (companion === null || /^(Login|Activity|Setup.*|ProcessInstance|.*Assignment)History$/.test(object)) return true;
  return COMPANIONS_KEPT.has(companion[1] ?? "");
}

const isFieldType = (type: string): type is ObjectFieldType => (OBJECT_FIELD_TYPES as readonly string[]).includes(type);

function objectEntry(file: ClassFile): ObjectEntry {
  const fields = new Map<string, ObjectFieldType>();
  const parents = new Map<string, string>();
  const children: string[] = [];
  for (const member of file.fields) {
    if ((member.flags & ACCESS.static) !== 0) continue;
    const type = new SignatureReader(member.descriptor).type();
    const list = /^List<(.*)>$/.exec(type);
    if (list?.[1] !== undefined) {
      // Lists of ids (`ToIds`) and of unknown objects are no child relationships.
      if (list[1] !== "String" && list[1] !== "SObject" && isKept(list[1])) children.push(`${member.name}:${list[1]}`);
    } else if (isFieldType(type)) fields.set(member.name, type);
    else parents.set(member.name, type);
  }
  // A field of type Location or Address may be the parent record of that object instead of a compound value.
  for (const [name, type] of fields) {
    if ((type === "Location" || type === "Address") && fields.get(`${name}Id`) === "Id") {
      fields.delete(name);
      parents.set(name, type);
    }
  }
  const audited =
    Object.entries(AUDIT_FIELDS).every(([name, type]) => fields.get(name) === type) &&
    Object.entries(AUDIT_PARENTS).every(([name, type]) => parents.get(name) === type);
  if (audited) {
    for (const name of Object.keys(AUDIT_FIELDS)) fields.delete(name);
    for (const name of Object.keys(AUDIT_PARENTS)) parents.delete(name);
  }
  const fieldsByType: Partial<Record<ObjectFieldType, string>> = {};
  for (const type of OBJECT_FIELD_TYPES) {
    const names = [...fields].filter(([, fieldType]) => fieldType === type).map(([name]) => name);
    if (names.length > 0) fieldsByType[type] = names.sort(compare).join(" ");
  }
  const parentList = [...parents].filter(([name]) => fields.has(`${name}Id`)).map(([name, target]) => `${name}:${target}`);
  return {
    name: canonicalName(file.name),
    ...(audited && { audited: true as const }),
    fields: fieldsByType,
    ...(parentList.length > 0 && { parents: parentList.sort(compare).join(" ") }),
    ...(children.length > 0 && { children: children.sort(compare).join(" ") }),
  };
}

function writeClasses(files: readonly ClassFile[]): void {
  const namespaces = new Map<string, ClassEntry[]>();
  for (const file of files) {
    const apex = apexNameOf(file.name);
    if (apex === null || DROPPED_NAMESPACES.has(apex.namespace)) continue;
    const entries = namespaces.get(apex.namespace) ?? [];
    namespaces.set(apex.namespace, entries);
    entries.push(classEntry(file));
  }
  mkdirSync(join(OUTPUT, "classes"), { recursive: true });
  for (const [namespace, entries] of namespaces) {
    entries.sort((left, right) => compare(left.name, right.name));
    const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
    writeFileSync(join(OUTPUT, "classes", `${namespace}.json`), `[\n${lines}\n]\n`);
  }
}

function writeObjects(files: readonly ClassFile[]): void {
  const entries = files.filter((file) => isKept(canonicalName(file.name))).map(objectEntry);
  entries.sort((left, right) => compare(left.name, right.name));
  writeFileSync(join(OUTPUT, "objects.jsonl"), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
}

rmSync(OUTPUT, { recursive: true, force: true });
writeClasses(readJar(`standard-types-${API_VERSION}.jar`));
writeObjects(readJar(`sobject-types-${API_VERSION}.jar`));
