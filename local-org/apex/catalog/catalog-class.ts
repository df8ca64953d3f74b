import type { ClassEntry } from "./catalog-format.ts";

/** A platform class, interface or enum. Types are canonical names; type parameters appear by their name (`T`). */
export interface CatalogClass {
  readonly name: string;
  readonly kind: "class" | "interface" | "enum";
  readonly typeParameters: readonly string[];
  readonly superClass: string | null;
  readonly interfaces: readonly string[];
  readonly isAbstract: boolean;
  readonly fields: readonly CatalogField[];
  readonly constructors: readonly CatalogConstructor[];
  readonly methods: readonly CatalogMethod[];
  /** Of an enum, in order. */
  readonly values: readonly string[];
}

export interface CatalogField {
  readonly name: string;
  readonly type: string;
  readonly static: boolean;
}

export interface CatalogConstructor {
  readonly parameters: readonly string[];
}

export interface CatalogMethod {
  readonly name: string;
  readonly static: boolean;
  readonly returns: string;
  readonly parameters: readonly string[];
}

/** Decodes an entry of the committed files. */
export function decodeClass(entry: ClassEntry): CatalogClass {
  return {
    name: entry.name,
    kind: entry.kind ?? "class",
    typeParameters: entry.typeParameters ?? [],
    superClass: entry.super ?? null,
    interfaces: entry.interfaces ?? [],
    isAbstract: entry.abstract ?? false,
    fields: (entry.fields ?? []).map(decodeField),
    constructors: (entry.constructors ?? []).map((text) => ({ parameters: splitTypes(text.slice(1, -1)) })),
    methods: (entry.methods ?? []).map(decodeMethod),
    values: entry.values === undefined || entry.values === "" ? [] : entry.values.split(" "),
  };
}

function decodeField(text: string): CatalogField {
  const { isStatic, rest } = modifiers(text);
  const space = rest.lastIndexOf(" ");
  return { name: rest.slice(space + 1), type: rest.slice(0, space), static: isStatic };
}

function decodeMethod(text: string): CatalogMethod {
  const { isStatic, rest } = modifiers(text);
  const open = rest.indexOf("(");
  const space = rest.lastIndexOf(" ", open);
  return {
    name: rest.slice(space + 1, open),
    static: isStatic,
    returns: rest.slice(0, space),
    parameters: splitTypes(rest.slice(open + 1, -1)),
  };
}

function modifiers(text: string): { isStatic: boolean; rest: string } {
  const isStatic = text.startsWith("static ");
  return { isStatic, rest: isStatic ? text.slice("static ".length) : text };
}

/** Splits `Id,Map<String,Object>` at its outer commas. */
function splitTypes(text: string): string[] {
  if (text === "") return [];
  const types: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "<") depth++;
    else if (character === ">") depth--;
    else if (character === "," && depth === 0) {
      types.push(text.slice(start, at));
      start = at + 1;
    }
  }
  types.push(text.slice(start));
  return types;
}
