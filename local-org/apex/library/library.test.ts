import assert from "node:assert/strict";
import test from "node:test";
import { loadCatalog } from "../catalog/catalog.ts";
import { implementedMembers } from "../runtime/define.ts";
import "./index.ts";

/** Keys of all members that the catalogue declares for a class; type variables read as Object. */
function declaredKeys(name: string): Set<string> {
  const declared = loadCatalog().class(name);
  if (declared === undefined) return new Set();
  const variables = new RegExp(`\\b(?:${declared.typeParameters.join("|") || "-"})\\b`, "g");
  const list = (parameters: readonly string[]): string => `(${parameters.map((text) => text.replace(variables, "Object")).join(",")})`;
  return new Set([
    ...declared.methods.map((method) => `${method.static ? "." : "#"}${method.name}${list(method.parameters)}`),
    ...declared.fields.flatMap((field) => [`${field.static ? "." : "#"}${field.name}`, `${field.static ? "." : "#"}${field.name}=`]),
    ...declared.constructors.map((constructor) => `.<init>${list(constructor.parameters)}`),
  ]);
}

test("every implemented member is one that the catalogue declares", () => {
  const unknown: string[] = [];
  for (const key of implementedMembers()) {
    // Members that the checker makes up: of all objects, of declared types, and field sets by name.
    if (/^(?:\$|Object#|Enum[#.]|CustomSetting\.|CustomMetadata\.|Schema\.SObjectTypeFieldSets#get\(String\))/.test(key)) continue;
    const [name = "", rest = ""] = key.includes("#") ? key.split("#") : [ownerOf(key), key.slice(ownerOf(key).length + 1)];
    const separator = key.includes("#") ? "#" : ".";
    if (!declaredKeys(name).has(separator + rest)) unknown.push(key);
  }
  assert.deepEqual(unknown, []);
});

/** `System.Http` of `System.Http.<init>()`; `String` of `String.valueOf(Object)`. */
function ownerOf(key: string): string {
  const open = key.indexOf("(");
  return key.slice(0, (open < 0 ? key : key.slice(0, open)).replace(".<init>", ".x").lastIndexOf("."));
}
