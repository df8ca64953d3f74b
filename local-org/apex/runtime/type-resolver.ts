/** Type names of any case, as Apex's `Type.forName` takes them, to canonical names. */
import { loadCatalog } from "../catalog/catalog.ts";
import { findClass, findObject } from "./environment.ts";

const BARE = new Map(["Object", "SObject"].map((name) => [name.toLowerCase(), name]));

/** The canonical name (`Map<Id,List<Account>>`), or null when some part of it names no type. */
export function resolveTypeName(text: string): string | null {
  return new TypeNameReader(text.replace(/\s+/g, "")).read();
}

class TypeNameReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): string | null {
    const name = this.#type();
    return this.#at === this.#text.length ? name : null;
  }

  #type(): string | null {
    const base = /[\w.]*/y;
    base.lastIndex = this.#at;
    const name = base.exec(this.#text)?.[0] ?? "";
    this.#at += name.length;
    let canonical = simpleName(name);
    if (this.#text.charAt(this.#at) === "<") {
      const parts = this.#arguments();
      canonical = canonical === null || parts === null ? null : `${canonical}<${parts.join(",")}>`;
    } else if (canonical === "List" || canonical === "Set" || canonical === "Map") canonical = null;
    while (canonical !== null && this.#text.startsWith("[]", this.#at)) {
      this.#at += 2;
      canonical = `List<${canonical}>`;
    }
    return canonical;
  }

  #arguments(): string[] | null {
    const parts: (string | null)[] = [];
    do {
      this.#at++;
      parts.push(this.#type());
    } while (this.#text.charAt(this.#at) === ",");
    if (this.#text.charAt(this.#at) !== ">") return null;
    this.#at++;
    const known = parts.filter((part) => part !== null);
    return known.length === parts.length ? known : null;
  }
}

/** SObjects first: a class of the project may share the name of one. Then the project's classes, then the platform's. */
function simpleName(name: string): string | null {
  if (name === "") return null;
  return (
    BARE.get(name.toLowerCase()) ??
    findObject(name.replace(/^schema\./i, ""))?.name ??
    findClass(name)?.name ??
    loadCatalog().class(name)?.name ??
    null
  );
}
