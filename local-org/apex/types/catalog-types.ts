/** Reads the canonical type names of the catalogue: `Map<K,List<V>>` with values for its type variables. */
import type { Catalog } from "../catalog/catalog.ts";
import type { ApexType } from "./apex-type.ts";
import { listOf, mapOf, OBJECT, platformType, primitiveNamed, setOf, sobjectType, VOID } from "./type-model.ts";

const withoutVariables = new Map<string, ApexType>();
const NO_VARIABLES: ReadonlyMap<string, ApexType> = new Map();

/** The type a catalogue text stands for. Type variables without a value read as Object. */
export function parseCatalogType(text: string, catalog: Catalog, variables: ReadonlyMap<string, ApexType> = NO_VARIABLES): ApexType {
  if (variables.size > 0) return new TypeText(text, catalog, variables).read();
  const known = withoutVariables.get(text);
  if (known !== undefined) return known;
  const type = new TypeText(text, catalog, variables).read();
  withoutVariables.set(text, type);
  return type;
}

/** The type of a catalogue class (or primitive, or collection) with these arguments; missing ones are Object. */
export function typeOfCatalogName(name: string, args: readonly ApexType[]): ApexType {
  const [first = OBJECT, second = OBJECT] = args;
  if (name === "List") return listOf(first);
  if (name === "Set") return setOf(first);
  if (name === "Map") return mapOf(first, second);
  if (name === "void") return VOID;
  if (name.includes(".")) return platformType(name, args);
  return primitiveNamed(name) ?? sobjectType(name);
}

class TypeText {
  readonly #text: string;
  readonly #catalog: Catalog;
  readonly #variables: ReadonlyMap<string, ApexType>;
  #at = 0;

  constructor(text: string, catalog: Catalog, variables: ReadonlyMap<string, ApexType>) {
    this.#text = text;
    this.#catalog = catalog;
    this.#variables = variables;
  }

  read(): ApexType {
    const start = this.#at;
    while (!/[<>,]/.test(this.#text[this.#at] ?? ">")) this.#at++;
    const name = this.#text.slice(start, this.#at);
    const args: ApexType[] = [];
    if (this.#text[this.#at] === "<") {
      while (this.#text[this.#at] !== ">") {
        this.#at++;
        args.push(this.read());
      }
      this.#at++;
    }
    const variable = this.#variables.get(name);
    if (variable !== undefined) return variable;
    if (/^[A-Z]$/.test(name)) return OBJECT;
    if (name.includes(".") && this.#catalog.class(name) === undefined) return OBJECT;
    return typeOfCatalogName(name, args);
  }
}
