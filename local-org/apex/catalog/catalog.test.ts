import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ClassOverlay } from "./catalog-format.ts";
import { loadCatalog, splitArguments } from "./catalog.ts";

const catalog = loadCatalog();

function known(name: string): NonNullable<ReturnType<typeof catalog.class>> {
  const found = catalog.class(name);
  assert.ok(found, `${name} is in the catalogue`);
  return found;
}

test("classes of System and Schema are found without their namespace, in any case", () => {
  assert.equal(known("http").name, "System.Http");
  assert.equal(known("SOBJECTTYPE").name, "Schema.SObjectType");
  assert.equal(known("system.string").name, "String");
  assert.equal(known("Database").name, "System.Database");
  assert.equal(known("database.saveresult").name, "Database.SaveResult");
  assert.equal(known("Database.DMLOptions.EmailHeader").name, "Database.DMLOptions.EmailHeader");
  assert.equal(catalog.class("SaveResult"), undefined);
});

test("both spellings of a class are the same object", () => {
  assert.equal(known("List"), known("System.List"));
});

test("inherited methods name the class that declares them", () => {
  const [found] = catalog.methods(known("DmlException"), "getmessage");
  assert.deepEqual(found, {
    declaredBy: "System.Exception",
    member: { name: "getMessage", static: false, returns: "String", parameters: [] },
  });
});

test("super types carry type arguments", () => {
  assert.deepEqual(catalog.superTypes(known("List")), ["System.Iterable<T>"]);
});

test("enums list their values in order", () => {
  assert.deepEqual(known("TriggerOperation").values.slice(0, 3), ["BEFORE_INSERT", "BEFORE_UPDATE", "BEFORE_DELETE"]);
});

test("standard objects have fields, parents and children", () => {
  const contact = catalog.object("CONTACT");
  assert.equal(contact?.fields.get("LastName"), "String");
  assert.equal(contact.fields.get("CreatedDate"), "Datetime");
  assert.equal(contact.parents.get("Account"), "Account");
  assert.equal(contact.children.get("Cases"), "Case");
  assert.equal(catalog.object("Nonsense"), undefined);
});

test("every entry decodes and every type it names exists", () => {
  const unknown = new Set<string>();
  const check = (type: string, parameters: readonly string[]): void => {
    const bare = type.replace(/<.*$/, "");
    if (bare === "void" || bare === "Object" || parameters.includes(bare)) return;
    if (catalog.class(bare) === undefined && catalog.object(bare) === undefined) unknown.add(bare);
    for (const argument of splitArguments(type)) check(argument, parameters);
  };
  for (const namespace of catalog.namespaces()) {
    for (const name of catalog.classNames(namespace)) {
      const found = known(name);
      for (const method of found.methods) for (const type of [method.returns, ...method.parameters]) check(type, found.typeParameters);
      for (const field of found.fields) check(field.type, found.typeParameters);
      for (const { parameters } of found.constructors) for (const type of parameters) check(type, found.typeParameters);
      for (const type of found.interfaces) check(type, found.typeParameters);
    }
  }
  assert.deepEqual([...unknown], []);
});

test("overlay entries name their source and only remove what is there", () => {
  const folder = join(import.meta.dirname, "overlay", "classes");
  for (const file of readdirSync(folder)) {
    const generated = join(import.meta.dirname, "generated", "classes", file);
    const text = existsSync(generated) ? readFileSync(generated, "utf8") : "";
    for (const entry of JSON.parse(readFileSync(join(folder, file), "utf8")) as ClassOverlay[]) {
      assert.ok(entry.source.length > 0, `${entry.name} has a source`);
      for (const removed of entry.remove ?? []) assert.ok(text.includes(JSON.stringify(removed)), `${entry.name}: ${removed}`);
    }
  }
});

test("what is known by hand about an object is about fields and children that the stubs have", () => {
  const unknown: string[] = [];
  for (const file of readdirSync(join(import.meta.dirname, "overlay", "objects"))) {
    const name = file.slice(0, -".json".length);
    const overlay = catalog.objectOverlay(name);
    const stub = catalog.object(name);
    assert.ok(overlay && overlay.object === name && overlay.source !== "" && (stub === undefined) === (overlay.isNew === true), name);
    if (stub === undefined) continue;
    const fields = overlay.fields.map((text) => text.slice(0, text.indexOf(" ")));
    const features = Object.values(overlay.features ?? {}).flatMap((names) => names.split(" "));
    for (const field of [...fields, ...features.filter((pattern) => !pattern.includes("*"))])
      if (!stub.fields.has(field)) unknown.push(`${name}.${field}`);
  }
  // Lists of ids that the stubs have as child records, and a relationship that only SOQL knows.
  assert.deepEqual(unknown, ["EmailMessage.ToIds"]);
});
