/**
 * The signature catalogue: every platform class and standard object that Apex may name, with the members it has.
 * Files are read and entries decoded on first use.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClassEntry, ClassOverlay } from "./catalog-format.ts";
import { decodeClass } from "./catalog-class.ts";
import type { CatalogClass, CatalogConstructor, CatalogField, CatalogMethod } from "./catalog-class.ts";
import type { CatalogObject } from "./catalog-object.ts";
import { objectCatalog } from "./object-catalog.ts";
import type { ObjectCatalog } from "./object-catalog.ts";

export type { CatalogClass, CatalogConstructor, CatalogField, CatalogMethod, CatalogObject };

/** A member together with the class that declares it, after the type arguments on the way there were put in. */
export interface Inherited<Member> {
  readonly declaredBy: string;
  readonly member: Member;
}

export interface Catalog extends ObjectCatalog {
  /**
   * The class a name stands for, in any case: `Http`, `System.Http`, `Database.SaveResult`, `Schema.SObjectType` or
   * `SObjectType`; the class `Database` with its static methods is `System.Database`.
   */
  class(name: string): CatalogClass | undefined;
  /** True for `System`, `ConnectApi` and so on, in any case. */
  isNamespace(name: string): boolean;
  /** The methods of that name, own first, then inherited ones that no own method overrides. */
  methods(of: CatalogClass, name: string): readonly Inherited<CatalogMethod>[];
  field(of: CatalogClass, name: string): Inherited<CatalogField> | undefined;
  /** Super class and interfaces, nearest first, as canonical type names with arguments (`System.Iterable<T>`). */
  superTypes(of: CatalogClass): readonly string[];
  /** Canonical names of all classes of a namespace. */
  classNames(namespace: string): readonly string[];
  namespaces(): readonly string[];
}

const GENERATED = join(import.meta.dirname, "generated");
const OVERLAY = join(import.meta.dirname, "overlay");
/** Searched, in this order, for names without a namespace. */
const IMPLICIT_NAMESPACES = ["system", "schema"];

interface Namespace {
  readonly name: string;
  readonly entries: ReadonlyMap<string, ClassEntry>;
}

let shared: Catalog | undefined;

/** The catalogue of this engine; one per process. */
export function loadCatalog(): Catalog {
  shared ??= createCatalog();
  return shared;
}

function createCatalog(): Catalog {
  const files = new Map<string, string>();
  for (const folder of [join(GENERATED, "classes"), join(OVERLAY, "classes")]) {
    for (const file of readdirSync(folder)) files.set(file.slice(0, -".json".length).toLowerCase(), file.slice(0, -".json".length));
  }
  const namespaces = new Map<string, Namespace>();
  const classes = new Map<string, CatalogClass | undefined>();

  const namespace = (lowerName: string): Namespace | undefined => {
    const known = namespaces.get(lowerName);
    if (known !== undefined) return known;
    const name = files.get(lowerName);
    if (name === undefined) return undefined;
    const loaded = { name, entries: readNamespace(name) };
    namespaces.set(lowerName, loaded);
    return loaded;
  };

  const find = (lowerName: string): CatalogClass | undefined => {
    const dot = lowerName.indexOf(".");
    if (dot > 0) {
      const entry = namespace(lowerName.slice(0, dot))?.entries.get(lowerName.slice(dot + 1));
      if (entry !== undefined) return decodeClass(entry);
    }
    for (const implicit of IMPLICIT_NAMESPACES) {
      const entry = namespace(implicit)?.entries.get(lowerName);
      if (entry !== undefined) return decodeClass(entry);
    }
    return undefined;
  };

  const findClass = (name: string): CatalogClass | undefined => {
    const lowerName = name.toLowerCase();
    if (!classes.has(lowerName)) {
      const found = find(lowerName);
      // Both spellings of a name give the same object.
      classes.set(lowerName, found === undefined ? undefined : (classes.get(found.name.toLowerCase()) ?? found));
      if (found !== undefined && !classes.has(found.name.toLowerCase())) classes.set(found.name.toLowerCase(), found);
    }
    return classes.get(lowerName);
  };

  const superTypes = (of: CatalogClass): readonly string[] => {
    const result: string[] = [];
    const visit = (declared: CatalogClass, substitution: ReadonlyMap<string, string>): void => {
      for (const type of [...(declared.superClass === null ? [] : [declared.superClass]), ...declared.interfaces]) {
        const actual = substitute(type, substitution);
        if (result.includes(actual)) continue;
        result.push(actual);
        const parent = findClass(withoutArguments(actual));
        if (parent !== undefined) visit(parent, argumentsOf(parent, actual));
      }
    };
    visit(of, new Map());
    return result;
  };

  const chain = (of: CatalogClass): { declared: CatalogClass; substitution: ReadonlyMap<string, string> }[] => {
    const result: { declared: CatalogClass; substitution: ReadonlyMap<string, string> }[] = [{ declared: of, substitution: new Map() }];
    for (const type of superTypes(of)) {
      const declared = findClass(withoutArguments(type));
      if (declared !== undefined) result.push({ declared, substitution: argumentsOf(declared, type) });
    }
    return result;
  };

  return {
    class: findClass,
    isNamespace: (name) => files.has(name.toLowerCase()),
    methods(of, name) {
      const lowerName = name.toLowerCase();
      const found = new Map<string, Inherited<CatalogMethod>>();
      for (const { declared, substitution } of chain(of)) {
        for (const method of declared.methods) {
          if (method.name.toLowerCase() !== lowerName) continue;
          const member = substituteMethod(method, substitution);
          const key = member.parameters.join(",");
          if (!found.has(key)) found.set(key, { declaredBy: declared.name, member });
        }
      }
      return [...found.values()];
    },
    field(of, name) {
      const lowerName = name.toLowerCase();
      for (const { declared, substitution } of chain(of)) {
        const member = declared.fields.find((field) => field.name.toLowerCase() === lowerName);
        if (member !== undefined) return { declaredBy: declared.name, member: { ...member, type: substitute(member.type, substitution) } };
      }
      return undefined;
    },
    superTypes,
    classNames: (name) => [...(namespace(name.toLowerCase())?.entries.values() ?? [])].map((entry) => entry.name),
    namespaces: () => [...files.values()],
    ...objectCatalog(),
  };
}

