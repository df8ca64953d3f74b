/** The list views of an org: the project's and, for objects that have them, the platform's. */
import type { MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { withChecksum } from "../../data/store/record-id.ts";
import { listViewObject, readListView } from "../../project/ui/list-view-file.ts";
import type { ListViewSpec } from "../../project/ui/list-view-spec.ts";
import { RestError } from "../rest-error.ts";
import { defaultUi } from "./default-ui.ts";
import type { Layouts } from "./layouts.ts";
import { nameFieldOf } from "./ui-object.ts";

/** The platform's name for the list "Recently Viewed". */
export const RECENT = "__Recent";
const RECENT_ALIASES = [RECENT, "recent", "recentlyviewed"];
const ID_PREFIX = "00B";

export interface ListView extends ListViewSpec {
  /** The same as long as the project does not change; not a row of `ListView`. */
  readonly id: string;
  readonly object: ObjectSchema;
}

export class ListViews {
  readonly #schema: Schema;
  readonly #layouts: Layouts;
  readonly #specs = new Map<string, ListViewSpec[]>();
  readonly #views = new Map<string, readonly ListView[]>();
  readonly #byId = new Map<string, ListView>();

  /** Reads the project's list views. Throws MetadataError. */
  constructor(schema: Schema, files: MetadataFiles, layouts: Layouts) {
    this.#schema = schema;
    this.#layouts = layouts;
    for (const file of files.withSuffix("listView")) {
      const object = schema.object(listViewObject(file));
      if (object === undefined) continue;
      this.#specs.set(object.name, [...(this.#specs.get(object.name) ?? []), readListView(object, file)]);
    }
  }

  /** "Recently Viewed" first, the others by label. */
  viewsOf(object: ObjectSchema): readonly ListView[] {
    let views = this.#views.get(object.name);
    if (views === undefined) {
      views = this.#build(object).map((spec, at) => ({ ...spec, object, id: listViewId(object, at) }));
      this.#views.set(object.name, views);
      for (const view of views) this.#byId.set(view.id, view);
    }
    return views;
  }

  /** By API name in any case. Throws RestError (404). */
  view(object: ObjectSchema, apiName: string): ListView {
    const wanted = apiName.toLowerCase();
    const name = RECENT_ALIASES.includes(wanted) ? RECENT.toLowerCase() : wanted;
    const found = this.viewsOf(object).find((view) => view.apiName.toLowerCase() === name);
    if (found === undefined) throw new RestError(404, "NOT_FOUND", `There is no list view ${apiName} of ${object.name}.`);
    return found;
  }

  /** Throws RestError (404). */
  viewById(id: string): ListView {
    for (const object of this.#byId.has(id) ? [] : this.#schema.objects()) {
      if (object.kind === "custom" || defaultUi(object.name) !== null) this.viewsOf(object);
    }
    const found = this.#byId.get(id) ?? this.#byId.get(withChecksum(id.slice(0, 15)));
    if (found === undefined) throw new RestError(404, "NOT_FOUND", `There is no list view ${id}.`);
    return found;
  }

  #build(object: ObjectSchema): readonly ListViewSpec[] {
    const columns = this.#layouts.listColumns(object);
    const common = { columns, filters: [], booleanFilter: null, sortBy: nameFieldOf(object).name };
    const recent: ListViewSpec = { ...common, apiName: RECENT, label: "Recently Viewed", scope: "RecentlyViewed" };
    const own = this.#specs.get(object.name) ?? [];
    const standard = defaultUi(object.name)?.listViews ?? [
      { ...common, apiName: "All", label: `All ${object.labelPlural}`, scope: "Everything" as const },
    ];
    const others = [...own, ...standard.filter(({ apiName }) => !own.some((view) => view.apiName === apiName))];
    return [recent, ...others.sort((left, right) => left.label.localeCompare(right.label))];
  }
}

/** `00B`, the object's key prefix and its place among the object's views. */
function listViewId(object: ObjectSchema, at: number): string {
  return withChecksum(`${ID_PREFIX}${(object.keyPrefix ?? "000").padEnd(3, "0")}${String(at).padStart(9, "0")}`);
}
