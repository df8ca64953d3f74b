/** Checks pieces of Apex for unit tests. */
import { loadCatalog } from "../catalog/catalog.ts";
import { memorySchema } from "../../data/schema/memory-schema.ts";
import { parseUnit } from "../syntax/parse.ts";
import type { SourceUnit } from "../syntax/ast.ts";
import type { BoundClass, BoundExpression, BoundStatement } from "./bound-tree.ts";
import { checkProject } from "./check-project.ts";
import type { CheckOptions, CheckResult } from "./check-project.ts";

/** A small org: accounts with contacts, a task, a list setting, a hierarchy setting, a metadata type and an event. */
export const schema = memorySchema([
  {
    name: "Account",
    keyPrefix: "001",
    fields: [
      "Name string name",
      "NumberOfEmployees int",
      "AnnualRevenue currency",
      "Description textarea long",
      "OwnerId reference User Owner -",
      "ParentId reference Account Parent ChildAccounts",
      "Score__c double formula=1",
      "Key__c string externalId",
    ],
  },
  {
    name: "Contact",
    keyPrefix: "003",
    fields: ["LastName string", "Birthdate date", "Tags__c multipicklist", "AccountId reference Account Account Contacts"],
  },
  { name: "Task", keyPrefix: "00T", fields: ["Subject string", "WhoId reference Contact|Lead Who -"] },
  { name: "User", keyPrefix: "005", fields: ["Name string name", "Email email"] },
  { name: "Features__c", keyPrefix: "a00", kind: "customSetting", fields: ["On__c boolean"] },
  { name: "Route__mdt", keyPrefix: "m00", kind: "customMetadata", fields: ["DeveloperName string", "Path__c string"] },
  { name: "Ping__e", keyPrefix: "e00", kind: "platformEvent", fields: ["Text__c string"] },
]);

const LABELS = new Set(["Greeting"]);

/** Checks whole files: name to source. Throws when one does not parse. */
export function checkFiles(files: Readonly<Record<string, string>>, options: CheckOptions = {}): CheckResult {
  const units = Object.entries(files).map(([file, text]): SourceUnit => {
    const parsed = parseUnit(file, text);
    if (!parsed.ok) throw new Error(parsed.diagnostics.map((one) => `${one.file}:${one.line}: ${one.message}`).join("\n"));
    return parsed.unit;
  });
  return checkProject({ units, schema, catalog: loadCatalog(), labels: LABELS, pages: new Set(["Home"]), options });
}

/** `line:column message` of everything reported for the files. */
export function faultsIn(files: Readonly<Record<string, string>>, options: CheckOptions = {}): readonly string[] {
  return checkFiles(files, options).diagnostics.map((one) => `${one.line}:${one.column} ${one.message}`);
}

/** Members of a class, one per line; the first stands on line 2. */
export function classWith(members: string, header = "public virtual class T"): string {
  return `${header} {\n${members}\n}`;
}

const VARIABLES =
  "Account a, Contact c, List<Account> all, Map<Id, Account> byId, Object o, Integer i, String s, Decimal d, Id id, SObject so, Color e";
const AROUND =
  "enum Color { RED, GREEN }\nclass Box { Integer size; }\nclass OwnException extends Exception { }\nInteger one() { return 1; }";

/** Statements in a method of `T` that has a parameter of each important type; they begin on line 7. */
export function methodWith(statements: string): string {
  return `public class T {\n${AROUND}\nvoid run(${VARIABLES}) {\n${statements}\n}\n}`;
}

/** Messages for statements, each with its line in the statements where that is not the first. */
export function faultsOf(statements: string): readonly string[] {
  return checkFiles({ "T.cls": methodWith(statements) }).diagnostics.map(({ line, message }) =>
    line === 7 ? message : `${line - 6}: ${message}`,
  );
}

/** Messages for members of a class. */
export function faultsOfMembers(members: string): readonly string[] {
  return checkFiles({ "T.cls": classWith(members) }).diagnostics.map(({ line, message }) =>
    line === 2 ? message : `${line - 1}: ${message}`,
  );
}

/** The only class of a source without faults. */
export function boundClass(source: string): BoundClass {
  const { bound, diagnostics } = checkFiles({ "T.cls": source });
  if (diagnostics.length > 0) throw new Error(diagnostics.map((one) => `${one.line}: ${one.message}`).join("\n"));
  const declaration = bound[0]?.declaration;
  if (declaration?.kind !== "class") throw new Error("not a class");
  return declaration;
}

/** The bound form of statements. */
export function boundStatements(statements: string): readonly BoundStatement[] {
  const method = boundClass(methodWith(statements)).methods.find((one) => one.name === "run");
  return method?.body?.statements ?? [];
}

/** The bound form of `Type x = expression;`. */
export function boundValue(type: string, expression: string): BoundExpression {
  const [statement] = boundStatements(`${type} result = ${expression};`);
  if (statement?.kind !== "declare" || statement.value === null) throw new Error("not a declaration");
  return statement.value;
}
