/** What the platform gives standard objects before an administrator changes it: layouts, columns, list views (`defaults/*.json`). */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LayoutSectionSpec, RelatedListSpec } from "../../project/ui/layout-spec.ts";
import type { ListFilterSpec, ListViewSpec } from "../../project/ui/list-view-spec.ts";

export interface DefaultUi {
  readonly sections: readonly LayoutSectionSpec[];
  /** Labels of layout items that differ from the field's. */
  readonly labels: Readonly<Record<string, string>>;
  /** Fields of the highlights panel. */
  readonly compact: readonly string[];
  readonly relatedLists: readonly RelatedListSpec[];
  /** Columns of the built-in list views, and of search results. */
  readonly listColumns: readonly string[];
  readonly searchColumns: readonly string[];
  readonly listViews: readonly ListViewSpec[];
}

const FOLDER = fileURLToPath(new URL("defaults/", import.meta.url));
let all: ReadonlyMap<string, DefaultUi> | undefined;

/** Null for an object without defaults of its own. */
export function defaultUi(object: string): DefaultUi | null {
  all ??= new Map(
    readdirSync(FOLDER).map((file) => {
      const json: unknown = JSON.parse(readFileSync(`${FOLDER}${file}`, "utf8"));
      return [file.replace(/\.json$/, ""), readDefaults(new Part(json, file))];
    }),
  );
  return all.get(object) ?? null;
}

/** Names of the objects that have defaults. */
export function defaultUiObjects(): readonly string[] {
  defaultUi("");
  return [...(all ?? [])].map(([name]) => name);
}

function readDefaults(file: Part): DefaultUi {
  const listColumns = file.texts("listColumns");
  return {
    sections: file.parts("sections").map((section) => ({
      label: section.text("label"),
      isHeadingShown: true,
      columns: section
        .parts("columns")
        .map((column) => column.asTexts().map((field) => ({ field: field === "" ? null : field, behavior: "Edit" as const }))),
    })),
    labels: file.part("labels").asRecord(),
    compact: file.texts("compact"),
    relatedLists: file.parts("relatedLists").map((list) => ({
      relationship: list.text("relationship"),
      label: list.optional("label"),
      columns: list.texts("columns"),
      sortBy: list.optional("sortBy"),
    })),
    listColumns,
    searchColumns: file.texts("searchColumns"),
    listViews: file.parts("listViews").map((view) => ({
      apiName: view.text("apiName"),
      label: view.text("label"),
      scope: view.optional("scope") === "Mine" ? "Mine" : "Everything",
      columns: listColumns,
      filters: view.has("filters") ? view.parts("filters").map(readFilter) : [],
      booleanFilter: null,
      sortBy: view.optional("sortBy") ?? listColumns[0] ?? "Id",
    })),
  };
}

function readFilter(filter: Part): ListFilterSpec {
  return { field: filter.text("field"), operation: filter.text("operation"), value: filter.text("value") };
}

/** JSON with a name for its errors. */
class Part {
  readonly #json: unknown;
  readonly #name: string;

  constructor(json: unknown, name: string) {
    this.#json = json;
    this.#name = name;
  }

  part(key: string): Part {
    const value: unknown = typeof this.#json === "object" && this.#json !== null ? Reflect.get(this.#json, key) : undefined;
    return new Part(value, `${this.#name} ${key}`);
  }

  has(key: string): boolean {
    return this.part(key).#json !== undefined;
  }

  parts(key: string): readonly Part[] {
    return this.part(key).asParts();
  }

  text(key: string): string {
    return this.part(key).asText();
  }

  optional(key: string): string | null {
    return this.has(key) ? this.text(key) : null;
  }

  texts(key: string): readonly string[] {
    return this.part(key).asTexts();
  }

  asTexts(): readonly string[] {
    return this.asParts().map((part) => part.asText());
  }

  asParts(): readonly Part[] {
    if (!Array.isArray(this.#json)) throw new Error(`${this.#name} is no list`);
    return this.#json.map((item: unknown, at) => new Part(item, `${this.#name} ${at}`));
  }

  asText(): string {
    if (typeof this.#json !== "string") throw new Error(`${this.#name} is no text`);
    return this.#json;
  }

  asRecord(): Readonly<Record<string, string>> {
    if (typeof this.#json !== "object" || this.#json === null) throw new Error(`${this.#name} is no object`);
    return Object.fromEntries(Object.entries(this.#json).map(([key, value]) => [key, String(value)]));
  }
}