function readNamespace(name: string): ReadonlyMap<string, ClassEntry> {
  const entries = new Map<string, ClassEntry>();
  const key = (className: string): string =>
    (className.startsWith(`${name}.`) ? className.slice(name.length + 1) : className).toLowerCase();
  for (const entry of readList<ClassEntry>(join(GENERATED, "classes", `${name}.json`))) entries.set(key(entry.name), entry);
  for (const overlay of readList<ClassOverlay>(join(OVERLAY, "classes", `${name}.json`))) {
    for (const className of overlay.name.split(" ")) {
      const entry = entries.get(key(className));
      entries.set(key(className), entry === undefined ? overlay : merge(entry, overlay));
    }
  }
  return entries;
}

/** Files of this folder are written by our own script and by hand, and checked by a test. */
function readList<Entry>(file: string): Entry[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Entry[]) : [];
}

function merge(entry: ClassEntry, overlay: ClassOverlay): ClassEntry {
  const join = (own: readonly string[] | undefined, more: readonly string[] | undefined): string[] => [
    ...(own ?? []).filter((text) => !(overlay.remove ?? []).includes(text)),
    ...(more ?? []),
  ];
  return {
    ...entry,
    ...(overlay.super !== undefined && { super: overlay.super }),
    interfaces: join(entry.interfaces, overlay.interfaces),
    fields: join(entry.fields, overlay.fields),
    constructors: join(entry.constructors, overlay.constructors),
    methods: join(entry.methods, overlay.methods),
    // The stubs list enum values by name; the overlay's come first and in its order.
    values: [...new Set(join(overlay.values?.split(" "), entry.values?.split(" ")))].join(" "),
  };
}

const withoutArguments = (type: string): string => type.replace(/<.*$/, "");

/** Type parameters of a class and their values in `type`. */
function argumentsOf(declared: CatalogClass, type: string): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  splitArguments(type).forEach((argument, index) => {
    const parameter = declared.typeParameters[index];
    if (parameter !== undefined) result.set(parameter, argument);
  });
  return result;
}

/** `Map<Id,List<String>>` gives `Id` and `List<String>`. */
export function splitArguments(type: string): string[] {
  const open = type.indexOf("<");
  if (open < 0) return [];
  const result: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < type.length; at++) {
    const character = type[at];
    if (character === "<") depth++;
    if (character === ">") depth--;
    if ((character === "," && depth === 1) || depth === 0) {
      result.push(type.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) break;
  }
  return result;
}

/** Puts type arguments in for type parameters, wherever they stand. */
export function substitute(type: string, substitution: ReadonlyMap<string, string>): string {
  return substitution.size === 0 ? type : type.replace(/[\w.]+/g, (name) => substitution.get(name) ?? name);
}

function substituteMethod(method: CatalogMethod, substitution: ReadonlyMap<string, string>): CatalogMethod {
  if (substitution.size === 0) return method;
  return {
    ...method,
    returns: substitute(method.returns, substitution),
    parameters: method.parameters.map((parameter) => substitute(parameter, substitution)),
  };
}
